// What is known about the thing under the pointer (LSP 3.18, Hover Request).

package import JSON

extension Method {
  package static let hover = Method(rawValue: "textDocument/hover")
}

/// The answer to `textDocument/hover`.
package struct Hover: Hashable, Sendable {
  package var contents: MarkupContent
  /// What the hover is about, so that the editor can mark it.
  package var range: PositionRange?

  package init(contents: MarkupContent, range: PositionRange? = nil) {
    self.contents = contents
    self.range = range
  }
}

extension Hover: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("contents", contents)
    writer.member("range", range)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  /// The formats of a hover, in the client's order of preference; nil for a client that says nothing.
  package var hoverFormats: [MarkupKind]? { announced["hover"]["contentFormat"].formats }
}
