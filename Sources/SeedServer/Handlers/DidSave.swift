// `textDocument/didSave`: the file now holds what we were told before.

internal import LanguageServerProtocol
internal import SeedWorkspace

extension Session {
  /// Nothing depends on a note's file while it is open; a configuration counts from now on. Whoever saves may have changed
  /// other files, too.
  func didSave(_ params: DidSaveTextDocumentParams) {
    if let path = params.textDocument.uri.path, ConfigurationFile.isName(path) {
      workspace.reloadConfiguration(path)
      publishOpenConfiguration(params.textDocument.uri)
    }
    workspace.watcher.look()
  }
}

extension Route {
  static let didSave = Route.notification(
    .didSave, Session.didSave,
    promise: "Of a note nothing depends on it, since the text is known already; a `seed-lsp.json` counts from now on. "
      + "Other files are looked at again, and findings are reported if they wait for this.",
    advertise: Route.advertiseSynchronization)
}
