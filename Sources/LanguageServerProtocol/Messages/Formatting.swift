// Laying out a document (LSP 3.18, Document Formatting Request).

package import JSON

/// How the editor indents.
package struct FormattingOptions: Hashable, Sendable {
  package var tabSize: Int
  package var insertSpaces: Bool
}

extension FormattingOptions: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var tabSize: Int?
    var insertSpaces: Bool?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "tabSize": tabSize = try reader.readUnsigned()
      case "insertSpaces": insertSpaces = try reader.readBoolean()
      default: try reader.skipValue()
      }
    }
    self.tabSize = try required(tabSize, "tabSize", in: object)
    self.insertSpaces = try required(insertSpaces, "insertSpaces", in: object)
  }
}

/// `textDocument/formatting`.
package struct DocumentFormattingParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var options: FormattingOptions
  package var workDoneToken: ProgressToken?
}

extension DocumentFormattingParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var textDocument: TextDocumentIdentifier?
    var options: FormattingOptions?
    var workDoneToken: ProgressToken?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try TextDocumentIdentifier(from: &reader)
      case "options": options = try FormattingOptions(from: &reader)
      case "workDoneToken": workDoneToken = try reader.readLeniently(ProgressToken.self)
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
    self.options = try required(options, "options", in: object)
    self.workDoneToken = workDoneToken
  }
}

/// `textDocument/rangeFormatting`.
package struct DocumentRangeFormattingParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange
  package var options: FormattingOptions
  package var workDoneToken: ProgressToken?
}

extension DocumentRangeFormattingParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var textDocument: TextDocumentIdentifier?
    var range: PositionRange?
    var options: FormattingOptions?
    var workDoneToken: ProgressToken?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try TextDocumentIdentifier(from: &reader)
      case "range": range = try PositionRange(from: &reader)
      case "options": options = try FormattingOptions(from: &reader)
      case "workDoneToken": workDoneToken = try reader.readLeniently(ProgressToken.self)
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
    self.range = try required(range, "range", in: object)
    self.options = try required(options, "options", in: object)
    self.workDoneToken = workDoneToken
  }
}
