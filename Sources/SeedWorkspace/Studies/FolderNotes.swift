// The notes of a folder, as they are told apart by study and entered into their studies.

package import SeedModel
internal import SeedStudy

/// Notes by their paths, in natural order: what is made of them doesn't depend on how they are kept.
package struct FolderNotes: Sendable {
  package private(set) var inOrder: [(path: String, summary: DocumentSummary)]

  /// - Parameter inOrder: each note once, in natural order.
  package init(_ inOrder: [(path: String, summary: DocumentSummary)] = []) {
    self.inOrder = inOrder
  }

  package var paths: some Sequence<String> { inOrder.lazy.map(\.path) }

  /// The paths with the sources that the notes claim to record.
  package var claims: [(path: String, sourceID: String?)] {
    inOrder.map { ($0.path, $0.summary.claimedSourceID(in: $0.path)) }
  }

  /// Takes other summaries for notes, new ones as well, and leaves out those that get none.
  package mutating func replace(_ summaries: [PathKey: DocumentSummary?]) {
    guard !summaries.isEmpty else { return }
    var rest = summaries
    inOrder = inOrder.compactMap { note in
      guard let replacement = rest.removeValue(forKey: PathKey(note.path)) else { return note }
      return replacement.map { (note.path, $0) }
    }
    let added = rest.compactMap { path, summary in summary.map { (path: path.path, summary: $0) } }
    guard !added.isEmpty else { return }
    inOrder += added
    inOrder = NaturalOrder.order(of: inOrder.map(\.path)).map { inOrder[$0] }
  }
}
