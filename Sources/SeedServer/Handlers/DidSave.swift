// `textDocument/didSave`: the file now holds what we were told before.

internal import LanguageServerProtocol

extension Session {
  /// Nothing depends on the file while the document is open. But whoever saves may have changed other files, too.
  func didSave(_ params: DidSaveTextDocumentParams) {
    watcher.look()
  }
}
