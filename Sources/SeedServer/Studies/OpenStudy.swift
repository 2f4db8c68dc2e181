// A study of an open folder: its notes by their paths, and what the client is still to be told of them.

internal import LanguageServerProtocol
internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedWorkspace

/// A study with its place: all of an open folder, or one of the folders in it. Owned by the loop alone.
final class OpenStudy {
  /// The open folder of which the study is a part.
  let folder: OpenFolder
  private(set) var files: AssembledStudy
  /// What is still to be reported of it.
  var reports = ReportLedger()
  private let names: ClientNames
  /// What the client calls the notes, as far as somebody has asked. By their numbers.
  private var knownNames: [DocumentURI?] = []
  /// Differs whenever what notes are called does.
  private(set) var namesVersion = 0

  init(_ plan: StudyPlan, in folder: OpenFolder, _ names: ClientNames) {
    self.folder = folder
    self.names = names
    files = AssembledStudy(plan)
  }

  /// Takes over a study that was put together while the folder was read. Notes have other numbers from then on.
  func adopt(_ read: consuming AssembledStudy) {
    files = read
    reports.numbersChanged()
    knownNames = []
    namesVersion += 1
  }

  /// The folder around the notes; nil for documents that are no files.
  var path: String? { files.plan.folder }

  /// The notes' names and what they say of each other.
  var content: Study {
    _read { yield files.study }
  }

  // MARK: - Notes

  func id(of path: String) -> DocumentID? { files.document(at: path) }

  func path(of id: DocumentID) -> String? { files.paths[id] }

  /// What the client calls a note; nil if the note has gone meanwhile.
  func uri(of id: DocumentID) -> DocumentURI? {
    let index = Int(id.rawValue)
    if knownNames.indices.contains(index), let name = knownNames[index] { return name }
    guard let path = files.paths[id] else { return nil }
    let name = names.name(of: path)
    while knownNames.count <= index { knownNames.append(nil) }
    knownNames[index] = name
    return name
  }

  /// Every note with what the client calls it, in the order of their numbers.
  var notes: [(id: DocumentID, uri: DocumentURI)] {
    files.paths.all.compactMap { note in uri(of: note.document).map { (note.document, $0) } }
  }

  /// Adds or replaces a note.
  @discardableResult
  func set(_ path: String, _ summary: DocumentSummary) -> DocumentID {
    if files.document(at: path) == nil { namesVersion += 1 }
    return files.set(path, summary)
  }

  func remove(_ path: String) {
    guard let id = files.remove(path) else { return }
    reports.left(names.name(of: path))
    if knownNames.indices.contains(Int(id.rawValue)) { knownNames[Int(id.rawValue)] = nil }
    namesVersion += 1
  }

  /// The client calls a note otherwise from now on.
  func nameChanged(of path: String, from old: DocumentURI) {
    guard let id = id(of: path) else { return }
    if knownNames.indices.contains(Int(id.rawValue)) { knownNames[Int(id.rawValue)] = nil }
    namesVersion += 1
    if names.name(of: path) != old { reports.left(old) }
  }

  // MARK: - Findings

  /// Whether all is read, and more is to be checked than `updateFindings` has looked at.
  var hasMoreToCheck: Bool { folder.isLoaded && files.checked.hasPagesToCheck }

  /// Checks what changed; reports on it are then awaited.
  ///
  /// - Parameter limit: the most pages to check now.
  /// - Returns: the documents whose findings changed although the client didn't touch them, and wasn't told to ask again.
  func updateFindings(atMost limit: Int = .max) -> Set<DocumentID> {
    let changed = files.checked.refreshFindings(atMost: limit, by: onAllCores)
    return reports.checked(Set(changed), hasMore: files.checked.hasPagesToCheck)
  }

  /// Checks what changed in some documents, ahead of the others; `updateFindings` does the rest.
  ///
  /// - Returns: those of them whose findings have to be reported, in order; nobody waits for them any more.
  func updateFindings(first documents: Set<DocumentID>) -> [DocumentID] {
    reports.checkedAhead(files.checked.refreshFindings(in: documents), of: documents)
  }

  /// The documents whose findings have to be reported and are known, in order; nobody waits for them any more.
  func takeAwaitedReports() -> [DocumentID] {
    reports.takeAwaited { !files.checked.hasPagesToCheck(in: $0) }
  }

  /// Asks for a report on every note of a study that has been read, of which the client is told at once.
  func reportAsNew() {
    reports.studyIsNew(files.paths.all.lazy.map(\.document))
  }

  /// Asks for a report on every note.
  func awaitAllReports() {
    reports.expect(files.paths.all.lazy.map(\.document))
  }

  /// - Throws: an error if reading the notes was given up: an answer from half of them would be wrong.
  func requireAllNotes() throws(ResponseError) {
    guard folder.isIncomplete else { return }
    throw ResponseError(.serverCancelled, "Not all notes of \(path ?? "the study") could be read.")
  }
}
