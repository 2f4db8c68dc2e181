// A folder whose notes are one study, as far as they have been read, and the names under which the client knows them.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// A study with its place: a workspace folder, the folder around a document that was opened by itself, or no place at all
/// for a document that is no file.
final class StudyFolder {
  /// Nil for documents that are no files.
  let path: String?
  /// Whether the client opened the folder; another one lives as long as its documents are open.
  let isWorkspaceFolder: Bool
  private(set) var study = Study()
  private var ids: [DocumentURI: DocumentID] = [:]
  private(set) var uris: [DocumentID: DocumentURI] = [:]
  /// The documents for which the client has findings on display.
  var documentsWithFindings: Set<DocumentURI> = []
  /// Notes of which the client waits for a report, whether or not their findings change.
  private var awaitedReports: Set<DocumentID> = []
  /// Reads the folder's notes; nil when that is done.
  private var loading: FolderLoading?

  init(path: String?, isWorkspaceFolder: Bool) {
    self.path = path
    self.isWorkspaceFolder = isWorkspaceFolder
  }

  /// Whether every note of the folder has been read.
  var isLoaded: Bool { loading == nil }

  func id(of uri: DocumentURI) -> DocumentID? { ids[uri] }

  func uri(of id: DocumentID) -> DocumentURI? { uris[id] }

  /// Answers shall name a document as its editor does.
  func use(_ uri: DocumentURI) {
    guard let id = ids.removeValue(forKey: uri) else { return }
    ids[uri] = id
    uris[id] = uri
  }

  /// Adds or replaces a note.
  @discardableResult
  func set(_ uri: DocumentURI, _ summary: DocumentSummary) -> DocumentID {
    if let id = ids[uri] {
      study.update(id, summary)
      return id
    }
    let id = study.add(name: name(of: uri), summary)
    ids[uri] = id
    uris[id] = uri
    return id
  }

  func remove(_ uri: DocumentURI) {
    guard let id = ids.removeValue(forKey: uri) else { return }
    uris[id] = nil
    study.remove(id)
  }

  /// Asks for a report on a note at the next opportunity.
  func awaitReport(on id: DocumentID) {
    awaitedReports.insert(id)
  }

  /// Checks what changed; the documents whose findings have to be reported.
  func refreshFindings() -> [DocumentID] {
    let changed = study.refreshFindings()
    guard !awaitedReports.isEmpty else { return changed }
    defer { awaitedReports.removeAll(keepingCapacity: true) }
    return awaitedReports.union(changed).sorted()
  }

  /// What a person calls the note: its path in the folder.
  private func name(of uri: DocumentURI) -> String {
    guard let path, let file = uri.path, file.hasPrefix(path + "/") else { return uri.path ?? uri.string }
    return String(file.dropFirst(path.count + 1))
  }

  // MARK: - Reading files

  /// Starts to read the folder's notes on another thread; `folderLoaded` follows on the queue.
  func startLoading(queue: EventQueue) {
    guard let path else { return }
    loading = FolderLoading(path: path, isRecursive: isWorkspaceFolder, queue: queue)
  }

  /// Takes over what has been read, if all of it has been.
  ///
  /// - Parameters:
  ///   - isWaiting: whether to wait for it.
  ///   - isOpen: tells which documents are open: what was read of them is older than what the editor says.
  /// - Returns: what could not be read, in words; nil if reading goes on or had ended before.
  func takeLoadedNotes(isWaiting: Bool, isOpen: (DocumentURI) -> Bool) -> FolderLoading.Outcome? {
    guard let outcome = loading?.outcome(isWaiting: isWaiting) else { return nil }
    loading = nil
    for note in outcome.notes {
      let uri = DocumentURI(filePath: note.path)
      if !isOpen(uri) { set(uri, note.summary) }
    }
    return outcome
  }

  /// Reads one file again after the editor has let go of it.
  func reload(_ uri: DocumentURI, queue: EventQueue) {
    guard let path = uri.path, let content = try? FileReader.read(path) else {
      remove(uri)
      return
    }
    let document = Document(content.bytes)
    if document.isSeed { set(uri, DocumentSummary(document)) } else { remove(uri) }
  }
}
