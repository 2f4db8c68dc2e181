// A change that the client is asked to make to a text (LSP 3.18, TextEdit).

package import JSON

extension Method {
  package static let formatting = Method(rawValue: "textDocument/formatting")
  package static let rangeFormatting = Method(rawValue: "textDocument/rangeFormatting")
}

/// The replacement of a range by a text. Edits of one document must not overlap, and all refer to the text before any
/// of them.
package struct TextEdit: Hashable, Sendable {
  package var range: PositionRange
  package var newText: String
  /// Which ``ChangeAnnotation`` it belongs to; makes it an `AnnotatedTextEdit`.
  package var annotationID: String?

  package init(range: PositionRange, newText: String, annotationID: String? = nil) {
    self.range = range
    self.newText = newText
    self.annotationID = annotationID
  }
}

extension TextEdit: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("range")
    range.encode(to: &writer)
    writer.writeKey("newText")
    writer.write(newText)
    writer.member("annotationId", annotationID)
    writer.endObject()
  }
}
