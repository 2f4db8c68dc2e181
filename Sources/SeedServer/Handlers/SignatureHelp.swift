// `textDocument/signatureHelp`: the parameters of the call that is being typed.

internal import LanguageServerProtocol
internal import SeedIDE

extension Session {
  func signatureHelp(
    _ params: TextDocumentPositionParams
  ) throws(ResponseError) -> LanguageServerProtocol.SignatureHelp? {
    guard let question = try question(params.textDocument.uri),
      let help = question.snapshot.signatureHelp(at: question.offset(params.position))
    else { return nil }
    return ToLSP.signatureHelp(help, capabilities.textDocument)
  }
}
