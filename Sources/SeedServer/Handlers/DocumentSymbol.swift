// `textDocument/documentSymbol`: the outline of a note.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// A tree for clients that show one, else the same entries in a row, each with the name of the one around it.
  func documentSymbol(_ params: TextDocumentParams) throws(ResponseError) -> DocumentSymbolResult? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let outline = question.snapshot.outline()
    let client = capabilities.textDocument
    let conversion = SymbolConversion(kinds: client.documentSymbolKinds, range: { question.range($0) })
    if client.hierarchicalDocumentSymbols { return .hierarchical(outline.map { conversion.symbol($0) }) }
    return .flat(outline.flatMap { conversion.flatSymbols($0, in: params.textDocument.uri) })
  }
}

extension Route {
  static let documentSymbol = Route.request(
    .documentSymbol, Session.documentSymbol, feature: .documentSymbols,
    promise: "The outline: a tree where the client shows trees, else a list."
  ) { capabilities, _ in capabilities.documentSymbolProvider = true }
}

extension Feature {
  static let documentSymbols = Feature("documentSymbols", "the outline")
}
