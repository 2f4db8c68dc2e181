// Which studies the open folders hold: found out when a folder was read, when files came or went or a note without a file was
// opened or closed, and when the configuration changed; never because of what is typed.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedStudy
internal import SeedWorkspace

extension Workspace {
  /// Starts to read a folder's notes.
  ///
  /// - Parameter isQuiet: whether nobody needs to know what is read.
  func startLoading(_ folder: OpenFolder, isQuiet: Bool = false) {
    if let loading = folder.loading { tell(.loadingEnded(loading)) }
    // What takes the place of a reading that somebody wants to know of tells of itself instead.
    folder.startLoading(
      settings, queue: queue, running: loads, progressDelay: timing.progressDelay, isQuiet: isQuiet && folder.isLoaded)
  }

  /// Takes over the notes of every folder that has been read. Documents may belong to other studies then.
  func takeLoadedNotes() {
    for folder in folders {
      if let loading = folder.loading, loading.isFinished { tell(.loadingEnded(loading)) }
      if let outcome = takeOutcome(of: folder) { tell(of: outcome, in: folder) }
    }
  }

  private func takeOutcome(of folder: OpenFolder) -> FolderLoading.Outcome? {
    guard let outcome = folder.takeOutcome() else { return nil }
    coverAnew(folder)
    let notes = folder.notes(outcome) { isOpen($0) }
    let plans = folder.makePlans(notes, settings)
    if plans.studies == folder.plans.studies {
      update(folder, notes)
    } else {
      rebuild(folder, plans, notes)
    }
    tell(.configurationsRead(folder))
    return outcome
  }

  /// Watches a folder from now on, and tells what was read of it.
  private func tell(of outcome: FolderLoading.Outcome, in folder: OpenFolder) {
    guard let path = folder.path else { return }
    watcher.watch(path, isRecursive: folder.isRecursive, isPolled: isPolled(folder), stamps: outcome.stamps)
    guard !outcome.isQuiet else { return }
    // Everything may be news, which is said once.
    for study in folder.studies { study.reportAsNew() }
    tell(.answersChanged)
    for problem in outcome.problems + outcome.remarks { tell(.message(.warning, problem)) }
    guard !outcome.isIncomplete else { return }
    let count = outcome.notes.count
    tell(
      .message(
        .info, "Read \(count) \(count == 1 ? "note" : "notes") of \(path) in \(outcome.duration.milliseconds) ms."))
  }

  // MARK: - Studies

  /// Tells the notes of a folder apart anew: the entrance for whoever learns that files came or went.
  func fileSetChanged(in folder: OpenFolder) {
    // Else it is done at the end of the reading.
    guard folder.isLoaded else { return }
    let notes = folder.notes
    let plans = folder.makePlans(notes, settings)
    if plans.studies != folder.plans.studies { rebuild(folder, plans, notes) }
    if folder.takeNewConfigurations() { tell(.configurationsRead(folder)) }
  }

  /// Finds out which open documents of a folder its configuration files let be notes now.
  private func coverAnew(_ folder: OpenFolder) {
    for var document in documents(in: folder) where folder.covers(document.path) != document.isCovered {
      document.isCovered.toggle()
      enter(&document)
      replace(document)
    }
  }

  /// Brings the studies of a folder up to date with its notes.
  private func update(_ folder: OpenFolder, _ notes: FolderNotes) {
    folder.update(notes) { isOpen($0) }
    // They may have other numbers now.
    for var document in documents(in: folder) {
      document.id = document.study.id(of: document.path)
      replace(document)
    }
  }

  /// Makes the studies of a folder anew. What the client has on display stays until the new findings replace it.
  private func rebuild(_ folder: OpenFolder, _ plans: StudyPlans, _ notes: FolderNotes) {
    let displayed = folder.studies.flatMap(\.reports.documentsOnDisplay)
    var openNotes: [PathKey: DocumentSummary?] = [:]
    for var document in documents(in: folder) {
      document.isCovered = folder.covers(document.path)
      document.summarise(with: folder.vocabulary(for: document.path))
      replace(document)
      guard openDocument(at: document.path)?.uri == document.uri else { continue }
      openNotes[PathKey(document.path)] = .some(document.isNote ? document.summary : nil)
    }
    var notes = notes
    notes.replace(openNotes)
    folder.apply(plans, notes)
    for var document in documents(in: folder) {
      document.study = folder.study(for: document.path)
      document.id = document.study.id(of: document.path)
      if let id = document.id { document.study.reports.noteEdit(of: id) }
      replace(document)
    }
    for uri in displayed {
      let path = path(of: uri)
      let study = folder.study(for: path)
      if study.id(of: path) != nil { study.reports.inherit(uri) } else { tell(.withdrawn(uri)) }
    }
    for split in plans.splits { tell(.message(.info, split.message { $0 })) }
  }

  private func documents(in folder: OpenFolder) -> [OpenDocument] {
    openDocuments.values.filter { $0.study.folder === folder }
  }

  // MARK: - Waiting

  /// Waits until folders have been read. Whatever the client says meanwhile waits too, but its answers to our own requests are
  /// heard, and so is what is found on the disk: other folders may be open afterwards.
  ///
  /// - Parameter isMeant: which folders; they are asked about anew after everything that happens.
  func wait(for isMeant: (OpenFolder) -> Bool = { _ in true }) {
    takeLoadedNotes()
    while folders.contains(where: { !$0.isLoaded && isMeant($0) }) { doMeanwhile() }
  }

  /// Waits until the notes around an open document have been read.
  func wait(around uri: DocumentURI) {
    wait { $0 === openDocuments[uri]?.study.folder }
  }

  /// Waits until all notes have been read.
  ///
  /// - Throws: an error if reading was given up: an answer from half of them would be wrong.
  func waitForAll() throws(ResponseError) {
    wait()
    for study in studies { try study.requireAllNotes() }
  }
}
