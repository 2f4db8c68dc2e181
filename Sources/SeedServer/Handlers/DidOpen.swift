// `textDocument/didOpen`: from now on the text of a document is what the client says.

internal import LanguageServerProtocol
internal import SeedStudy
internal import SeedSyntax

extension Session {
  func didOpen(_ params: DidOpenTextDocumentParams) {
    let item = params.textDocument
    workspace.open(item.uri, version: item.version, Document(item.text, format: item.format))
    publishOpenConfiguration(item.uri)
    // The client may not tell of files that changed; while the user looks at one is a good time to look at the others.
    workspace.watcher.look()
  }
}

extension TextDocumentItem {
  /// What to read the text as: what the client takes for Python is Python, and so is a `.py` file.
  fileprivate var format: DocumentFormat {
    languageID == "python" ? .model : DocumentFormat(fileName: uri.path ?? uri.string)
  }
}

extension Route {
  static let advertiseSynchronization: @Sendable (inout ServerCapabilities, ClientCapabilities) -> Void = {
    capabilities, _ in
    capabilities.textDocumentSync = TextDocumentSyncOptions(
      openClose: true, change: .incremental, save: SaveOptions(includeText: false))
  }

  static let didOpen = Route.notification(
    .didOpen, Session.didOpen,
    promise: "From now on the client's text counts and not the file's.", advertise: Route.advertiseSynchronization)
}
