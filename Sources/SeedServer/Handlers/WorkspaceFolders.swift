// `workspace/didChangeWorkspaceFolders` and `workspace/didChangeWatchedFiles`: the folders that are open, the studies that
// they hold, and the files that change in them.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

extension Session {
  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    for folder in params.event.removed { workspaceFolders.removeAll { $0 == folder.uri } }
    openFolders(params.event.added.map(\.uri))
  }

  func didChangeWatchedFiles(_ params: DidChangeWatchedFilesParams) {
    for change in params.changes where openDocuments[change.uri] == nil {
      guard let path = change.uri.path, let folder = existingFolder(for: change.uri) else { continue }
      if change.type == .deleted {
        folder.remove(change.uri)
        // Of a folder that is deleted, clients report the folder alone.
        folder.removeNotes(below: path) { openDocuments[$0] != nil }
      } else if FileFinder.isCandidate(path) {
        reload(change.uri, in: folder)
      }
    }
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

  private func existingFolder(for uri: DocumentURI) -> StudyFolder? {
    guard let path = uri.path else { return nil }
    let around = folders.filter { $0.contains(path) }
    return around.first(where: \.isWorkspaceFolder) ?? around.first
  }

  private func add(_ folder: StudyFolder) {
    folders.append(folder)
    folder.startLoading(queue: queue, running: loads)
  }

  /// Closes a study that was made for documents which are open no longer.
  func closeIfUnused(_ folder: StudyFolder) {
    guard !folder.isWorkspaceFolder, !openDocuments.values.contains(where: { $0.folder === folder }) else { return }
    close(folder)
  }

  /// Forgets a study and takes its findings off the screen; those of documents that are open in another one are replaced.
  private func close(_ folder: StudyFolder) {
    folders.removeAll { $0 === folder }
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
  func takeLoadedNotes(of folder: StudyFolder, isWaiting: Bool) {
    let outcome = folder.takeLoadedNotes(isWaiting: isWaiting) { openDocuments[$0] != nil }
    guard let outcome, let path = folder.path else { return }
    for problem in outcome.problems + outcome.remarks { client.logMessage(.warning, problem) }
    guard !outcome.isIncomplete else { return }
    let count = outcome.notes.count
    client.logMessage(
      .info, "Read \(count) \(count == 1 ? "note" : "notes") of \(path) in \(outcome.duration.milliseconds) ms.")
  }
}

extension Path {
  /// The folder that holds a file, both absolute.
  fileprivate static func parent(of path: String) -> String {
    guard let slash = path.lastIndex(of: "/"), slash > path.startIndex else { return "/" }
    return String(path[..<slash])
  }
}
