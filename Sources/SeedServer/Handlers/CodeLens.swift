// `textDocument/codeLens`: above each definition, how much the study uses the code.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  /// Lenses that only show their title: a command that a client doesn't know would be one that does nothing.
  func codeLens(_ params: TextDocumentParams) throws(ResponseError) -> [LanguageServerProtocol.CodeLens]? {
    guard let question = try question(params.textDocument.uri) else { return nil }
    return question.snapshot.codeLenses().map { lens in
      LanguageServerProtocol.CodeLens(
        range: question.range(lens.range), command: Command(title: lens.title, command: ""))
    }
  }
}

extension Route {
  static let codeLens = Route.request(
    .codeLens, Session.codeLens, feature: .codeLens, refresh: .refreshCodeLenses,
    promise: "Counts of uses above definitions, unless switched off."
  ) { capabilities, _ in capabilities.codeLensProvider = ResolveOptions() }
}

extension Feature {
  static let codeLens = Feature("codeLens", "counts of uses above definitions")
}

extension SentRequest {
  static let refreshCodeLenses = SentRequest(
    .refreshCodeLenses, "Likewise.", refreshing: "codeLens")
}
