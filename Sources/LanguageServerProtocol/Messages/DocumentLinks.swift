// Addresses in a document that can be opened (LSP 3.18, Document Link Request).

package import JSON

extension Method {
  package static let documentLink = Method(rawValue: "textDocument/documentLink")
}

/// One link.
package struct DocumentLink: Hashable, Sendable {
  package var range: PositionRange
  /// Where it leads; nil if it is found out by `documentLink/resolve`.
  package var target: DocumentURI?
  package var tooltip: String?
  /// Comes back unchanged with `documentLink/resolve`.
  package var data: JSONValue?

  package init(range: PositionRange, target: DocumentURI? = nil, tooltip: String? = nil, data: JSONValue? = nil) {
    self.range = range
    self.target = target
    self.tooltip = tooltip
    self.data = data
  }
}

extension DocumentLink: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", range)
    writer.member("target", target)
    writer.member("tooltip", tooltip)
    writer.member("data", data)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var documentLinkTooltips: Bool { announced["documentLink"]["tooltipSupport"].flag }
}
