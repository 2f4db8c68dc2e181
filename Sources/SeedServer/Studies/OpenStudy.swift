// A study of an open folder, and the names under which the client knows its notes.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedSyntax
internal import SeedWorkspace

/// A study with its place: all of an open folder, or one of the folders in it.
final class OpenStudy {
  /// The folder around the notes; nil for documents that are no files.
  let path: String?
  /// The open folder of which the study is a part.
  let openFolder: OpenFolder
  private(set) var checked: CheckedStudy
  private var ids: [DocumentURI: DocumentID] = [:]
  private(set) var uris = NoteNames() {
    didSet { namesVersion += 1 }
  }
  /// Differs whenever what notes are called does.
  private(set) var namesVersion = 0
  /// The documents for which the client has findings on display.
  private var displayed: Set<DocumentURI> = []
  /// Documents that left the study while the client had findings of theirs on display.
  private var withdrawn: [DocumentURI] = []
  /// Notes of which the client waits for a report, whether or not their findings change.
  private var awaitedReports: Set<DocumentID> = []
  /// Notes that the client changed since their findings were brought up to date: it asks about them by itself.
  private var edited: Set<DocumentID> = []
  /// Notes whose findings changed and were reported before those of the others have been looked at.
  private var changedAhead: Set<DocumentID> = []
  /// Whether what is found next is no news, because the client has just been told to ask for everything again.
  private(set) var isNew = false

  init(path: String?, in openFolder: OpenFolder, vocabulary: Vocabulary = .standard, settings: RuleSettings) {
    self.path = path
    self.openFolder = openFolder
    checked = CheckedStudy(vocabulary: vocabulary, settings: settings)
  }

  /// Takes over a study that was put together while the folder was read. Notes have other numbers from then on.
  func adopt(_ read: consuming ReadStudy) {
    (checked, ids, uris) = (read.study, read.ids, read.uris)
    (awaitedReports, edited, changedAhead) = ([], [], [])
  }

  var study: Study {
    _read { yield checked.study }
  }

  /// Whether every note of the folder has been read.
  var isLoaded: Bool { openFolder.isLoaded }

  func id(of uri: DocumentURI) -> DocumentID? { ids[openFolder.nameInUse(uri)] }

  func uri(of id: DocumentID) -> DocumentURI? { uris[id] }

  /// The notes' names and summaries.
  var notes: [(uri: DocumentURI, summary: DocumentSummary)] {
    ids.compactMap { uri, id in study[id].map { (uri, $0.summary) } }
  }

  // MARK: - Notes

  /// Answers shall name a document as its editor does.
  ///
  /// - Parameter found: the name under which the file is found in the folder, if that is another one.
  func use(_ uri: DocumentURI, for found: DocumentURI? = nil) {
    let old = openFolder.nameInUse(found ?? uri)
    openFolder.use(uri, for: found)
    guard let id = ids.removeValue(forKey: old) else { return }
    ids[uri] = id
    uris[id] = uri
    if old != uri, displayed.remove(old) != nil { withdrawn.append(old) }
  }

  /// Spells a note's name as its editor does; to us, both are the same name.
  ///
  /// - Returns: the note, if there is one.
  func spell(_ uri: DocumentURI) -> DocumentID? {
    guard let id = ids.removeValue(forKey: uri) else { return nil }
    ids[uri] = id
    uris[id] = uri
    return id
  }

  /// Adds or replaces a note.
  @discardableResult
  func set(_ uri: DocumentURI, _ summary: DocumentSummary) -> DocumentID {
    openFolder.touch(uri)
    return enter(uri, summary)
  }

  /// Adds or replaces a note as it was read or known already.
  @discardableResult
  func enter(_ uri: DocumentURI, _ summary: DocumentSummary) -> DocumentID {
    let uri = openFolder.nameInUse(uri)
    if let id = ids[uri] {
      checked.update(id, summary)
      return id
    }
    let id = checked.add(name: name(of: uri), summary)
    ids[uri] = id
    uris[id] = uri
    return id
  }

  func remove(_ uri: DocumentURI) {
    openFolder.touch(uri)
    let uri = openFolder.nameInUse(uri)
    guard let id = ids.removeValue(forKey: uri) else { return }
    uris[id] = nil
    checked.remove(id)
    if displayed.remove(uri) != nil { withdrawn.append(uri) }
  }

  /// Removes the notes of a folder inside this one.
  func removeNotes(below folder: String, except isKept: (DocumentURI) -> Bool) {
    let prefix = Array((folder + "/").utf8)
    for uri in Array(ids.keys) {
      guard let path = openFolder.path(of: uri), path.utf8.starts(with: prefix), !isKept(uri) else { continue }
      remove(uri)
    }
  }

  /// What a person calls the note: its path in the folder.
  private func name(of uri: DocumentURI) -> String {
    guard let path, let file = openFolder.path(of: uri) else { return uri.string }
    return Path.relative(file, to: path) ?? file
  }

  // MARK: - Findings

  /// Asks for a report on a note at the next opportunity.
  func awaitReport(on id: DocumentID) {
    awaitedReports.insert(id)
    edited.insert(id)
  }

  /// Asks for a report on every note of a study that has been read, of which the client is told at once.
  func reportAsNew() {
    isNew = true
    edited.removeAll()
    awaitAllReports()
  }

  /// Asks for a report on every note.
  func awaitAllReports() {
    awaitedReports.formUnion(uris.all.lazy.map(\.id))
  }

  /// Whether all is read, and more is to be checked than `updateFindings` has looked at.
  var hasMoreToCheck: Bool { isLoaded && checked.hasPagesToCheck }

  /// Checks what changed; reports on it are then awaited.
  ///
  /// - Parameter limit: the most pages to check now.
  /// - Returns: the documents whose findings changed although the client didn't touch them, and wasn't told to ask again.
  func updateFindings(atMost limit: Int = .max) -> Set<DocumentID> {
    let changed = Set(checked.refreshFindings(atMost: limit, by: onAllCores))
    // What an edit changes elsewhere is news, even if the rest of a new study is still to be checked.
    if !edited.isEmpty { isNew = false }
    // What was reported ahead was up to date: the texts have not changed since.
    awaitedReports.formUnion(changed.subtracting(changedAhead))
    defer {
      edited.removeAll(keepingCapacity: true)
      changedAhead.removeAll(keepingCapacity: true)
      if !checked.hasPagesToCheck { isNew = false }
    }
    return isNew ? [] : changed.union(changedAhead).filter { !edited.contains($0) }
  }

  /// Checks what changed in some documents, ahead of the others; `updateFindings` does the rest.
  ///
  /// - Returns: those of them whose findings have to be reported, in order; nobody waits for them any more.
  func updateFindings(first documents: Set<DocumentID>) -> [DocumentID] {
    changedAhead = checked.refreshFindings(in: documents)
    let awaited = changedAhead.union(documents.filter(awaitedReports.contains))
    awaitedReports.subtract(awaited)
    return awaited.sorted()
  }

  /// The documents whose findings have to be reported and are known, in order; nobody waits for them any more.
  func takeAwaitedReports() -> [DocumentID] {
    let known = awaitedReports.filter { !checked.hasPagesToCheck(in: $0) }
    awaitedReports.subtract(known)
    return known.sorted()
  }

  /// Notes what the client is about to display.
  ///
  /// - Returns: whether that is news: findings always are, none only after some.
  func display(_ uri: DocumentURI, hasFindings: Bool) -> Bool {
    guard hasFindings else { return displayed.remove(uri) != nil }
    displayed.insert(uri)
    return true
  }

  /// The documents for which the client has findings on display, in the study or no longer.
  var documentsOnDisplay: [DocumentURI] { Array(displayed) + withdrawn }

  /// The documents with findings on display, which the client is about to take off the screen.
  func takeDisplayed() -> [DocumentURI] {
    defer { displayed.removeAll() }
    return takeWithdrawn() + displayed
  }

  /// Takes note of what another study had on display, of a document that now belongs to this one.
  func inheritDisplay(of uri: DocumentURI) {
    displayed.insert(uri)
  }

  /// The documents whose findings the client must take off the screen because they are no longer in the study.
  func takeWithdrawn() -> [DocumentURI] {
    defer { withdrawn.removeAll() }
    return withdrawn
  }

  // MARK: - Reading files

  /// Reads one file again, such as after the editor has let go of it.
  ///
  /// - Returns: what stood in the way, in words. That the file isn't there is no problem.
  func reload(_ uri: DocumentURI) -> String? {
    guard let path = uri.path else {
      remove(uri)
      return nil
    }
    // What reading the folder would not find is a note only while it is open.
    guard FileFinder.isCandidate(path), openFolder.covers(uri), !openFolder.passesOver(uri) else {
      remove(uri)
      return nil
    }
    let second = FileStamp.currentSecond
    do throws(FileError) {
      let note = try Loader.load(path, study.vocabulary)
      openFolder.noteStamp(note.stamp, of: openFolder.path(of: uri) ?? path, at: second)
      if note.isSeed { set(uri, note.summary) } else { remove(uri) }
      return note.isSeed ? note.encodingProblem : nil
    } catch {
      openFolder.noteStamp(nil, of: openFolder.path(of: uri) ?? path, at: second)
      remove(uri)
      switch error.reason {
      case .missing, .isFolder, .parentIsNotAFolder: return nil
      default: return error.description
      }
    }
  }
}
