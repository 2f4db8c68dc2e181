// `textDocument/hover`: what the name under the pointer means.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func hover(_ params: TextDocumentPositionParams) throws(ResponseError) -> LanguageServerProtocol.Hover? {
    guard let question = try question(params.textDocument.uri),
      let hover = question.snapshot.hover(at: question.offset(params.position))
    else { return nil }
    return LanguageServerProtocol.Hover(
      contents: ToLSP.markup(hover.content, capabilities.textDocument.hoverFormats),
      range: question.range(hover.range))
  }
}

extension Route {
  static let hover = Route.request(
    .hover, Session.hover, feature: .hover,
    promise: "What a name means, as Markdown where the client says that it shows it, else as plain text."
  ) { capabilities, _ in capabilities.hoverProvider = true }
}

extension Feature {
  static let hover = Feature("hover", "what a name means when one points at it")
}
