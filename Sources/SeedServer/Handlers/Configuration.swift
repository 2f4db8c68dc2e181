// `workspace/didChangeConfiguration`: the user's settings, where the client sends them along.

internal import LanguageServerProtocol

extension Session {
  func didChangeConfiguration(_ params: DidChangeConfigurationParams) {
    settings.update(from: params.settings)
  }
}
