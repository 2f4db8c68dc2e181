// `workspace/didChangeWorkspaceFolders`: the folders that are open, and the studies that they hold.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    for folder in params.event.removed { workspaceFolders.removeAll { $0 == folder.uri } }
    openFolders(params.event.added.map(\.uri))
    registerWatchers()
  }

  /// Adds to the folders that the client has open.
  func openFolders(_ uris: [DocumentURI]) {
    for uri in uris where !workspaceFolders.contains(uri) {
      if uri.path != nil {
        workspaceFolders.append(uri)
      } else {
        client.logMessage(.warning, "The folder \(uri) can't be read: only files on this machine can.")
      }
    }
    updateFolders()
  }

  /// Makes the open folders fit those that the client has. A folder inside another one is a part of that one.
  private func updateFolders() {
    let paths = workspaceFolders.compactMap(\.path)
    let roots = paths.filter { path in !paths.contains { $0 != path && Path.relative(path, to: $0) != nil } }
    let closed = openFolders.filter { folder in folder.isWorkspaceFolder && !roots.contains { $0 == folder.path } }
    openFolders.removeAll { folder in closed.contains { $0 === folder } }
    for root in roots where !openFolders.contains(where: { $0.isWorkspaceFolder && $0.path == root }) {
      add(OpenFolder(path: root, isWorkspaceFolder: true, isRecursive: true, levels: settings.levels))
    }
    for document in openDocuments.values { moveToItsFolder(document) }
    for folder in closed { close(folder) }
  }

  /// Moves an open document to the study that it now belongs to.
  private func moveToItsFolder(_ document: OpenDocument) {
    let (folder, found) = place(of: document.uri)
    guard folder !== document.folder else { return }
    folder.use(document.uri, for: found)
    var moved = document
    moved.folder = folder
    moved.isCovered = folder.openFolder.covers(document.uri)
    moved.summary = DocumentSummary(document.syntax, folder.study.vocabulary)
    moved.id = moved.isNote ? folder.set(document.uri, moved.summary) : nil
    if let id = moved.id { folder.awaitReport(on: id) }
    openDocuments[document.uri] = moved
    closeIfUnused(document.folder)
  }

  // MARK: - Open folders

  /// The studies of all open folders.
  var folders: [OpenStudy] { openFolders.flatMap(\.studies) }

  /// The study that a document belongs to: that of the open folder around it. Else one is opened: the folder that a
  /// configuration file around the document marks, or the document's own folder without its subfolders.
  func folder(for uri: DocumentURI) -> OpenStudy {
    if let folder = existingFolder(for: uri) { return folder }
    var files = ConfigurationFiles()
    let root = uri.path.flatMap { files.file(for: $0)?.folder }
    let openFolder = OpenFolder(
      path: root ?? uri.path.map(Path.folder(of:)), isWorkspaceFolder: false, isRecursive: root != nil,
      levels: settings.levels)
    add(openFolder)
    return openFolder.study(for: uri)
  }

  func existingFolder(for uri: DocumentURI) -> OpenStudy? {
    guard let path = uri.path else { return nil }
    let around = openFolders.filter { $0.contains(path) }
    return (around.first(where: \.isWorkspaceFolder) ?? around.first)?.study(for: uri)
  }

  private func add(_ folder: OpenFolder) {
    openFolders.append(folder)
    startLoading(folder)
  }

  /// Starts to read a folder's notes.
  ///
  /// - Parameter isQuiet: whether nobody needs to know what is read.
  func startLoading(_ folder: OpenFolder, isQuiet: Bool = false) {
    endProgress(of: folder)
    // What takes the place of a reading that somebody wants to know of tells of itself instead.
    folder.startLoading(
      settings.levels, queue: queue, running: loads, progressDelay: timing.progressDelay,
      isQuiet: isQuiet && folder.isLoaded)
  }

  /// Opens a folder anew that was opened for documents: another folder may be marked as the root of their study by now.
  func reopen(_ folder: OpenFolder) {
    openFolders.removeAll { $0 === folder }
    forget(folder)
    for document in openDocuments.values where document.folder.openFolder === folder { moveToItsFolder(document) }
  }

  /// Closes a folder that was opened for documents which are open no longer.
  func closeIfUnused(_ folder: OpenStudy) {
    let folder = folder.openFolder
    guard !folder.isWorkspaceFolder, !openDocuments.values.contains(where: { $0.folder.openFolder === folder })
    else { return }
    close(folder)
  }

  /// Forgets a folder and takes its findings off the screen; those of documents that are open in another one are replaced.
  private func close(_ folder: OpenFolder) {
    openFolders.removeAll { $0 === folder }
    forget(folder)
    for uri in folder.close() where openDocuments[uri]?.id == nil { publish(uri, []) }
  }

  /// Stops what goes on around a folder.
  private func forget(_ folder: OpenFolder) {
    endProgress(of: folder)
    if let path = folder.path { watcher.unwatch(path) }
  }

  // MARK: - Files

  /// Reads one file again.
  func reload(_ uri: DocumentURI, in folder: OpenStudy) {
    if let problem = folder.reload(uri) { client.logMessage(.warning, problem) }
  }

  /// Takes over the notes of every folder that has been read. Documents may belong to other studies then.
  func takeLoadedNotes() {
    for folder in openFolders { takeOver(folder) }
  }

  /// Waits until folders have been read. Whatever the client says meanwhile waits too, but its answers to our own requests are
  /// heard, and so is what is found on the disk: other folders may be open afterwards.
  ///
  /// - Parameter isMeant: which folders; they are asked about anew after everything that happens.
  func waitForNotes(where isMeant: (OpenFolder) -> Bool = { _ in true }) {
    takeLoadedNotes()
    while openFolders.contains(where: { !$0.isLoaded && isMeant($0) }) {
      willTakeLong()
      handle(queue.takeInner())
    }
  }

  /// Waits until all notes have been read.
  ///
  /// - Throws: an error if reading was given up: an answer from half of them would be wrong.
  func waitForAllNotes() throws(ResponseError) {
    waitForNotes()
    for folder in folders { try folder.requireAllNotes() }
  }

  /// Waits until the notes around an open document have been read.
  func waitForNotes(around uri: DocumentURI) {
    waitForNotes { $0 === openDocuments[uri]?.folder.openFolder }
  }

  private func takeOver(_ folder: OpenFolder) {
    endProgress(of: folder, ifLoaded: true)
    guard let outcome = takeOutcome(of: folder), let path = folder.path else { return }
    watcher.watch(path, isRecursive: folder.isRecursive, isPolled: isPolled(folder), stamps: outcome.stamps)
    guard !outcome.isQuiet else { return }
    // Everything may be news, which is said once.
    for study in folder.studies { study.reportAsNew() }
    refreshAnswers()
    for problem in outcome.problems + outcome.remarks { client.logMessage(.warning, problem) }
    guard !outcome.isIncomplete else { return }
    let count = outcome.notes.count
    client.logMessage(
      .info, "Read \(count) \(count == 1 ? "note" : "notes") of \(path) in \(outcome.duration.milliseconds) ms.")
  }
}
