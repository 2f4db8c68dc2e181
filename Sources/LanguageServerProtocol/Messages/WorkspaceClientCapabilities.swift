// What the client can do with the workspace as a whole (LSP 3.18, ClientCapabilities.workspace).

package struct WorkspaceClientCapabilities: Hashable, Sendable {
  /// Whether edits may carry versions, as `documentChanges`.
  package var documentChanges: Bool
  /// Operations on files that an edit may hold: `create`, `rename`, `delete`.
  package var resourceOperations: [String]
  package var changeAnnotations: Bool
  package var configuration: Bool
  package var didChangeConfigurationRegistration: Bool
  /// Whether we may register for changes of files. Without it we have to look ourselves.
  package var didChangeWatchedFilesRegistration: Bool
  package var relativePatterns: Bool
  /// The kinds of symbol that it can show; nil for those from 1 to 18.
  package var symbolKinds: [Int]?
  /// What we may ask it to request anew, by the names of its members with `refreshSupport`, such as `codeLens`.
  package var refreshable: Set<String>
  /// The names of the file operations that it reports, such as `willRename`.
  package var fileOperations: Set<String>

  init(_ workspace: Capability) {
    let edit = workspace["workspaceEdit"]
    documentChanges = edit["documentChanges"].flag
    resourceOperations = edit["resourceOperations"].words ?? []
    changeAnnotations = edit["changeAnnotationSupport"].isPresent
    configuration = workspace["configuration"].flag
    didChangeConfigurationRegistration = workspace["didChangeConfiguration"]["dynamicRegistration"].flag
    didChangeWatchedFilesRegistration = workspace["didChangeWatchedFiles"]["dynamicRegistration"].flag
    relativePatterns = workspace["didChangeWatchedFiles"]["relativePatternSupport"].flag
    symbolKinds = workspace["symbol"]["symbolKind"]["valueSet"].numbers
    refreshable = Set(workspace.names.filter { workspace[$0]["refreshSupport"].flag })
    let operations = ["didCreate", "didRename", "willRename", "didDelete"]
    fileOperations = Set(operations.filter { workspace["fileOperations"][$0].flag })
  }
}
