// Findings that a client asks for, when its user chose that.

import JSON
import SeedTestSupport
import Testing

@Suite struct PullDiagnosticsTests {
  private let capabilities: JSONValue = ["textDocument": ["diagnostic": ["dynamicRegistration": true]]]
  private let pull: JSONValue = ["diagnostics": ["delivery": "pull"]]

  private func start(_ folders: [String] = []) throws -> TestClient {
    try TestClient.start(folders: folders, capabilities: capabilities, options: pull)
  }

  private func report(_ client: TestClient, _ uri: String, previous: JSONValue? = nil) throws -> JSONValue {
    var params: JSONObject = ["textDocument": ["uri": .string(uri)]]
    params["previousResultId"] = previous
    return try client.request("textDocument/diagnostic", .object(params))
  }

  private func workspace(_ client: TestClient, previous: [(uri: String, id: JSONValue?)] = []) throws -> [JSONValue] {
    let previous = previous.map { ["uri": .string($0.uri), "value": $0.id ?? ""] as JSONValue }
    let answer = try client.request("workspace/diagnostic", ["previousResultIds": .array(previous)])
    return answer["items"]?.array ?? []
  }

  private func undefined(_ report: JSONValue?) -> Int? {
    report?["items"]?.array?.count { $0["code"] == "undefined-code" }
  }

  private func hasPushed(_ client: TestClient) -> Bool {
    client.messages.contains { message in
      message["method"] == "textDocument/publishDiagnostics"
        && message["params"]?["diagnostics"]?.array?.isEmpty == false
    }
  }

  @Test func findingsAreReportedUntilNothingChanges() throws {
    let client = try start()
    client.open("untitled:1", note(1, usingCache))
    let first = try report(client, "untitled:1")
    #expect(first["kind"] == "full")
    #expect(undefined(first) == 1)
    let second = try report(client, "untitled:1", previous: first["resultId"])
    #expect(second == ["kind": "unchanged", "resultId": first["resultId"] ?? nil])
    client.change("untitled:1", version: 2, .full(note(1, definingCache + "\n" + usingCache)))
    let third = try report(client, "untitled:1", previous: first["resultId"])
    #expect(third["kind"] == "full")
    #expect(undefined(third) == 0)
    #expect(!hasPushed(client))
  }

  @Test func whatIsNotOpenOrNoSeedFileHasNoFindings() throws {
    let client = try start()
    client.open("untitled:1", "# Shopping")
    #expect(try report(client, "untitled:1")["items"] == [])
    #expect(try report(client, "untitled:none")["items"] == [])
  }

  @Test func theWorkspaceHasTheFindingsOfAllNotes() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache), "s_2.md": note(2, usingCache)])
    let client = try start([folder.uri])
    client.open(folder.uri("s_2.md"), note(2, usingCache), version: 9)
    let items = try workspace(client)
    #expect(items.map { $0["uri"]?.string } == [folder.uri("s_1.md"), folder.uri("s_2.md")])
    #expect(items.map { $0["version"] } == [nil as JSONValue, 9])
    #expect(items.map(undefined) == [1, 1])
    let again = try workspace(client, previous: items.map { ($0["uri"]?.string ?? "", $0["resultId"]) })
    #expect(again.map { $0["kind"] } == ["unchanged", "unchanged"])
    #expect(!hasPushed(client))
  }

  @Test func mistakesInAConfigurationAreFindings() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "seed-lsp.json": #"{"rule": {}}"#])
    let client = try start([folder.uri])
    let uri = folder.uri("seed-lsp.json")
    #expect(try workspace(client).map { $0["uri"]?.string } == [uri])
    client.open(uri, #"{"rule": {}, "x": 1}"#)
    #expect(try report(client, uri)["items"]?.array?.count == 2)
    #expect(try workspace(client).first?["items"]?.array?.count == 2)
    #expect(!hasPushed(client))
  }

  @Test func aNoteThatIsGoneIsReportedWithoutFindings() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    let client = try start([folder.uri])
    let id = try workspace(client).first?["resultId"]
    try folder.remove("s_1.md")
    client.filesChanged((folder.uri("s_1.md"), 3))
    let items = try workspace(client, previous: [(folder.uri("s_1.md"), id)])
    #expect(items.map { $0["uri"]?.string } == [folder.uri("s_1.md")])
    #expect(items.first?["items"] == [])
    #expect(try workspace(client).isEmpty)
  }

  @Test func whatIsPulledCanBeChosenAndUndoneLater() throws {
    let client = try TestClient.start(capabilities: capabilities)
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
    #expect(try report(client, "untitled:1")["items"] == [])
    var count = client.messages.count
    client.notify("workspace/didChangeConfiguration", ["settings": pull])
    let registration = try client.acceptRegistration(of: "textDocument/diagnostic", from: count)
    #expect(registration["registerOptions"]?["workspaceDiagnostics"] == true)
    #expect(try client.diagnostics("untitled:1", version: 1, from: count).isEmpty)
    #expect(undefined(try report(client, "untitled:1")) == 1)
    count = client.messages.count
    client.notify("workspace/didChangeConfiguration", ["settings": ["diagnostics.delivery": "push"]])
    let withdrawn = try client.serverRequest("client/unregisterCapability", from: count)
    #expect(withdrawn.params["unregisterations"]?[0]?["id"] == registration["id"])
    #expect(try client.undefined("untitled:1", version: 1, from: count).count == 1)
  }

  @Test func aChoiceThatIsTakenBackBeforeTheClientAnswersDoesNotCount() throws {
    let client = try TestClient.start(capabilities: capabilities)
    client.notify("workspace/didChangeConfiguration", ["settings": pull])
    let request = try client.serverRequest("client/registerCapability")
    client.notify("workspace/didChangeConfiguration", ["settings": ["diagnostics.delivery": "push"]])
    try client.synchronize()
    client.answer(request)
    let withdrawn = try client.serverRequest("client/unregisterCapability")
    #expect(withdrawn.params["unregisterations"]?[0]?["id"] == request.params["registrations"]?[0]?["id"])
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
  }

  @Test func aClientThatCanNotPullGetsThemPushed() throws {
    let client = TestClient.uninitialized()
    let offered = try client.initialize(options: pull)
    #expect(offered["capabilities"]?["diagnosticProvider"] == nil)
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
  }

  @Test func aChangeInOneNoteMakesTheClientAskAboutTheOthers() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let able: JSONValue = [
      "textDocument": ["diagnostic": [:]], "workspace": ["diagnostics": ["refreshSupport": true]],
    ]
    let client = try TestClient.start(folders: [folder.uri], capabilities: able, options: pull)
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    #expect(try workspace(client).map(undefined).allSatisfy { $0 == 0 })
    // The folder may have been read before the client could be asked anything.
    try client.answerAll("workspace/diagnostic/refresh")
    let count = client.messages.count
    client.change(folder.uri("s_1.md"), version: 2, .full(note(1, "")))
    _ = try client.serverRequest("workspace/diagnostic/refresh", from: count)
    #expect(try workspace(client).compactMap(undefined).max() == 1)
  }

  // MARK: - When findings are reported

  @Test func findingsCanWaitForSaving() throws {
    let client = try TestClient.start(options: ["diagnostics": ["mode": "onSave"]])
    client.open("untitled:1", note(1, definingCache))
    #expect(try client.undefined("untitled:1", version: 1).isEmpty)
    client.change("untitled:1", version: 2, .full(note(1, usingCache)))
    // The light bulb looks at findings, but doesn't report them.
    _ = try client.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "untitled:1"], "context": ["diagnostics": []],
        "range": ["start": ["line": 0, "character": 0], "end": ["line": 0, "character": 0]],
      ])
    try client.synchronize()
    #expect(client.reports(on: "untitled:1").count == 1)
    client.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:1"]])
    #expect(try client.undefined("untitled:1", version: 2).count == 1)
  }

  @Test(arguments: [["diagnostics": ["enable": false]], ["diagnostics": ["mode": "off"]]] as [JSONValue])
  func findingsCanBeSwitchedOffAndOn(settings: JSONValue) throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
    var count = client.messages.count
    client.notify("workspace/didChangeConfiguration", ["settings": settings])
    #expect(try client.diagnostics("untitled:1", version: 1, from: count).isEmpty)
    client.change("untitled:1", version: 2, .range(0, 0, 0, 0, ""))
    try client.synchronize()
    #expect(client.reports(on: "untitled:1").last?.version == 1)
    count = client.messages.count
    client.notify("workspace/didChangeConfiguration", ["settings": ["diagnostics": ["enable": true]]])
    #expect(try client.undefined("untitled:1", version: 2, from: count).count == 1)
  }
}
