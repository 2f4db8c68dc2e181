// How the client keeps us in step with its documents (LSP 3.18, Text Document Synchronization).

package import JSON

extension Method {
  package static let didOpen = Method(rawValue: "textDocument/didOpen")
  package static let didChange = Method(rawValue: "textDocument/didChange")
  package static let didSave = Method(rawValue: "textDocument/didSave")
  package static let didClose = Method(rawValue: "textDocument/didClose")
}

/// What a client sends when a document changes.
package enum TextDocumentSyncKind: Int, Hashable, Sendable {
  case none = 0
  /// The whole text.
  case full = 1
  /// The changed ranges.
  case incremental = 2
}

/// What the client shall tell us about its documents.
package struct TextDocumentSyncOptions: Hashable, Sendable {
  package var openClose: Bool
  package var change: TextDocumentSyncKind
  package var save: SaveOptions?

  package init(openClose: Bool, change: TextDocumentSyncKind, save: SaveOptions? = nil) {
    self.openClose = openClose
    self.change = change
    self.save = save
  }
}

extension TextDocumentSyncOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("openClose", openClose)
    writer.member("change", change)
    writer.member("save", save)
    writer.endObject()
  }
}

/// Asks to be told when a document is saved.
package struct SaveOptions: Hashable, Sendable {
  package var includeText: Bool

  package init(includeText: Bool = false) {
    self.includeText = includeText
  }
}

extension SaveOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.flag("includeText", includeText)
    writer.endObject()
  }
}

/// `textDocument/didOpen`: from now on the client's text counts, and not the file's.
package struct DidOpenTextDocumentParams: Hashable, Sendable {
  package var textDocument: TextDocumentItem
}

extension DidOpenTextDocumentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var textDocument: TextDocumentItem?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try TextDocumentItem(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
  }
}

/// One change. Several in a message are made one after another: each refers to the text that the one before left.
package struct TextDocumentContentChangeEvent: Hashable, Sendable {
  /// What is replaced; nil for the whole document.
  package var range: PositionRange?
  /// The replacement as UTF-8. Bytes that are not are kept.
  package var text: [UInt8]
}

extension TextDocumentContentChangeEvent: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var range: PositionRange?
    var text: [UInt8]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "range": range = try reader.readOptional(PositionRange.self)
      case "text": text = try reader.readBytes()
      default: try reader.skipValue()
      }
    }
    self.range = range
    self.text = try required(text, "text", in: object)
  }
}

/// `textDocument/didChange`.
package struct DidChangeTextDocumentParams: Hashable, Sendable {
  package var textDocument: VersionedTextDocumentIdentifier
  package var contentChanges: [TextDocumentContentChangeEvent]
}

extension DidChangeTextDocumentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var textDocument: VersionedTextDocumentIdentifier?
    var contentChanges: [TextDocumentContentChangeEvent]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try VersionedTextDocumentIdentifier(from: &reader)
      case "contentChanges": contentChanges = try reader.readArray(of: TextDocumentContentChangeEvent.self)
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
    self.contentChanges = try required(contentChanges, "contentChanges", in: object)
  }
}

/// `textDocument/didSave`.
package struct DidSaveTextDocumentParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  /// The saved text, if it was asked for.
  package var text: [UInt8]?
}

extension DidSaveTextDocumentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var textDocument: TextDocumentIdentifier?
    var text: [UInt8]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try TextDocumentIdentifier(from: &reader)
      case "text": text = try reader.readNull() ? nil : try reader.readBytes()
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
    self.text = text
  }
}

/// `textDocument/didClose`: from now on the file counts again.
package struct DidCloseTextDocumentParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
}

extension DidCloseTextDocumentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
  }
}
