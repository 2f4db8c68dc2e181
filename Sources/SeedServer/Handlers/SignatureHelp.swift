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

extension Route {
  static let signatureHelp = Route.request(
    .signatureHelp, Session.signatureHelp, feature: .signatureHelp,
    promise: "The parameters of the call at the cursor, and which of them it stands in."
  ) { capabilities, _ in
    capabilities.signatureHelpProvider = SignatureHelpOptions(
      triggerCharacters: ["(", ","], retriggerCharacters: [",", "="])
  }
}

extension Feature {
  static let signatureHelp = Feature("signatureHelp", "the parameters of a call")
}
