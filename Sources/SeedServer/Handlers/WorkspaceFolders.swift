// `workspace/didChangeWorkspaceFolders`: the folders that are open, and the studies that they hold.

internal import LanguageServerProtocol

extension Session {
  func didChangeWorkspaceFolders(_ params: DidChangeWorkspaceFoldersParams) {
    workspace.changeFolders(added: params.event.added.map(\.uri), removed: params.event.removed.map(\.uri))
  }
}

extension Route {
  static let didChangeWorkspaceFolders = Route.notification(
    .didChangeWorkspaceFolders, Session.didChangeWorkspaceFolders,
    promise: "Folders are read or forgotten, and open documents move to the study they now belong to."
  ) { capabilities, _ in
    capabilities.inWorkspace.workspaceFolders = WorkspaceFoldersServerCapabilities(
      supported: true, changeNotifications: true)
  }
}
