// Findings that are encoded once and sent several times.

package import JSON

/// Some diagnostics as they stand in a message.
package struct EncodedDiagnostics: Sendable {
  fileprivate let elements: [UInt8]

  package init(_ diagnostics: [Diagnostic]) {
    var writer = JSONWriter()
    for diagnostic in diagnostics { diagnostic.encode(to: &writer) }
    elements = writer.bytes
  }
}

/// Like ``PublishDiagnosticsParams``.
package struct PublishEncodedDiagnosticsParams: JSONEncodable, Sendable {
  private let uri: DocumentURI
  private let version: Int?
  private let parts: [EncodedDiagnostics]

  package init(uri: DocumentURI, version: Int?, parts: [EncodedDiagnostics]) {
    self.uri = uri
    self.version = version
    self.parts = parts
  }

  /// How many bytes will do for the whole message.
  package var capacity: Int { parts.reduce(512 + uri.string.utf8.count) { $0 + $1.elements.count + 1 } }

  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.member("version", version)
    writer.writeKey("diagnostics")
    writer.beginArray()
    for part in parts { writer.write(encodedElements: part.elements) }
    writer.endArray()
    writer.endObject()
  }
}
