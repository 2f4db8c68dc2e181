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

  /// Makes the studies fit the folders that the client has open. A folder inside another one is a part of that one's study.
  private func updateFolders() {
    let paths = workspaceFolders.compactMap(\.path)
    let roots = paths.filter { path in !paths.contains { $0 != path && Path.relative(path, to: $0) != nil } }
    let closed = folders.filter { folder in folder.isWorkspaceFolder && !roots.contains { $0 == folder.path } }
    folders.removeAll { folder in closed.contains { $0 === folder } }
    for root in roots where !folders.contains(where: { $0.isWorkspaceFolder && $0.path == root }) {
      add(StudyFolder(path: root, isWorkspaceFolder: true))
    }
    for document in openDocuments.values { moveToItsFolder(document) }
    for folder in closed { close(folder) }
  }

  /// Moves an open document to the study that it now belongs to.
  private func moveToItsFolder(_ document: OpenDocument) {
    let folder = folder(for: document.uri)
    guard folder !== document.folder else { return }
    var moved = document
    moved.folder = folder
    moved.id = document.id.map { _ in folder.set(document.uri, document.summary) }
    if let id = moved.id { folder.awaitReport(on: id) }
    openDocuments[document.uri] = moved
    closeIfUnused(document.folder)
  }

  // MARK: - Studies

  /// The study that a document belongs to: the open folder around it, else one made for the document's own folder, which is
  /// then read without its subfolders.
  func folder(for uri: DocumentURI) -> StudyFolder {
    if let folder = existingFolder(for: uri) { return folder }
    let folder = StudyFolder(path: uri.path.map(Path.parent(of:)), isWorkspaceFolder: false)
    add(folder)
    return folder
  }

  func existingFolder(for uri: DocumentURI) -> StudyFolder? {
    guard let path = uri.path else { return nil }
    let around = folders.filter { $0.contains(path) }
    return around.first(where: \.isWorkspaceFolder) ?? around.first
  }

  private func add(_ folder: StudyFolder) {
    folders.append(folder)
    startLoading(folder)
  }

  /// Starts to read a folder's notes.
  ///
  /// - Parameter isQuiet: whether nobody needs to know what is read.
  func startLoading(_ folder: StudyFolder, isQuiet: Bool = false) {
    folder.startLoading(queue: queue, running: loads, progressDelay: timing.progressDelay, isQuiet: isQuiet)
  }

  /// Closes a study that was made for documents which are open no longer.
  func closeIfUnused(_ folder: StudyFolder) {
    guard !folder.isWorkspaceFolder, !openDocuments.values.contains(where: { $0.folder === folder }) else { return }
    close(folder)
  }

  /// Forgets a study and takes its findings off the screen; those of documents that are open in another one are replaced.
  private func close(_ folder: StudyFolder) {
    folders.removeAll { $0 === folder }
    endProgress(of: folder)
    if let path = folder.path { watcher.unwatch(path) }
    for uri in folder.close() where openDocuments[uri]?.id == nil { publish(uri, []) }
  }

  // MARK: - Files

  /// Reads one file again.
  func reload(_ uri: DocumentURI, in folder: StudyFolder) {
    if let problem = folder.reload(uri) { client.logMessage(.warning, problem) }
  }

  /// Takes over the notes of every folder that has been read.
  ///
  /// - Parameter isWaiting: whether to wait until all have been.
  func takeLoadedNotes(isWaiting: Bool = false) {
    for folder in folders { takeLoadedNotes(of: folder, isWaiting: isWaiting) }
  }

  /// Takes over the notes of a folder, if it has been read.
  ///
  /// - Parameter isWaiting: whether to wait until it has been. Whatever the client says meanwhile waits too, but its answers
  ///   to our own requests are heard.
  func takeLoadedNotes(of folder: StudyFolder, isWaiting: Bool) {
    takeOver(folder)
    while isWaiting, !folder.isLoaded {
      handle(queue.takeInner())
      takeOver(folder)
    }
  }

  private func takeOver(_ folder: StudyFolder) {
    endProgress(of: folder, ifLoaded: true)
    let outcome = folder.takeLoadedNotes { openDocuments[$0] != nil }
    guard let outcome, let path = folder.path else { return }
    watcher.watch(path, isRecursive: folder.isWorkspaceFolder, isPolled: isPolled(folder), stamps: outcome.stamps)
    guard !outcome.isQuiet else { return }
    // Everything may be news, which is said once.
    folder.awaitAllReports()
    refreshAnswers()
    for problem in outcome.problems + outcome.remarks { client.logMessage(.warning, problem) }
    guard !outcome.isIncomplete else { return }
    let count = outcome.notes.count
    client.logMessage(
      .info, "Read \(count) \(count == 1 ? "note" : "notes") of \(path) in \(outcome.duration.milliseconds) ms.")
  }
}
