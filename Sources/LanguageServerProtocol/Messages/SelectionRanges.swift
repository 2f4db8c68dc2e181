// Growing and shrinking a selection (LSP 3.18, Selection Range Request).

package import JSON

extension Method {
  package static let selectionRange = Method(rawValue: "textDocument/selectionRange")
}

/// `textDocument/selectionRange`.
package struct SelectionRangeParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var positions: [Position]
}

extension SelectionRangeParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    positions = try members.required("positions")
  }
}

/// The ranges around one position; each must contain the one before.
///
/// The protocol nests them, each in its `parent`. A list says the same, and needs no recursion.
package struct SelectionRange: Hashable, Sendable {
  package var innermost: PositionRange
  /// From the smallest to the largest.
  package var enclosing: [PositionRange]

  package init(innermost: PositionRange, enclosing: [PositionRange]) {
    self.innermost = innermost
    self.enclosing = enclosing
  }
}

extension SelectionRange: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", innermost)
    for range in enclosing {
      writer.writeKey("parent")
      writer.beginObject()
      writer.member("range", range)
    }
    for _ in enclosing { writer.endObject() }
    writer.endObject()
  }
}
