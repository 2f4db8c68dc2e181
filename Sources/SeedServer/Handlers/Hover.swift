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
