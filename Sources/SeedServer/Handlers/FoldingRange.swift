// `textDocument/foldingRange`: what can be hidden of a note.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func foldingRange(_ params: TextDocumentParams) throws(ResponseError) -> [LanguageServerProtocol.FoldingRange]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    let limit = capabilities.textDocument.folding.rangeLimit
    return question.snapshot.foldingRanges(limit: limit).map { range in
      LanguageServerProtocol.FoldingRange(
        startLine: range.firstLine, endLine: range.lastLine, kind: ToLSP.foldingKind(range.kind))
    }
  }
}

extension Route {
  static let foldingRange = Route.request(
    .foldingRange, Session.foldingRange, feature: .foldingRanges,
    promise: "Whole lines only, no more ranges than the client wants."
  ) { capabilities, _ in capabilities.foldingRangeProvider = true }
}

extension Feature {
  static let foldingRanges = Feature("foldingRanges", "folding of header, quotations, traces and blocks")
}

extension SentRequest {
  static let refreshFoldingRanges = SentRequest(
    .refreshFoldingRanges, "When foldings are switched on or off, where the client offers it.",
    refreshing: "foldingRange")
}
