// `textDocument/didChange`: edits of a document, made as they arrive.

internal import LanguageServerProtocol

extension Session {
  func didChange(_ params: DidChangeTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard workspace.openDocuments[uri] != nil else {
      throw ResponseError(.invalidParams, "The document \(uri) changed but was never opened; the change was ignored.")
    }
    defer {
      workspace.finishEdits(of: uri, version: params.textDocument.version)
      if settings.diagnosticsMode == .onType { publishOpenConfiguration(uri) }
    }
    let unit = unit
    for change in params.contentChanges {
      try workspace.edit(uri) { (document) throws(ResponseError) in
        guard let range = change.range else { return document.setText(change.text) }
        let bytes = try FromLSP.range(range, in: document.syntax, unit)
        document.replace(bytes, with: change.text, onLine: range.start.line)
      }
    }
  }
}

extension Route {
  static let didChange = Route.notification(
    .didChange, Session.didChange,
    promise: "Ranges or the whole text, several in one message, one after another.",
    advertise: Route.advertiseSynchronization)
}
