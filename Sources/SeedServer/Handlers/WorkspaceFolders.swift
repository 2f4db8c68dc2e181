// Workspace folders, the studies that they hold, and the files that change in them (LSP 3.18, "Workspace Features").

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax

extension Session {
  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    for folder in params.event.removed { closeFolder(folder.uri) }
    for folder in params.event.added { openFolder(folder.uri) }
  }

  func didChangeWatchedFiles(_ params: DidChangeWatchedFilesParams) {
    for change in params.changes where openDocuments[change.uri] == nil {
      guard let folder = existingFolder(for: change.uri) else { continue }
      if change.type == .deleted { folder.remove(change.uri) } else { folder.reload(change.uri, queue: queue) }
      if folder.id(of: change.uri) == nil { publishNothing(for: change.uri) }
    }
  }

  /// Starts to read a folder's notes. A folder that is open already, or lies inside one that is, is not read twice.
  func openFolder(_ uri: DocumentURI) {
    guard let path = uri.path else {
      client.logMessage(.warning, "The folder \(uri) can't be read: only files on this machine can.")
      return
    }
    guard !folders.contains(where: { $0.isWorkspaceFolder && $0.contains(path) }) else { return }
    let folder = StudyFolder(path: path, isWorkspaceFolder: true)
    folders.append(folder)
    folder.startLoading(queue: queue)
  }

  func closeFolder(_ uri: DocumentURI) {
    guard let path = uri.path, let folder = folders.first(where: { $0.isWorkspaceFolder && $0.path == path }) else {
      return
    }
    close(folder)
    // Documents that stay open go on in a study of their own.
    for document in openDocuments.values where document.folder === folder { reopen(document) }
  }

  /// Forgets a folder and takes its findings off the screen.
  func close(_ folder: StudyFolder) {
    folders.removeAll { $0 === folder }
    for uri in folder.documentsWithFindings { publishNothing(for: uri) }
  }

  private func reopen(_ document: OpenDocument) {
    let folder = folder(for: document.uri)
    let id = document.id == nil ? nil : folder.set(document.uri, document.summary)
    openDocuments[document.uri] = OpenDocument(
      uri: document.uri, version: document.version, syntax: document.syntax, summary: document.summary, folder: folder,
      id: id)
  }

  /// The study that a document belongs to: the innermost open folder around it, else one made for the document's own
  /// folder, which is then read without its subfolders.
  func folder(for uri: DocumentURI) -> StudyFolder {
    if let folder = existingFolder(for: uri) { return folder }
    let parent = uri.path.flatMap { path in path.lastIndex(of: "/").map { String(path[..<$0]) } }
    let folder = StudyFolder(path: parent, isWorkspaceFolder: false)
    folders.append(folder)
    folder.startLoading(queue: queue)
    return folder
  }

  private func existingFolder(for uri: DocumentURI) -> StudyFolder? {
    guard let path = uri.path else { return nil }
    return folders.filter { $0.contains(path) }.max { ($0.path?.utf8.count ?? 0) < ($1.path?.utf8.count ?? 0) }
  }

  /// Takes over the notes of every folder that has been read completely.
  func takeLoadedNotes(isWaiting: Bool = false) {
    for folder in folders {
      guard let outcome = folder.takeLoadedNotes(isWaiting: isWaiting, isOpen: { openDocuments[$0] != nil }) else {
        continue
      }
      for problem in outcome.problems { client.logMessage(.warning, problem) }
      log.write("read \(outcome.notes.count) notes in \(folder.path ?? "")")
    }
  }
}

extension StudyFolder {
  /// Whether a file lies in the folder: anywhere below a workspace folder, directly in another one.
  func contains(_ file: String) -> Bool {
    guard let path else { return false }
    let prefix = path == "/" ? path : path + "/"
    guard file.hasPrefix(prefix) || (file == path && isWorkspaceFolder) else { return false }
    return isWorkspaceFolder || !file.dropFirst(prefix.count).contains("/")
  }
}
