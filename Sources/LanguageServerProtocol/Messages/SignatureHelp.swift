// The parameters of the call that is being typed (LSP 3.18, Signature Help Request).

package import JSON

extension Method {
  package static let signatureHelp = Method(rawValue: "textDocument/signatureHelp")
}

/// A parameter, as the part of the signature's label that names it.
package struct ParameterInformation: Hashable, Sendable {
  /// Offsets into the label in UTF-16 units, whatever the position encoding is.
  package var label: (start: Int, end: Int) { (start, end) }
  private var start: Int
  private var end: Int
  package var documentation: MarkupContent?

  package init(label: (start: Int, end: Int), documentation: MarkupContent? = nil) {
    self.start = label.start
    self.end = label.end
    self.documentation = documentation
  }
}

extension ParameterInformation: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("label")
    writer.beginArray()
    writer.write(start)
    writer.write(end)
    writer.endArray()
    writer.member("documentation", documentation)
    writer.endObject()
  }
}

/// One form of a call.
package struct SignatureInformation: Hashable, Sendable {
  package var label: String
  package var documentation: MarkupContent?
  package var parameters: [ParameterInformation]?

  package init(label: String, documentation: MarkupContent? = nil, parameters: [ParameterInformation]? = nil) {
    self.label = label
    self.documentation = documentation
    self.parameters = parameters
  }
}

extension SignatureInformation: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("label", label)
    writer.member("documentation", documentation)
    writer.member("parameters", parameters)
    writer.endObject()
  }
}

/// The answer to `textDocument/signatureHelp`.
package struct SignatureHelp: Hashable, Sendable {
  package var signatures: [SignatureInformation]
  /// An index, from zero.
  package var activeSignature: Int?
  /// An index, from zero.
  package var activeParameter: Int?

  package init(signatures: [SignatureInformation], activeSignature: Int? = nil, activeParameter: Int? = nil) {
    self.signatures = signatures
    self.activeSignature = activeSignature
    self.activeParameter = activeParameter
  }
}

extension SignatureHelp: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("signatures", signatures)
    writer.member("activeSignature", activeSignature)
    writer.member("activeParameter", activeParameter)
    writer.endObject()
  }
}

/// When the client shall ask.
package struct SignatureHelpOptions: Hashable, Sendable {
  package var triggerCharacters: [String]?
  package var retriggerCharacters: [String]?

  package init(triggerCharacters: [String]? = nil, retriggerCharacters: [String]? = nil) {
    self.triggerCharacters = triggerCharacters
    self.retriggerCharacters = retriggerCharacters
  }
}

extension SignatureHelpOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("triggerCharacters", triggerCharacters)
    writer.member("retriggerCharacters", retriggerCharacters)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var signatureHelpFormats: [MarkupKind]? { signature["documentationFormat"].formats }

  /// Whether a parameter may be given by offsets into the label.
  package var signatureLabelOffsets: Bool { signature["parameterInformation"]["labelOffsetSupport"].flag }

  private var signature: Capability { announced["signatureHelp"]["signatureInformation"] }
}
