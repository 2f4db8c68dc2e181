// What can be folded away (LSP 3.18, Folding Range Request).

package import JSON

extension Method {
  package static let foldingRange = Method(rawValue: "textDocument/foldingRange")
  package static let refreshFoldingRanges = Method(rawValue: "workspace/foldingRange/refresh")
}

/// What is folded, for commands such as "fold all comments".
package enum FoldingRangeKind: String, Hashable, Sendable {
  case comment
  case imports
  case region
}

/// Lines that can be hidden below their first. Columns are left out: most clients fold whole lines.
package struct FoldingRange: Hashable, Sendable {
  package var startLine: Int
  /// The last line that is hidden.
  package var endLine: Int
  package var kind: FoldingRangeKind?

  package init(startLine: Int, endLine: Int, kind: FoldingRangeKind? = nil) {
    self.startLine = startLine
    self.endLine = endLine
    self.kind = kind
  }
}

extension FoldingRange: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("startLine", startLine)
    writer.member("endLine", endLine)
    writer.member("kind", kind)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var folding: Folding { Folding(announced["foldingRange"]) }

  package struct Folding: Hashable, Sendable {
    /// How many ranges it wants at most, never negative; nil for any number.
    package var rangeLimit: Int?

    init(_ capability: Capability) {
      rangeLimit = capability["rangeLimit"].number.map { max($0, 0) }
    }
  }
}
