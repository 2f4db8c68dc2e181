// What a client says of itself, and what the server answers.

import JSON
import LanguageServerProtocol
import Testing

private func read(_ text: String) throws -> InitializeParams { try InitializeParams(json: Array(text.utf8)) }

@Suite struct InitializeTests {
  @Test func whatTheClientSaysOfItselfIsRead() throws {
    let params = try read(
      #"""
      {"processId":42,"clientInfo":{"name":"Neovim","version":"0.12"},"locale":"en","rootUri":"file:///study",
       "rootPath":"/study","initializationOptions":{"a":1},"trace":"messages",
       "workspaceFolders":[{"uri":"file:///study","name":"study"}],"capabilities":{}}
      """#)
    #expect(params.processID == 42)
    #expect(params.clientInfo == ImplementationInfo(name: "Neovim", version: "0.12"))
    #expect(params.rootURI?.path == "/study")
    #expect(params.initializationOptions == ["a": 1])
    #expect(params.trace == .messages)
    #expect(params.workspaceFolders?.map(\.name) == ["study"])
  }

  @Test(arguments: [
    "{}", #"{"processId":null,"rootUri":null,"rootPath":null,"workspaceFolders":null,"capabilities":null}"#,
    #"{"capabilities":{}}"#, #"{"capabilities":[],"processId":"x","trace":7,"clientInfo":[],"workspaceFolders":{}}"#,
    #"{"capabilities":{"general":5,"workspace":null,"textDocument":[],"window":{"workDoneProgress":"yes"}}}"#,
    #"{"capabilities":{"general":{"positionEncodings":"utf-8"},"textDocument":{"completion":{"completionItem":1}}}}"#,
    #"{"workspaceFolders":[5,{"uri":1},{"name":"a"}],"rootUri":{},"locale":{},"initializationOptions":null}"#,
  ])
  func whatIsMissingOrBrokenCountsAsNothing(text: String) throws {
    let params = try read(text)
    #expect(params.processID == nil)
    #expect(params.rootURI == nil)
    #expect(params.workspaceFolders ?? [] == [])
    #expect(Self.abilities(params.capabilities) == Self.abilities(ClientCapabilities(nil)))
  }

  /// All that is read of a client's capabilities.
  private static func abilities(_ client: ClientCapabilities) -> [AnyHashable?] {
    let document = client.textDocument
    return [
      client.general, client.window, client.workspace, document.publishDiagnostics, document.completion,
      document.documentSymbolKinds, document.diagnostic, document.hoverFormats, document.signatureHelpFormats,
      document.signatureLabelOffsets, document.linkSupport, document.hierarchicalDocumentSymbols, document.codeAction,
      document.prepareRename, document.folding, document.documentLinkTooltips,
    ]
  }

  @Test func oneBrokenFolderDoesNotHideTheOthers() throws {
    let params = try read(#"{"workspaceFolders":[{"name":1},{"uri":"file:///a","name":"a"}]}"#)
    #expect(params.workspaceFolders?.map(\.name) == ["a"])
  }

  @Test func capabilitiesThatDecideWhatWeDoAreRead() throws {
    let capabilities = try read(
      #"""
      {"capabilities":{
        "general":{"positionEncodings":["utf-8","utf-7","utf-16"]},
        "window":{"workDoneProgress":true,"showDocument":{"support":true}},
        "workspace":{"applyEdit":true,"configuration":true,"workspaceFolders":true,
          "workspaceEdit":{"documentChanges":true,"resourceOperations":["create","rename"],
            "changeAnnotationSupport":{"groupsOnLabel":true}},
          "didChangeWatchedFiles":{"dynamicRegistration":true,"relativePatternSupport":true},
          "symbol":{"symbolKind":{"valueSet":[1,2,26]}},"codeLens":{"refreshSupport":true},
          "fileOperations":{"willRename":true,"didRename":false}},
        "textDocument":{
          "publishDiagnostics":{"relatedInformation":true,"versionSupport":true,"tagSupport":{"valueSet":[1,9]}},
          "diagnostic":{"relatedDocumentSupport":true},
          "completion":{"completionItem":{"snippetSupport":true,"documentationFormat":["markdown","plaintext"],
            "resolveSupport":{"properties":["documentation"]}},"completionList":{"itemDefaults":["editRange"]}},
          "hover":{"contentFormat":["plaintext"]},
          "definition":{"linkSupport":true},
          "documentSymbol":{"hierarchicalDocumentSymbolSupport":true},
          "codeAction":{"codeActionLiteralSupport":{"codeActionKind":{"valueSet":[]}},"isPreferredSupport":true},
          "rename":{"prepareSupport":true,"honorsChangeAnnotations":true},
          "foldingRange":{"rangeLimit":5000,"lineFoldingOnly":true},
          "semanticTokens":{"requests":{"range":true,"full":{"delta":true}},"tokenTypes":["class"],
            "tokenModifiers":["declaration"],"formats":["relative"]}}}}
      """#
    ).capabilities
    #expect(capabilities.general.positionEncodings == [.utf8, .utf16])
    #expect(capabilities.window.workDoneProgress)
    let workspace = capabilities.workspace
    #expect(workspace.configuration && workspace.documentChanges && workspace.changeAnnotations)
    #expect(workspace.resourceOperations == ["create", "rename"])
    #expect(workspace.didChangeWatchedFilesRegistration && workspace.relativePatterns)
    #expect(workspace.symbolKinds == [1, 2, 26])
    #expect(workspace.refreshable == ["codeLens"])
    #expect(workspace.fileOperations == ["willRename"])
    let textDocument = capabilities.textDocument
    #expect(textDocument.publishDiagnostics.relatedInformation)
    #expect(textDocument.diagnostic != nil)
    #expect(textDocument.completion.snippets && !textDocument.completion.insertReplace)
    #expect(textDocument.completion.documentationFormats == [.markdown, .plainText])
    #expect(textDocument.completion.itemDefaults == ["editRange"])
    #expect(textDocument.completion.resolvableProperties == ["documentation"])
    #expect(textDocument.hoverFormats == [.plainText])
    #expect(textDocument.linkSupport.definition && !textDocument.linkSupport.typeDefinition)
    #expect(textDocument.hierarchicalDocumentSymbols)
    #expect(textDocument.codeAction.literals && textDocument.codeAction.isPreferred)
    #expect(textDocument.prepareRename)
    #expect(textDocument.folding.rangeLimit == 5000)
  }

  @Test func onlyWhatIsOfferedIsWritten() throws {
    var capabilities = ServerCapabilities()
    capabilities.positionEncoding = .utf16
    capabilities.textDocumentSync = TextDocumentSyncOptions(
      openClose: true, change: .incremental, save: SaveOptions(includeText: false))
    capabilities.completionProvider = CompletionOptions(triggerCharacters: ["("])
    capabilities.hoverProvider = true
    capabilities.renameProvider = RenameOptions(prepareProvider: true)
    capabilities.semanticTokensProvider = SemanticTokensOptions(
      legend: SemanticTokensLegend(tokenTypes: ["class"], tokenModifiers: []), range: true, fullWithDelta: true)
    capabilities.inWorkspace.workspaceFolders = WorkspaceFoldersServerCapabilities(
      supported: true, changeNotifications: true)
    let result = InitializeResult(
      capabilities: capabilities, serverInfo: ImplementationInfo(name: "seed-lsp", version: "0.1"))
    let expected: JSONValue = [
      "capabilities": [
        "positionEncoding": "utf-16", "textDocumentSync": ["openClose": true, "change": 2, "save": [:]],
        "completionProvider": ["triggerCharacters": ["("]], "hoverProvider": true,
        "renameProvider": ["prepareProvider": true],
        "semanticTokensProvider": [
          "legend": ["tokenTypes": ["class"], "tokenModifiers": []], "range": true, "full": ["delta": true],
        ], "workspace": ["workspaceFolders": ["supported": true, "changeNotifications": true]],
      ], "serverInfo": ["name": "seed-lsp", "version": "0.1"],
    ]
    #expect(try JSONValue(json: result.json()) == expected)
    #expect(try JSONValue(json: ServerCapabilities().json()) == [:])
  }
}
