// Messages as clients send them, read member by member.

import JSON
import LanguageServerProtocol
import Testing

private func read<Value: JSONDecodable>(_ type: Value.Type = Value.self, _ text: String) throws -> Value {
  try Value(json: Array(text.utf8))
}

private func range(_ startLine: Int, _ start: Int, _ endLine: Int, _ end: Int) -> PositionRange {
  PositionRange(start: Position(line: startLine, character: start), end: Position(line: endLine, character: end))
}

/// Messages that a client sends, mostly the examples of the specification.
@Suite struct ReadingTests {
  @Test func openedDocuments() throws {
    let params = try read(
      DidOpenTextDocumentParams.self,
      #"{"textDocument":{"uri":"file:///s4.md","languageId":"markdown","version":1,"text":"a\r\n\u00e9"}}"#)
    #expect(params.textDocument.uri == DocumentURI("file:///s4.md"))
    #expect(params.textDocument.languageID == "markdown")
    #expect(params.textDocument.version == 1)
    #expect(params.textDocument.text == Array("a\r\né".utf8))
  }

  @Test func changedDocuments() throws {
    let params = try read(
      DidChangeTextDocumentParams.self,
      #"""
      {"textDocument":{"uri":"file:///s4.md","version":2},"contentChanges":[
        {"range":{"start":{"line":1,"character":2},"end":{"line":1,"character":5}},"rangeLength":3,"text":"x"},
        {"text":"all"},{"range":null,"text":""}]}
      """#)
    #expect(params.textDocument.version == 2)
    #expect(params.contentChanges.map(\.range) == [range(1, 2, 1, 5), nil, nil])
    #expect(params.contentChanges.map(\.text) == [Array("x".utf8), Array("all".utf8), []])
  }

  @Test func savedAndClosedDocuments() throws {
    let saved = try read(DidSaveTextDocumentParams.self, #"{"textDocument":{"uri":"file:///a"},"text":"b"}"#)
    #expect(saved.text == Array("b".utf8))
    #expect(try read(DidSaveTextDocumentParams.self, #"{"textDocument":{"uri":"file:///a"}}"#).text == nil)
    let closed = try read(DidCloseTextDocumentParams.self, #"{"textDocument":{"uri":"file:///a"}}"#)
    #expect(closed.textDocument.uri.path == "/a")
  }

  @Test func requestsAboutAPlace() throws {
    let place = #""textDocument":{"uri":"file:///a"},"position":{"line":3,"character":12}"#
    let position = Position(line: 3, character: 12)
    #expect(try read(TextDocumentPositionParams.self, "{\(place)}").position == position)
    let references = try read(ReferenceParams.self, #"{\#(place),"context":{"includeDeclaration":true}}"#)
    #expect(references.context?.includeDeclaration == true)
    let rename = try read(RenameParams.self, #"{\#(place),"newName":"cache"}"#)
    #expect(rename.newName == "cache")
    #expect(try read(SelectionRangeParams.self, #"{"textDocument":{"uri":"a"},"positions":[]}"#).positions == [])
  }

  @Test func codeActionContexts() throws {
    let params = try read(
      CodeActionParams.self,
      #"""
      {"textDocument":{"uri":"file:///a"},"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":4}},
       "context":{"diagnostics":[
         {"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":4}},"message":"`cach` is not defined",
          "severity":1,"code":"undefined-code","source":"seed-lsp","tags":[1,99],"data":{"fix":1},
          "codeDescription":{"href":"https://example.org"}},
         {"range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}},"message":"other","code":12,
          "severity":77}],
       "only":["quickfix","source.fixAll"],"triggerKind":1}}
      """#)
    let diagnostics = params.context.diagnostics
    #expect(diagnostics.map(\.code) == ["undefined-code", nil])
    #expect(diagnostics.map(\.severity) == [.error, nil])
    #expect(diagnostics.first?.tags == [.unnecessary])
    #expect(diagnostics.first?.data == ["fix": 1])
    #expect(params.context.only == [.quickFix, .sourceFixAll])
    #expect(params.context.triggerKind == .invoked)
    #expect(CodeActionKind.sourceFixAll.isInside(.source))
    #expect(!CodeActionKind(rawValue: "sourcery").isInside(.source))
    #expect(CodeActionKind.quickFix.isInside(CodeActionKind(rawValue: "")))
  }

  @Test func eventsOfTheWorkspace() throws {
    let files = try read(
      DidChangeWatchedFilesParams.self, #"{"changes":[{"uri":"file:///a","type":1},{"uri":"file:///b","type":3}]}"#)
    #expect(files.changes.map(\.type) == [.created, .deleted])
    let folders = try read(
      DidChangeWorkspaceFoldersParams.self,
      #"{"event":{"added":[{"uri":"file:///study","name":"study"}],"removed":[]}}"#)
    #expect(folders.event.added.map(\.uri) == [DocumentURI("file:///study")])
    #expect(folders.event.added.map(\.name) == ["study"])
    let renamed = try read(
      RenameFilesParams.self, #"{"files":[{"oldUri":"file:///a.md","newUri":"file:///b.md"}]}"#)
    #expect(renamed.files.first?.newURI.path == "/b.md")
    let settings = try read(DidChangeConfigurationParams.self, #"{"settings":{"seedLsp":{"a":true}}}"#)
    #expect(settings.settings?["seedLsp"]?["a"] == true)
    #expect(try read(DidChangeConfigurationParams.self, #"{"settings":null}"#).settings?.isNull == true)
    #expect(try read(WorkspaceSymbolParams.self, #"{"query":""}"#).query == "")
    let command = try read(ExecuteCommandParams.self, #"{"command":"seed.report","arguments":[1,"a"]}"#)
    #expect(command.arguments == [1, "a"])
  }

  @Test func messagesAboutTheSession() throws {
    #expect(try read(CancelParams.self, #"{"id":"a"}"#).id == .string("a"))
    #expect(try read(SetTraceParams.self, #"{"value":"verbose"}"#).value == .verbose)
    #expect(try read(SetTraceParams.self, #"{"value":"loud"}"#).value == nil)
  }

  @Test func otherRequests() throws {
    let tokens = try read(
      SemanticTokensDeltaParams.self, #"{"textDocument":{"uri":"a"},"previousResultId":"7"}"#)
    #expect(tokens.previousResultID == "7")
    let pull = try read(DocumentDiagnosticParams.self, #"{"textDocument":{"uri":"a"},"previousResultId":"7"}"#)
    #expect(pull.previousResultID == "7")
    let calls = try read(
      CallHierarchyItemParams.self,
      #"""
      {"item":{"name":"a","kind":12,"uri":"file:///a","data":[1],
       "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":4}},
       "selectionRange":{"start":{"line":0,"character":0},"end":{"line":0,"character":1}}}}
      """#)
    #expect(calls.item.kind == .function)
    #expect(calls.item.data == [1])
  }

  @Test func aReversedRangeIsKeptAsItCame() throws {
    let reversed = try read(
      PositionRange.self, #"{"start":{"line":5,"character":0},"end":{"line":1,"character":0}}"#)
    #expect(reversed.start > reversed.end)
  }
}

/// What is wrong with a message is told by the member at fault.
@Suite struct BrokenMessageTests {
  private func error<Params: JSONDecodable>(_ type: Params.Type, _ params: String) -> String? {
    let body = #"{"jsonrpc":"2.0","method":"m","params":\#(params)}"#
    do throws(ResponseError) {
      _ = try IncomingMessage(body: Array(body.utf8)).params(as: type)
      return nil
    } catch {
      return error.message
    }
  }

  @Test(arguments: [
    ("[]", "`params` must be an object"), ("{}", "`textDocument` is missing"),
    (#"{"textDocument":{},"position":{"line":0,"character":0}}"#, "`textDocument.uri` is missing"),
    (#"{"textDocument":{"uri":1},"position":{"line":0,"character":0}}"#, "`textDocument.uri` must be a string"),
    (#"{"position":{"line":0,"character":0},"textDocument":[]}"#, "`textDocument` must be an object"),
    (
      #"{"textDocument":{"uri":"a"},"position":{"line":-1,"character":0}}"#,
      "`position.line` must be an unsigned integer up to 2147483647"
    ),
    (
      #"{"textDocument":{"uri":"a"},"position":{"character":"0","line":0}}"#,
      "`position.character` must be an unsigned integer"
    ),
    (
      #"{"textDocument":{"uri":7,"uri":"a"},"position":{"line":0,"character":0}}"#,
      "`textDocument.uri` must be a string"
    ),
  ])
  func ofARequestAboutAPlace(params: String, expected: String) {
    #expect(error(TextDocumentPositionParams.self, params) == expected)
  }

  @Test(arguments: [
    (#"{"files":{}}"#, "`files` must be an array"), (#"{"files":[{"oldUri":"a"}]}"#, "`files[0].newUri` is missing"),
    (#"{"files":[{"oldUri":"a","newUri":"b"},{"newUri":null,"oldUri":"c"}]}"#, "`files[1].newUri` must be a string"),
  ])
  func ofAListOfFiles(params: String, expected: String) {
    #expect(error(RenameFilesParams.self, params) == expected)
  }

  @Test func ofAnArrayOfWordsAndNumbersOnlyWhatIsKnownCounts() throws {
    let text = #"""
      {"only":["quickfix",5,null],"triggerKind":9,"diagnostics":[{"message":"a","tags":[1.0,"1",7,2,[]],"code":3,"source":{},
       "range":{"start":{"line":0,"character":0},"end":{"line":0,"character":0}}}]}
      """#
    let context = try CodeActionContext(json: Array(text.utf8))
    #expect(context.only == [.quickFix])
    #expect(context.triggerKind == nil)
    #expect(context.diagnostics.map(\.tags) == [[.unnecessary, .deprecated]])
    #expect(context.diagnostics.map(\.source) == [nil])
  }
}
