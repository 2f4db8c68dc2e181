// How a message names a document (LSP 3.18, Text Documents).

package import JSON

/// A document.
package struct TextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
}

extension TextDocumentIdentifier: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
  }
}

/// A document in a certain state.
package struct VersionedTextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
  /// The state of the document after the changes in the message. It grows with each change.
  package var version: Int
}

// It comes with each keystroke, and so is read at once rather than after a walk over its members.

extension VersionedTextDocumentIdentifier: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var uri: DocumentURI?
    var version: Int?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      case "version": version = try reader.readInteger()
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
    self.version = try required(version, "version", in: object)
  }
}

/// A document that an edit is for.
package struct OptionalVersionedTextDocumentIdentifier: Hashable, Sendable {
  package var uri: DocumentURI
  /// The state that the edit is for, nil (sent as `null`) for a document that is not open.
  package var version: Int?

  package init(uri: DocumentURI, version: Int? = nil) {
    self.uri = uri
    self.version = version
  }
}

extension OptionalVersionedTextDocumentIdentifier: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("uri")
    uri.encode(to: &writer)
    writer.writeKey("version")
    if let version { writer.write(version) } else { writer.writeNull() }
    writer.endObject()
  }
}

/// A document with its text.
package struct TextDocumentItem: Hashable, Sendable {
  package var uri: DocumentURI
  /// The editor's name for the language. Nothing depends on it, so a client may leave it out.
  package var languageID: String?
  package var version: Int
  /// The content as UTF-8. Bytes that are not are kept.
  package var text: [UInt8]
}

extension TextDocumentItem: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var uri: DocumentURI?
    var languageID: String?
    var version: Int?
    var text: [UInt8]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      case "languageId": languageID = try reader.readLeniently(String.self)
      case "version": version = try reader.readInteger()
      case "text": text = try reader.readBytes()
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
    self.languageID = languageID
    self.version = try required(version, "version", in: object)
    self.text = try required(text, "text", in: object)
  }
}

/// The parameters of the many requests that ask about one place.
package struct TextDocumentPositionParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
}

extension TextDocumentPositionParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    position = try members.required("position")
  }
}

/// The parameters of the requests that ask about a whole document.
package struct TextDocumentParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
}

extension TextDocumentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
  }
}

/// The parameters of the requests that ask about a part of a document.
package struct DocumentRangeParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var range: PositionRange
}

extension DocumentRangeParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    range = try members.required("range")
  }
}
