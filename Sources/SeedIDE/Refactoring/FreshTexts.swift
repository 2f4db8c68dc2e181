// The texts of all notes as they are now, checked against what the study knows: no change is planned on old ground.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The text and syntax of every note of a study in which a name stands, read again.
struct FreshTexts {
  private let documents: [DocumentID: Document]
  /// Whether only those notes were read of which the index can't say where the name stands.
  let isIndexTrusted: Bool

  /// Reads every note. All of them, because one that the index knows without the name may have got it since, and broken
  /// statements aren't in the index.
  ///
  /// - Throws: which notes can't be read, or are not what the study knows.
  ///
  /// - Parameter names: the name, in each form that is written for it.
  init(_ snapshot: Snapshot, holding names: [String]) throws(RefactoringRefusal) {
    let forms = names.map { Array($0.utf8) }
    let indexed = Set(
      names.compactMap { snapshot.study.nameID($0) }.flatMap { snapshot.study.sites(of: $0).map(\.document) })
    let owners = Set(names.flatMap { snapshot.study.documents(ofSource: $0) })
    var documents: [DocumentID: Document] = [:]
    var unreadable: [DocumentID] = []
    var stale: [DocumentID] = []
    for id in snapshot.study.documentIDs {
      let syntax: Document
      // Nobody knows what is in a note that is no text.
      if snapshot.study[id]?.summary.isUnreadable == true {
        unreadable.append(id)
        continue
      }
      if let text = snapshot.text(id) {
        let isNamed = forms.contains { bytes in
          text.withUnsafeBufferPointer { text in bytes.withUnsafeBufferPointer { text.offset(of: $0) } } != nil
        }
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
    try Self.refuse(unreadable, snapshot)
    if !stale.isEmpty {
      throw RefactoringRefusal(
        .stale(stale),
        "\(Self.list(stale, snapshot)) changed on disk since the study was read: nothing was changed. Try again.")
    }
    self.documents = documents
    isIndexTrusted = false
  }

  /// Reads only the notes that may have the name where the index doesn't look: in code that the parser passed over. Of the
  /// others somebody has made sure that they are as the index knows them.
  ///
  /// - Parameter documents: notes to read in any case.
  /// - Throws: which notes can't be read.
  init(_ snapshot: Snapshot, besidesIndexOf names: [String], and documents: [DocumentID]) throws(RefactoringRefusal) {
    var texts: [DocumentID: Document] = [:]
    var unreadable: [DocumentID] = []
    let notes = names.reduce(into: Set(documents)) { $0.formUnion(snapshot.study.documents(passingOver: $1)) }
    unreadable += snapshot.study.documentIDs.filter { snapshot.study[$0]?.summary.isUnreadable == true }
    for id in notes.sorted(by: { snapshot.study.isBefore($0, $1) }) {
      texts[id] = snapshot.syntax(of: id)
      if texts[id] == nil, !unreadable.contains(id) { unreadable.append(id) }
    }
    try Self.refuse(unreadable, snapshot)
    self.documents = texts
    isIndexTrusted = true
  }

  subscript(id: DocumentID) -> Document? { documents[id] }

  /// The notes that were read, in no particular order.
  var all: [DocumentID: Document] { documents }

  private static func refuse(_ unreadable: [DocumentID], _ snapshot: Snapshot) throws(RefactoringRefusal) {
    guard !unreadable.isEmpty else { return }
    throw RefactoringRefusal(
      .unreadable(unreadable),
      "\(list(unreadable, snapshot)) can't be read, and may use the name: nothing was changed.")
  }

  private static func list(_ ids: [DocumentID], _ snapshot: Snapshot) -> String {
    let names = ids.prefix(3).map { "`\(snapshot.noteName($0))`" }.joined(separator: ", ")
    return ids.count > 3 ? names + " and \(ids.count - 3) more" : names
  }
}
