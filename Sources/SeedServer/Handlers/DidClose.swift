// `textDocument/didClose`: what counts again is the file, which may differ from what was typed and not saved.

internal import LanguageServerProtocol

extension Session {
  func didClose(_ params: DidCloseTextDocumentParams) throws(ResponseError) {
    let uri = params.textDocument.uri
    guard let document = openDocuments.removeValue(forKey: uri) else {
      throw ResponseError(.invalidParams, "The document \(uri) was closed but was never opened.")
    }
    reload(uri, in: document.folder)
    publishChanges(in: document.folder)
    publishClosedConfiguration(uri)
    closeIfUnused(document.folder)
  }
}
