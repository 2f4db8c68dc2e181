// The names of all methods that this server handles or sends, in one place.

package struct Method: RawRepresentable, Hashable, Sendable {
  package let rawValue: String

  package init(rawValue: String) {
    self.rawValue = rawValue
  }
}

// MARK: - Lifecycle

extension Method {
  package static let initialize = Method(rawValue: "initialize")
  package static let initialized = Method(rawValue: "initialized")
  package static let shutdown = Method(rawValue: "shutdown")
  package static let exit = Method(rawValue: "exit")
  package static let registerCapability = Method(rawValue: "client/registerCapability")
  package static let unregisterCapability = Method(rawValue: "client/unregisterCapability")
  package static let cancelRequest = Method(rawValue: "$/cancelRequest")
  package static let progress = Method(rawValue: "$/progress")
  package static let setTrace = Method(rawValue: "$/setTrace")
  package static let logTrace = Method(rawValue: "$/logTrace")
}

// MARK: - Documents

extension Method {
  package static let didOpen = Method(rawValue: "textDocument/didOpen")
  package static let didChange = Method(rawValue: "textDocument/didChange")
  package static let didSave = Method(rawValue: "textDocument/didSave")
  package static let didClose = Method(rawValue: "textDocument/didClose")
  package static let publishDiagnostics = Method(rawValue: "textDocument/publishDiagnostics")
  package static let documentDiagnostic = Method(rawValue: "textDocument/diagnostic")
  package static let workspaceDiagnostic = Method(rawValue: "workspace/diagnostic")
  package static let refreshDiagnostics = Method(rawValue: "workspace/diagnostic/refresh")
}

// MARK: - Features

extension Method {
  package static let completion = Method(rawValue: "textDocument/completion")
  package static let resolveCompletionItem = Method(rawValue: "completionItem/resolve")
  package static let hover = Method(rawValue: "textDocument/hover")
  package static let signatureHelp = Method(rawValue: "textDocument/signatureHelp")
  package static let declaration = Method(rawValue: "textDocument/declaration")
  package static let definition = Method(rawValue: "textDocument/definition")
  package static let typeDefinition = Method(rawValue: "textDocument/typeDefinition")
  package static let implementation = Method(rawValue: "textDocument/implementation")
  package static let references = Method(rawValue: "textDocument/references")
  package static let documentHighlight = Method(rawValue: "textDocument/documentHighlight")
  package static let documentSymbol = Method(rawValue: "textDocument/documentSymbol")
  package static let codeAction = Method(rawValue: "textDocument/codeAction")
  package static let resolveCodeAction = Method(rawValue: "codeAction/resolve")
  package static let codeLens = Method(rawValue: "textDocument/codeLens")
  package static let refreshCodeLenses = Method(rawValue: "workspace/codeLens/refresh")
  package static let documentLink = Method(rawValue: "textDocument/documentLink")
  package static let formatting = Method(rawValue: "textDocument/formatting")
  package static let rangeFormatting = Method(rawValue: "textDocument/rangeFormatting")
  package static let prepareRename = Method(rawValue: "textDocument/prepareRename")
  package static let rename = Method(rawValue: "textDocument/rename")
  package static let foldingRange = Method(rawValue: "textDocument/foldingRange")
  package static let refreshFoldingRanges = Method(rawValue: "workspace/foldingRange/refresh")
  package static let selectionRange = Method(rawValue: "textDocument/selectionRange")
  package static let semanticTokens = Method(rawValue: "textDocument/semanticTokens/full")
  package static let semanticTokensDelta = Method(rawValue: "textDocument/semanticTokens/full/delta")
  package static let semanticTokensRange = Method(rawValue: "textDocument/semanticTokens/range")
  package static let refreshSemanticTokens = Method(rawValue: "workspace/semanticTokens/refresh")
  package static let inlayHint = Method(rawValue: "textDocument/inlayHint")
  package static let refreshInlayHints = Method(rawValue: "workspace/inlayHint/refresh")
  package static let prepareCallHierarchy = Method(rawValue: "textDocument/prepareCallHierarchy")
  package static let incomingCalls = Method(rawValue: "callHierarchy/incomingCalls")
  package static let outgoingCalls = Method(rawValue: "callHierarchy/outgoingCalls")
}

// MARK: - Workspace

extension Method {
  package static let workspaceSymbol = Method(rawValue: "workspace/symbol")
  package static let configuration = Method(rawValue: "workspace/configuration")
  package static let didChangeConfiguration = Method(rawValue: "workspace/didChangeConfiguration")
  package static let didChangeWorkspaceFolders = Method(rawValue: "workspace/didChangeWorkspaceFolders")
  package static let didChangeWatchedFiles = Method(rawValue: "workspace/didChangeWatchedFiles")
  package static let executeCommand = Method(rawValue: "workspace/executeCommand")
  package static let didCreateFiles = Method(rawValue: "workspace/didCreateFiles")
  package static let willRenameFiles = Method(rawValue: "workspace/willRenameFiles")
  package static let didRenameFiles = Method(rawValue: "workspace/didRenameFiles")
  package static let didDeleteFiles = Method(rawValue: "workspace/didDeleteFiles")
}

// MARK: - Window

extension Method {
  package static let showMessage = Method(rawValue: "window/showMessage")
  package static let logMessage = Method(rawValue: "window/logMessage")
  package static let createWorkDoneProgress = Method(rawValue: "window/workDoneProgress/create")
}
