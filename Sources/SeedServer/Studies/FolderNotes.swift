// The notes of a folder, as they are told apart by study and entered into their studies.

internal import LanguageServerProtocol
internal import SeedModel

/// Notes by their names, in the natural order of their paths: what is made of them doesn't depend on how they are kept.
struct FolderNotes {
  private(set) var inOrder: [(uri: DocumentURI, summary: DocumentSummary)]

  /// - Parameter inOrder: each note once, as a folder is read.
  init(_ inOrder: [(uri: DocumentURI, summary: DocumentSummary)]) {
    self.inOrder = inOrder
  }

  var names: some Sequence<DocumentURI> { inOrder.lazy.map(\.uri) }

  /// Takes other summaries for notes, new ones as well, and leaves out those that get none.
  ///
  /// - Parameter path: by what a note stands among the others.
  mutating func replace(_ summaries: [DocumentURI: DocumentSummary?], path: (DocumentURI) -> String) {
    guard !summaries.isEmpty else { return }
    var rest = summaries
    inOrder = inOrder.compactMap { note in
      guard let replacement = rest.removeValue(forKey: note.uri) else { return note }
      return replacement.map { (note.uri, $0) }
    }
    let added = rest.compactMap { uri, summary in summary.map { (uri: uri, summary: $0) } }
    guard !added.isEmpty else { return }
    inOrder += added
    inOrder = NaturalOrder.order(of: inOrder.map { path($0.uri) }).map { inOrder[$0] }
  }
}
