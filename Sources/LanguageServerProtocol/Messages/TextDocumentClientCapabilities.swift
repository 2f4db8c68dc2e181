// What the client can do with a document (LSP 3.18, ClientCapabilities.textDocument).

/// Each capability is read beside the messages that depend on it.
package struct TextDocumentClientCapabilities: Hashable, Sendable {
  /// What the client has said, whatever it is.
  let announced: Capability
  // What is asked about each finding and each item of a list is read only once.
  package let publishDiagnostics: PublishDiagnostics
  package let completion: Completion
  /// The kinds of symbol that it can show; nil for those from 1 to 18.
  package let documentSymbolKinds: [Int]?

  init(_ textDocument: Capability) {
    announced = textDocument
    publishDiagnostics = PublishDiagnostics(textDocument["publishDiagnostics"])
    completion = Completion(textDocument["completion"])
    documentSymbolKinds = textDocument["documentSymbol"]["symbolKind"]["valueSet"].numbers
  }
}
