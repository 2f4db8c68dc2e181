// `workspace/didChangeConfiguration`: the user's settings, where the client sends them along.

internal import JSON
internal import LanguageServerProtocol

extension Session {
  func didChangeConfiguration(_ params: DidChangeConfigurationParams) {
    updateSettings(from: params.settings)
  }

  /// Takes over the user's settings, and checks everything again if they say something else of the rules.
  func updateSettings(from value: JSONValue?) {
    let old = settings.levels
    for problem in settings.update(from: value) { client.logMessage(.warning, problem) }
    guard settings.levels != old else { return }
    for folder in openFolders { fileSetChanged(in: folder) }
  }
}
