// `textDocument/didSave`: the file now holds what we were told before.

internal import LanguageServerProtocol
internal import SeedWorkspace

extension Session {
  func didSave(_ params: DidSaveTextDocumentParams) {
    let uri = params.textDocument.uri
    // Of a note nothing depends on its file while it is open; a configuration counts when it is saved.
    if let path = uri.path, ConfigurationFile.isName(path) {
      reloadConfiguration(path)
      publishOpenConfiguration(uri)
    }
    // Whoever saves may have changed other files, too.
    watcher.look()
  }
}
