// Documents that exist only in the server, such as a generated codebook (LSP 3.18, Text Document Content Request).

package import JSON

/// `workspace/textDocumentContent`.
package struct TextDocumentContentParams: Hashable, Sendable {
  package var uri: DocumentURI
}

extension TextDocumentContentParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var uri: DocumentURI?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
  }
}

/// The whole text.
package struct TextDocumentContentResult: Hashable, Sendable {
  package var text: [UInt8]

  package init(text: [UInt8]) {
    self.text = text
  }
}

extension TextDocumentContentResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("text", utf8: text)
    writer.endObject()
  }
}

/// `workspace/textDocumentContent/refresh`: the text has changed.
package struct TextDocumentContentRefreshParams: Hashable, Sendable {
  package var uri: DocumentURI

  package init(uri: DocumentURI) {
    self.uri = uri
  }
}

extension TextDocumentContentRefreshParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.endObject()
  }
}

/// The URI schemes of our documents.
package struct TextDocumentContentOptions: Hashable, Sendable {
  package var schemes: [String]

  package init(schemes: [String]) {
    self.schemes = schemes
  }
}

extension TextDocumentContentOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("schemes", schemes)
    writer.endObject()
  }
}
