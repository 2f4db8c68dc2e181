// The texts of all notes as they are now, checked against what the study knows: no change is planned on old ground.

internal import SeedModel
internal import SeedSyntax

/// The text and syntax of every note of a study in which a name stands, read again.
struct FreshTexts {
  private let documents: [DocumentID: Document]

  /// Reads every note. All of them, because one that the index knows without the name may have got it since, and broken
  /// statements aren't in the index.
  ///
  /// - Throws: which notes can't be read, or are not what the study knows.
  init(_ snapshot: Snapshot, holding name: String) throws(RefactoringRefusal) {
    let bytes = Array(name.utf8)
    let id = snapshot.study.nameID(name)
    let indexed = Set(id.map { snapshot.study.sites(of: $0).map(\.document) } ?? [])
    let owners = Set(snapshot.study.documents(ofSource: name))
    var documents: [DocumentID: Document] = [:]
    var unreadable: [DocumentID] = []
    var stale: [DocumentID] = []
    for id in snapshot.study.documentIDs {
      let syntax: Document
      if let text = snapshot.text(id) {
        let isNamed =
          text.withUnsafeBufferPointer { text in bytes.withUnsafeBufferPointer { text.offset(of: $0) } } != nil
        guard isNamed || indexed.contains(id) || owners.contains(id) else { continue }
        syntax = Document(text, format: snapshot.study[id]?.summary.format ?? .note)
      } else if let loaded = snapshot.syntax(of: id) {
        syntax = loaded
      } else {
        unreadable.append(id)
        continue
      }
      if !snapshot.isCurrent, snapshot.study[id]?.summary != DocumentSummary(syntax, snapshot.study.vocabulary) {
        stale.append(id)
      }
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
