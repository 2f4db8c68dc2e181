// Changing a name everywhere (LSP 3.18, Rename Request).

package import JSON

extension Method {
  package static let prepareRename = Method(rawValue: "textDocument/prepareRename")
  package static let rename = Method(rawValue: "textDocument/rename")
}

/// `textDocument/rename`.
package struct RenameParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
  package var newName: String
}

extension RenameParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    position = try members.required("position")
    newName = try members.required("newName")
  }
}

/// The answer to `textDocument/prepareRename`; nil (sent as `null`) if there is nothing to rename.
package struct PrepareRenameResult: Hashable, Sendable {
  package var range: PositionRange
  /// What the editor offers to change.
  package var placeholder: String

  package init(range: PositionRange, placeholder: String) {
    self.range = range
    self.placeholder = placeholder
  }
}

extension PrepareRenameResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", range)
    writer.member("placeholder", placeholder)
    writer.endObject()
  }
}

/// How renaming is offered.
package struct RenameOptions: Hashable, Sendable {
  /// Only for clients with `prepareSupport`; others take any object here as a mistake.
  package var prepareProvider: Bool

  package init(prepareProvider: Bool = false) {
    self.prepareProvider = prepareProvider
  }
}

extension RenameOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.flag("prepareProvider", prepareProvider)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  /// Whether `prepareRename` may be offered.
  package var prepareRename: Bool { announced["rename"]["prepareSupport"].flag }
}
