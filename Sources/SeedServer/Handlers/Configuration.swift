// `workspace/didChangeConfiguration` and `workspace/configuration`: the user's settings, sent along or asked for.

internal import JSON
internal import LanguageServerProtocol

extension Session {
  func didChangeConfiguration(_ params: DidChangeConfigurationParams) {
    // Clients that expect to be asked send `null`, some an empty object.
    guard let sent = params.settings, sent.object?.members.isEmpty == false else { return askForSettings() }
    var changed = settings
    update(&changed, from: sent)
    use(changed)
  }

  /// Takes over what is set in a value, and tells what was not understood.
  func update(_ settings: inout Settings, from value: JSONValue?) {
    for problem in settings.update(from: value) { client.logMessage(.warning, problem) }
  }

  /// Asks for the settings, if the client has them; what it doesn't mention is as it was told when it started.
  func askForSettings() {
    guard capabilities.workspace.configuration else { return }
    let item = ConfigurationItem(section: Settings.section)
    ask(.configuration, ConfigurationParams(items: [item])) { session, answer in
      guard let values = try? answer.get().result(as: JSONValue.self) else { return }
      var changed = session.initialSettings
      session.update(&changed, from: values[0])
      session.use(changed)
    }
  }

  /// Makes settings count from now on.
  private func use(_ changed: Settings) {
    guard changed != settings else { return }
    let old = settings
    settings = changed
    workspace.use(settings.levels)
    diagnosticsSettingsChanged(from: old)
    refreshAnswers()
    if settings.isEnabled(.foldingRanges) != old.isEnabled(.foldingRanges) { refreshFoldingRanges() }
    noteChange()
  }
}

extension Route {
  static let didChangeConfiguration = Route.notification(
    .didChangeConfiguration, Session.didChangeConfiguration,
    promise:
      "Settings that are sent along count from now on (so do `initializationOptions`); without any, they are asked "
      + "for. What is missing or malformed stays as it was.")
}

extension SentRequest {
  static let configuration = SentRequest(
    .configuration,
    "After `initialized` and when settings changed without being sent along: the section `seed-lsp`. Nothing, "
      + "`null` and wrong types count as not set.")
}
