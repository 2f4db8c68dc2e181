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
  private var displayed: Set<DocumentURI> = []
  /// Documents that left the study while the client had findings of theirs on display.
  private var withdrawn: [DocumentURI] = []
  /// Notes of which the client waits for a report, whether or not their findings change.
  private var awaitedReports: Set<DocumentID> = []
  /// Reads the folder's notes; nil when that is done.
  private var loading: FolderLoading?
  /// What came and went while notes were being read: what was read of these is older.
  private var touchedWhileLoading: Set<DocumentURI> = []
  /// Whether reading was stopped before its end.
  private(set) var isIncomplete = false

  init(path: String?, isWorkspaceFolder: Bool) {
    self.path = path
    self.isWorkspaceFolder = isWorkspaceFolder
  }

  /// Whether every note of the folder has been read.
  var isLoaded: Bool { loading == nil }

  func id(of uri: DocumentURI) -> DocumentID? { ids[uri] }

  func uri(of id: DocumentID) -> DocumentURI? { uris[id] }

  /// Whether a file lies in the folder: anywhere below a workspace folder, directly in another one.
  func contains(_ file: String) -> Bool {
    guard let path, let relative = Path.relative(file, to: path) else { return false }
    return isWorkspaceFolder || (relative != "." && !relative.utf8.contains(UInt8(ascii: "/")))
  }

  // MARK: - Notes

  /// Answers shall name a document as its editor does.
  func use(_ uri: DocumentURI) {
    guard let id = ids.removeValue(forKey: uri) else { return }
    ids[uri] = id
    uris[id] = uri
  }

  /// Adds or replaces a note.
  @discardableResult
  func set(_ uri: DocumentURI, _ summary: DocumentSummary) -> DocumentID {
    if !isLoaded { touchedWhileLoading.insert(uri) }
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
    if !isLoaded { touchedWhileLoading.insert(uri) }
    guard let id = ids.removeValue(forKey: uri) else { return }
    uris[id] = nil
    study.remove(id)
    if displayed.remove(uri) != nil { withdrawn.append(uri) }
  }

  /// Removes the notes of a folder inside this one.
  func removeNotes(below folder: String, except isKept: (DocumentURI) -> Bool) {
    for uri in Array(ids.keys) {
      guard let path = uri.path, path.hasPrefix(folder + "/"), !isKept(uri) else { continue }
      remove(uri)
    }
  }

  /// What a person calls the note: its path in the folder.
  private func name(of uri: DocumentURI) -> String {
    guard let path, let file = uri.path else { return uri.path ?? uri.string }
    return Path.relative(file, to: path) ?? file
  }

  // MARK: - Findings

  /// Asks for a report on a note at the next opportunity.
  func awaitReport(on id: DocumentID) {
    awaitedReports.insert(id)
  }

  /// Checks what changed; the documents whose findings have to be reported.
  func refreshFindings() -> [DocumentID] {
    let changed = study.refreshFindings(by: onAllCores)
    guard !awaitedReports.isEmpty else { return changed }
    defer { awaitedReports.removeAll(keepingCapacity: true) }
    return awaitedReports.union(changed).sorted()
  }

  /// Notes what the client is about to display.
  ///
  /// - Returns: whether that is news: findings always are, none only after some.
  func display(_ uri: DocumentURI, hasFindings: Bool) -> Bool {
    guard hasFindings else { return displayed.remove(uri) != nil }
    displayed.insert(uri)
    return true
  }

  /// The documents whose findings the client must take off the screen because they are no longer in the study.
  func takeWithdrawn() -> [DocumentURI] {
    defer { withdrawn.removeAll() }
    return withdrawn
  }

  // MARK: - Reading files

  /// Starts to read the folder's notes on another thread; `folderLoaded` follows on the queue.
  func startLoading(queue: EventQueue, running: RunningLoads) {
    guard let path else { return }
    loading = FolderLoading(path: path, isRecursive: isWorkspaceFolder, queue: queue, running: running)
  }

  /// Takes over what has been read, if all of it has been.
  ///
  /// - Parameters:
  ///   - isWaiting: whether to wait for it.
  ///   - isOpen: tells which documents are open: what was read of them is older than what the editor says.
  /// - Returns: what was read; nil if reading goes on or had ended before.
  func takeLoadedNotes(isWaiting: Bool, isOpen: (DocumentURI) -> Bool) -> FolderLoading.Outcome? {
    guard let outcome = loading?.outcome(isWaiting: isWaiting) else { return nil }
    loading = nil
    isIncomplete = outcome.isIncomplete
    for note in outcome.notes {
      let uri = DocumentURI(filePath: note.path)
      if !isOpen(uri), !touchedWhileLoading.contains(uri) { set(uri, note.summary) }
    }
    touchedWhileLoading = []
    return outcome
  }

  /// Reads one file again, such as after the editor has let go of it.
  ///
  /// - Returns: what stood in the way, in words. That the file isn't there is no problem.
  func reload(_ uri: DocumentURI) -> String? {
    guard let path = uri.path else {
      remove(uri)
      return nil
    }
    do throws(FileError) {
      let note = try Loader.load(path)
      if note.isSeed { set(uri, note.summary) } else { remove(uri) }
      return note.isSeed ? note.encodingProblem : nil
    } catch {
      remove(uri)
      switch error.reason {
      case .missing, .isFolder, .parentIsNotAFolder: return nil
      default: return error.description
      }
    }
  }

  /// Lets go of everything.
  ///
  /// - Returns: the documents whose findings the client must take off the screen.
  func close() -> [DocumentURI] {
    loading?.cancel()
    defer { displayed.removeAll() }
    return takeWithdrawn() + displayed
  }
}
