// Messages as the server sends them, byte for byte.

import JSON
import LanguageServerProtocol
import Testing

private func expect(
  _ value: some JSONEncodable, isWritten expected: String, sourceLocation: SourceLocation = #_sourceLocation
) {
  #expect(String(decoding: value.json(), as: UTF8.self) == expected, sourceLocation: sourceLocation)
}

private let uri = DocumentURI("file:///s4.md")
private let range = PositionRange(start: Position(line: 1, character: 2), end: Position(line: 1, character: 5))
private let rangeText = #"{"start":{"line":1,"character":2},"end":{"line":1,"character":5}}"#

/// Messages that the server sends.
@Suite struct WritingTests {
  @Test func diagnostics() {
    let diagnostic = Diagnostic(
      range: range, severity: .warning, code: "undefined-code",
      codeDescription: CodeDescription(href: "https://example.org"), source: "seed-lsp", message: "no `cach`",
      tags: [.unnecessary],
      relatedInformation: [
        DiagnosticRelatedInformation(location: Location(uri: uri, range: range), message: "here")
      ], data: ["fix": 1])
    let text = #"""
      {"range":\#(rangeText),"severity":2,"code":"undefined-code","codeDescription":{"href":"https://example.org"},\#
      "source":"seed-lsp","message":"no `cach`","tags":[1],\#
      "relatedInformation":[{"location":{"uri":"file:///s4.md","range":\#(rangeText)},"message":"here"}],\#
      "data":{"fix":1}}
      """#
    expect(diagnostic, isWritten: text)
    expect(
      PublishDiagnosticsParams(uri: uri, version: 3, diagnostics: []),
      isWritten: #"{"uri":"file:///s4.md","version":3,"diagnostics":[]}"#)
    expect(DocumentDiagnosticReport.unchanged(resultID: "1"), isWritten: #"{"kind":"unchanged","resultId":"1"}"#)
    expect(
      WorkspaceDiagnosticReport(items: [.init(uri: uri, version: nil, report: .full(items: [], resultID: nil))]),
      isWritten: #"{"items":[{"uri":"file:///s4.md","version":null,"kind":"full","items":[]}]}"#)
  }

  @Test func completions() {
    let item = CompletionItem(
      label: "cache", labelDetails: CompletionItemLabelDetails(description: "option"), kind: .class,
      documentation: MarkupContent(kind: .markdown, value: "**Cache**"), filterText: "cache",
      insertTextFormat: .plainText, textEdit: .edit(TextEdit(range: range, newText: "cache")))
    expect(
      CompletionList(isIncomplete: false, items: [item]),
      isWritten: #"""
        {"isIncomplete":false,"items":[{"label":"cache","labelDetails":{"description":"option"},"kind":7,\#
        "documentation":{"kind":"markdown","value":"**Cache**"},"filterText":"cache",\#
        "insertTextFormat":1,"textEdit":{"range":\#(rangeText),"newText":"cache"}}]}
        """#)
    expect(
      CompletionEdit.insertOrReplace(newText: "a", insert: range, replace: range),
      isWritten: #"{"newText":"a","insert":\#(rangeText),"replace":\#(rangeText)}"#)
    expect(
      CompletionItemDefaults(editRange: .insertOrReplace(insert: range, replace: range)),
      isWritten: #"{"editRange":{"insert":\#(rangeText),"replace":\#(rangeText)}}"#)
  }

  @Test func navigation() {
    let location = Location(uri: uri, range: range)
    expect(
      Hover(contents: MarkupContent(kind: .plainText, value: "a"), range: range),
      isWritten: #"{"contents":{"kind":"plaintext","value":"a"},"range":\#(rangeText)}"#)
    expect(DefinitionResult.locations([location]), isWritten: #"[{"uri":"file:///s4.md","range":\#(rangeText)}]"#)
    expect(
      DefinitionResult.links([
        LocationLink(originSelectionRange: range, targetURI: uri, targetRange: range, targetSelectionRange: range)
      ]),
      isWritten: #"""
        [{"originSelectionRange":\#(rangeText),"targetUri":"file:///s4.md","targetRange":\#(rangeText),\#
        "targetSelectionRange":\#(rangeText)}]
        """#)
    expect(DocumentHighlight(range: range, kind: .write), isWritten: #"{"range":\#(rangeText),"kind":3}"#)
  }

  @Test func symbols() {
    let inner = DocumentSymbol(name: "b", kind: .field, range: range, selectionRange: range)
    expect(
      DocumentSymbolResult.hierarchical([
        DocumentSymbol(name: "a", kind: .class, range: range, selectionRange: range, children: [inner])
      ]),
      isWritten: #"""
        [{"name":"a","kind":5,"range":\#(rangeText),"selectionRange":\#(rangeText),\#
        "children":[{"name":"b","kind":8,"range":\#(rangeText),"selectionRange":\#(rangeText)}]}]
        """#)
    expect(
      DocumentSymbolResult.flat([
        SymbolInformation(name: "a", kind: .class, location: Location(uri: uri, range: range), containerName: "s4")
      ]),
      isWritten:
        #"[{"name":"a","kind":5,"location":{"uri":"file:///s4.md","range":\#(rangeText)},"containerName":"s4"}]"#)
  }

  @Test func editsByVersion() {
    let document = OptionalVersionedTextDocumentIdentifier(uri: uri, version: nil)
    let edit = WorkspaceEdit(
      .versioned(
        [
          TextDocumentEdit(
            textDocument: document, edits: [TextEdit(range: range, newText: "x", annotationID: "doubt")])
        ], renames: [RenameFile(oldURI: uri, newURI: DocumentURI("file:///s5.md"))]),
      changeAnnotations: [ChangeAnnotation(id: "doubt", label: "In prose", needsConfirmation: true)])
    expect(
      edit,
      isWritten: #"""
        {"documentChanges":[{"textDocument":{"uri":"file:///s4.md","version":null},\#
        "edits":[{"range":\#(rangeText),"newText":"x","annotationId":"doubt"}]},\#
        {"kind":"rename","oldUri":"file:///s4.md","newUri":"file:///s5.md"}],\#
        "changeAnnotations":{"doubt":{"label":"In prose","needsConfirmation":true}}}
        """#)
  }

  @Test func editsByName() {
    let document = OptionalVersionedTextDocumentIdentifier(uri: uri, version: 3)
    let edit = TextEdit(range: range, newText: "x", annotationID: "doubt")
    expect(
      WorkspaceEdit(.byDocument([TextDocumentEdit(textDocument: document, edits: [edit])])),
      isWritten: #"{"changes":{"file:///s4.md":[{"range":\#(rangeText),"newText":"x"}]}}"#)
  }

  @Test func codeActions() {
    let action = CodeAction(
      title: "Change to `cache`", kind: .quickFix, isPreferred: true,
      command: Command(title: "t", command: "c", arguments: [1]))
    expect(
      action,
      isWritten: #"""
        {"title":"Change to `cache`","kind":"quickfix","isPreferred":true,\#
        "command":{"title":"t","command":"c","arguments":[1]}}
        """#)
    expect(
      CodeActionOptions(codeActionKinds: [.quickFix, .sourceFixAll]),
      isWritten: #"{"codeActionKinds":["quickfix","source.fixAll"]}"#)
  }

  @Test func semanticTokens() {
    expect(SemanticTokens(resultID: "1", data: [2, 5, 3, 0, 3]), isWritten: #"{"resultId":"1","data":[2,5,3,0,3]}"#)
    let edit = SemanticTokensEdit(start: 0, deleteCount: 1, data: [3])
    expect(
      SemanticTokensDeltaResult.edits([edit], resultID: "2"),
      isWritten: #"{"resultId":"2","edits":[{"start":0,"deleteCount":1,"data":[3]}]}"#)
    expect(SemanticTokensDeltaResult.full(SemanticTokens(data: [])), isWritten: #"{"data":[]}"#)
  }

  @Test func theSmallerFeatures() {
    expect(
      SelectionRange(innermost: range, enclosing: [range, range]),
      isWritten: #"{"range":\#(rangeText),"parent":{"range":\#(rangeText),"parent":{"range":\#(rangeText)}}}"#)
    expect(
      FoldingRange(startLine: 1, endLine: 2, kind: .region), isWritten: #"{"startLine":1,"endLine":2,"kind":"region"}"#)
    expect(
      InlayHint(position: Position(line: 0, character: 1), label: "Cache", paddingLeft: true),
      isWritten: #"{"position":{"line":0,"character":1},"label":"Cache","paddingLeft":true}"#)
    expect(
      CodeLens(range: range, command: Command(title: "3 uses", command: "")),
      isWritten: #"{"range":\#(rangeText),"command":{"title":"3 uses","command":""}}"#)
    expect(
      DocumentLink(range: range, target: DocumentURI("https://a.org/b c")),
      isWritten: #"{"range":\#(rangeText),"target":"https://a.org/b c"}"#)
    expect(
      SignatureHelp(
        signatures: [SignatureInformation(label: "f(a)", parameters: [ParameterInformation(label: (2, 3))])],
        activeSignature: 0, activeParameter: 0),
      isWritten:
        #"{"signatures":[{"label":"f(a)","parameters":[{"label":[2,3]}]}],"activeSignature":0,"activeParameter":0}"#)
    expect(
      PrepareRenameResult(range: range, placeholder: "a"), isWritten: #"{"range":\#(rangeText),"placeholder":"a"}"#)
  }

  @Test func requestsOfTheServer() {
    expect(
      ConfigurationParams(items: [ConfigurationItem(section: "seedLsp")]),
      isWritten: #"{"items":[{"section":"seedLsp"}]}"#)
    let options = DidChangeWatchedFilesRegistrationOptions(watchers: [
      FileSystemWatcher(pattern: "**/*.md"),
      FileSystemWatcher(pattern: "*.md", base: DocumentURI("file:///study")),
    ])
    let watchers = #"""
      {"watchers":[{"globPattern":"**/*.md"},\#
      {"globPattern":{"baseUri":"file:///study","pattern":"*.md"}}]}
      """#
    expect(options, isWritten: watchers)
    expect(
      RegistrationParams(registrations: [
        Registration(id: "watch", method: .didChangeWatchedFiles, options: options)
      ]),
      isWritten: #"""
        {"registrations":[{"id":"watch","method":"workspace/didChangeWatchedFiles","registerOptions":\#(watchers)}]}
        """#)
    expect(
      FileOperationFilter(scheme: "file", glob: "**/*.md", matches: .file),
      isWritten: #"{"scheme":"file","pattern":{"glob":"**/*.md","matches":"file"}}"#)
  }

  @Test func progress() {
    expect(
      ProgressParams(
        token: .string("load"),
        value: .begin(title: "Reading notes", message: nil, percentage: 0, isCancellable: false)),
      isWritten:
        #"{"token":"load","value":{"kind":"begin","title":"Reading notes","cancellable":false,"percentage":0}}"#)
    expect(
      ProgressParams(token: .integer(1), value: .report(message: "half", percentage: 50)),
      isWritten: #"{"token":1,"value":{"kind":"report","message":"half","percentage":50}}"#)
    expect(
      ProgressParams(token: .integer(1), value: .end(message: nil)), isWritten: #"{"token":1,"value":{"kind":"end"}}"#)
  }

  @Test func whatGoesBothWaysSurvivesTheRoundTrip() throws {
    let item = CallHierarchyItem(
      name: "a", kind: .class, detail: "d", uri: uri, range: range, selectionRange: range, data: [1])
    #expect(try CallHierarchyItem(json: item.json()) == item)
    let diagnostic = Diagnostic(range: range, severity: .hint, code: "a", message: "b", data: "c")
    #expect(try Diagnostic(json: diagnostic.json()) == diagnostic)
  }
}
