// What we tell the client that we can do (LSP 3.18, ServerCapabilities).

package import JSON

/// One member for each capability; those that are nil are not offered.
package struct ServerCapabilities: Hashable, Sendable {
  package var positionEncoding: PositionEncoding?
  package var textDocumentSync: TextDocumentSyncOptions?
  package var completionProvider: CompletionOptions?
  package var hoverProvider: Bool?
  package var signatureHelpProvider: SignatureHelpOptions?
  package var declarationProvider: Bool?
  package var definitionProvider: Bool?
  package var typeDefinitionProvider: Bool?
  package var implementationProvider: Bool?
  package var referencesProvider: Bool?
  package var documentHighlightProvider: Bool?
  package var documentSymbolProvider: Bool?
  package var codeActionProvider: CodeActionOptions?
  package var codeLensProvider: ResolveOptions?
  package var documentLinkProvider: ResolveOptions?
  package var documentFormattingProvider: Bool?
  package var documentRangeFormattingProvider: Bool?
  package var renameProvider: RenameOptions?
  package var foldingRangeProvider: Bool?
  package var executeCommandProvider: ExecuteCommandOptions?
  package var selectionRangeProvider: Bool?
  package var callHierarchyProvider: Bool?
  package var semanticTokensProvider: SemanticTokensOptions?
  package var inlayHintProvider: ResolveOptions?
  package var diagnosticProvider: DiagnosticOptions?
  package var workspaceSymbolProvider: Bool?
  package var workspace: WorkspaceServerCapabilities?

  /// Nothing is offered yet.
  package init() {}
}

extension ServerCapabilities: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("positionEncoding", positionEncoding)
    writer.member("textDocumentSync", textDocumentSync)
    writer.member("completionProvider", completionProvider)
    writer.member("hoverProvider", hoverProvider)
    writer.member("signatureHelpProvider", signatureHelpProvider)
    writer.member("declarationProvider", declarationProvider)
    writer.member("definitionProvider", definitionProvider)
    writer.member("typeDefinitionProvider", typeDefinitionProvider)
    writer.member("implementationProvider", implementationProvider)
    writer.member("referencesProvider", referencesProvider)
    writer.member("documentHighlightProvider", documentHighlightProvider)
    writer.member("documentSymbolProvider", documentSymbolProvider)
    writer.member("codeActionProvider", codeActionProvider)
    writer.member("codeLensProvider", codeLensProvider)
    writer.member("documentLinkProvider", documentLinkProvider)
    writer.member("documentFormattingProvider", documentFormattingProvider)
    writer.member("documentRangeFormattingProvider", documentRangeFormattingProvider)
    writer.member("renameProvider", renameProvider)
    writer.member("foldingRangeProvider", foldingRangeProvider)
    writer.member("executeCommandProvider", executeCommandProvider)
    writer.member("selectionRangeProvider", selectionRangeProvider)
    writer.member("callHierarchyProvider", callHierarchyProvider)
    writer.member("semanticTokensProvider", semanticTokensProvider)
    writer.member("inlayHintProvider", inlayHintProvider)
    writer.member("diagnosticProvider", diagnosticProvider)
    writer.member("workspaceSymbolProvider", workspaceSymbolProvider)
    writer.member("workspace", workspace)
    writer.endObject()
  }
}

/// What concerns the workspace as a whole.
package struct WorkspaceServerCapabilities: Hashable, Sendable {
  package var workspaceFolders: WorkspaceFoldersServerCapabilities?
  package var fileOperations: FileOperationOptions?
}

extension ServerCapabilities {
  /// What concerns the workspace, to be added to: with its first member it is offered.
  package var inWorkspace: WorkspaceServerCapabilities {
    get { workspace ?? WorkspaceServerCapabilities() }
    set { workspace = newValue }
  }
}

extension WorkspaceServerCapabilities {
  /// The file operations to hear of, to be added to.
  package var inFileOperations: FileOperationOptions {
    get { fileOperations ?? FileOperationOptions() }
    set { fileOperations = newValue }
  }
}

extension WorkspaceServerCapabilities: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("workspaceFolders", workspaceFolders)
    writer.member("fileOperations", fileOperations)
    writer.endObject()
  }
}
