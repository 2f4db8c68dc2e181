// `textDocument/didClose`: what counts again is the file, which may differ from what was typed and not saved.

internal import LanguageServerProtocol

extension Session {
  func didClose(_ params: DidCloseTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard let study = workspace.close(uri) else {
      throw ResponseError(.invalidParams, "The document \(uri) was closed but was never opened.")
    }
    diagnosticsState.forget(uri)
    publishChanges(in: study)
    publishClosedConfiguration(uri)
    workspace.closeIfUnused(study.folder)
  }
}

extension Route {
  static let didClose = Route.notification(
    .didClose, Session.didClose,
    promise: "From now on the file counts, with findings for what is in it.", advertise: Route.advertiseSynchronization)
}
