// Document highlight: the places of the name at the cursor in the asked note.

internal import SeedModel
package import SeedSyntax

/// A place of the asked note to highlight.
package struct DocumentHighlight: Hashable, Sendable {
  package enum Kind: UInt8, Sendable, Hashable {
    /// The place uses the name.
    case read
    /// The place defines the name.
    case write
    /// The name stands in prose.
    case text
  }

  package let range: ByteRange
  package let kind: Kind
}

extension Snapshot {
  /// The places in the asked note of the name at the cursor, in order; none where there is no name.
  package func documentHighlights(at offset: Int) -> [DocumentHighlight] {
    guard let found = name(at: offset) else { return [] }
    var lines = LineWalker(syntax)
    return places(of: found.name, like: found.role).filter { $0.document == document }.map { place in
      let kind: DocumentHighlight.Kind
      if let role = place.role {
        kind = role.isDefinition ? .write : role.isMention ? .text : .read
      } else {
        kind = .write
      }
      return DocumentHighlight(range: lines.bytes(of: place.range), kind: kind)
    }
  }
}
