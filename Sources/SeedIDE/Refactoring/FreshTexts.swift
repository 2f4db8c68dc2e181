// The texts of all notes as they are now, checked against what the study knows: no change is planned on old ground.

internal import SeedModel
internal import SeedSyntax

/// The text and syntax of every note of a study, read again.
struct FreshTexts {
  private let documents: [DocumentID: Document]

  /// Reads every note. All of them, because one that the index knows without the name may have got it since.
  ///
  /// - Throws: which notes can't be read, or are not what the study knows.
  init(_ snapshot: Snapshot) throws(RefactoringRefusal) {
    var documents: [DocumentID: Document] = [:]
    var unreadable: [DocumentID] = []
    var stale: [DocumentID] = []
    for id in snapshot.study.documentIDs {
      guard let syntax = snapshot.syntax(of: id) else {
        unreadable.append(id)
        continue
      }
      if snapshot.study[id]?.summary != DocumentSummary(syntax, snapshot.study.vocabulary) { stale.append(id) }
      documents[id] = syntax
    }
    if !unreadable.isEmpty {
      throw RefactoringRefusal(
        .unreadable(unreadable),
        "\(Self.list(unreadable, snapshot)) can't be read, and may use the name: nothing was changed.")
    }
    if !stale.isEmpty {
      throw RefactoringRefusal(
        .stale(stale),
        "\(Self.list(stale, snapshot)) changed on disk since the study was read: nothing was changed. Try again.")
    }
    self.documents = documents
  }

  subscript(id: DocumentID) -> Document? { documents[id] }

  private static func list(_ ids: [DocumentID], _ snapshot: Snapshot) -> String {
    let names = ids.prefix(3).map { "`\(snapshot.noteName($0))`" }.joined(separator: ", ")
    return ids.count > 3 ? names + " and \(ids.count - 3) more" : names
  }
}
