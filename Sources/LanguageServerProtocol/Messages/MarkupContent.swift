// Text for people, in Markdown or plain (LSP 3.18, MarkupContent).

package import JSON

/// The formats of a text for people.
package enum MarkupKind: String, Hashable, Sendable {
  case plainText = "plaintext"
  case markdown = "markdown"
}

/// A text for people.
package struct MarkupContent: Hashable, Sendable {
  package var kind: MarkupKind
  package var value: String

  package init(kind: MarkupKind, value: String) {
    self.kind = kind
    self.value = value
  }
}

extension MarkupContent: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("kind", kind)
    writer.member("value", value)
    writer.endObject()
  }
}
