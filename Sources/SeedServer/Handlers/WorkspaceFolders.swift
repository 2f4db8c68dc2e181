// `workspace/didChangeWorkspaceFolders`: the folders that are open, and the studies that they hold.

internal import LanguageServerProtocol

extension Session {
  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    workspace.changeFolders(added: params.event.added.map(\.uri), removed: params.event.removed.map(\.uri))
  }
}
