// What the server asks its client, and what it makes of the answers.

import JSON
import SeedServer
import SeedTestSupport
import Testing

@Suite struct ClientRequestTests {
  private let watching: JSONValue = ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]]

  private func start(_ settings: JSONValue, refresh: Bool = false) throws -> TestClient {
    let capabilities: JSONValue = [
      "workspace": ["configuration": true, "codeLens": ["refreshSupport": .boolean(refresh)]]
    ]
    let client = try TestClient.start(capabilities: capabilities)
    client.answer(try client.serverRequest("workspace/configuration"), settings)
    client.open("untitled:1", note(1, definingCache))
    return client
  }

  private func lenses(_ client: TestClient) throws -> JSONValue {
    try client.request("textDocument/codeLens", ["textDocument": ["uri": "untitled:1"]])
  }

  // MARK: - Registering

  @Test func aClientThatOffersItIsAskedToWatchFiles() throws {
    let client = try TestClient.start(capabilities: watching)
    let registration = try client.acceptRegistration(of: "workspace/didChangeWatchedFiles")
    let patterns = registration["registerOptions"]?["watchers"]?.array?.compactMap { $0["globPattern"]?.string }
    #expect(patterns == ["**/*.{md,txt,py}", "**/seed-lsp.json"])
    try client.synchronize()
    #expect(client.serverRequests == ["client/registerCapability"])
  }

  @Test func aClientThatOffersNothingIsAskedNothing() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    client.notify("workspace/didChangeConfiguration", ["settings": nil])
    client.foldersChanged(removed: [folder.uri])
    try client.synchronize()
    #expect(client.serverRequests.isEmpty)
  }

  @Test func patternsAreRelativeToTheFoldersThatAreOpen() throws {
    let (first, second) = (try NotesFolder(), try NotesFolder())
    let capabilities: JSONValue = [
      "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true, "relativePatternSupport": true]]
    ]
    let client = try TestClient.start(folders: [first.uri], capabilities: capabilities)
    func bases(_ registration: JSONValue) -> [String?]? {
      registration["registerOptions"]?["watchers"]?.array?.map { $0["globPattern"]?["baseUri"]?.string }
    }
    let registration = try client.acceptRegistration(of: "workspace/didChangeWatchedFiles")
    #expect(bases(registration) == [first.uri, first.uri])
    try client.synchronize()
    let count = client.messages.count
    client.foldersChanged(added: [second.uri], removed: [first.uri])
    let withdrawn = try client.serverRequest("client/unregisterCapability", from: count)
    #expect(withdrawn.params["unregisterations"]?[0]?["id"] == registration["id"])
    let next = try client.acceptRegistration(of: "workspace/didChangeWatchedFiles", from: count)
    #expect(bases(next) == [second.uri, second.uri])
    #expect(next["id"] != registration["id"])
  }

  @Test func foldersThatAreClosedBeforeTheClientAnswersAreNotWatched() throws {
    let (first, second) = (try NotesFolder(), try NotesFolder())
    let client = try TestClient.start(
      folders: [first.uri],
      capabilities: [
        "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true, "relativePatternSupport": true]]
      ])
    let outdated = try client.serverRequest("client/registerCapability")
    let count = client.messages.count
    client.foldersChanged(added: [second.uri], removed: [first.uri])
    let current = try client.serverRequest("client/registerCapability", from: count) { params in
      params != outdated.params
    }
    client.answer(outdated)
    client.answer(current)
    let withdrawn = try client.serverRequest("client/unregisterCapability")
    #expect(
      withdrawn.params["unregisterations"]?[0]?["id"] == outdated.params["registrations"]?[0]?["id"])
    try client.synchronize()
    #expect(client.serverRequests.count { $0 == "client/unregisterCapability" } == 1)
  }

  // MARK: - Settings

  @Test(
    arguments: [
      [["codeLens": ["enable": false]]], [["codeLens.enable": false, "inlayHints": 7]],
      [["seed-lsp": ["codeLens": ["enable": false]]]],
    ] as [JSONValue])
  func settingsThatTheClientIsAskedForCount(settings: JSONValue) throws {
    let client = try start(settings)
    #expect(try lenses(client).isNull)
  }

  @Test(arguments: [nil, [], [nil], [[:]], [["codeLens": "off"]], ["x"], "x", 7, [nil, nil]] as [JSONValue])
  func whateverAClientAnswersDoesNoHarm(settings: JSONValue) throws {
    let client = try start(settings)
    #expect(try lenses(client).array?.count == 1)
  }

  @Test func aRefusedQuestionDoesNoHarm() throws {
    let client = try TestClient.start(capabilities: ["workspace": ["configuration": true]])
    client.refuse(try client.serverRequest("workspace/configuration"))
    client.open("untitled:1", note(1, definingCache))
    #expect(try lenses(client).array?.count == 1)
  }

  @Test func changedSettingsAreAskedForAndWhatIsNoLongerSetIsAsAtTheStart() throws {
    let client = try start([["codeLens": ["enable": false]]])
    #expect(try lenses(client).isNull)
    let count = client.messages.count
    client.notify("workspace/didChangeConfiguration", ["settings": nil])
    client.answer(try client.serverRequest("workspace/configuration", from: count), [nil])
    #expect(try lenses(client).array?.count == 1)
  }

  @Test func answersToNothingAreIgnored() throws {
    let client = try start([nil])
    for id in [1, 99, "1", "x", nil] as [JSONValue] {
      client.send(["jsonrpc": "2.0", "id": id, "result": [["codeLens": ["enable": false]]]])
    }
    #expect(try lenses(client).array?.count == 1)
  }

  // MARK: - Asking again

  @Test func changedSettingsMakeTheClientAskAgain() throws {
    let client = try start([["codeLens": ["enable": false]]], refresh: true)
    client.answer(try client.serverRequest("workspace/codeLens/refresh"))
    #expect(try lenses(client).isNull)
    #expect(client.serverRequests.count { $0 == "workspace/codeLens/refresh" } == 1)
  }

  @Test func aChangeInAnotherNoteMakesTheClientAskAgain() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(
      folders: [folder.uri], capabilities: ["workspace": ["semanticTokens": ["refreshSupport": true]]])
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    _ = try client.undefined(folder.uri("s_2.md"), version: 1)
    try client.settle()
    // The folder may have been read before the client could be asked anything.
    try client.answerAll("workspace/semanticTokens/refresh")
    let count = client.messages.count
    client.change(folder.uri("s_1.md"), version: 2, .full(note(1, "")))
    _ = try client.undefined(folder.uri("s_2.md"), version: 1, from: count)
    _ = try client.serverRequest("workspace/semanticTokens/refresh", from: count)
    let sent = client.messages[count...].compactMap { $0["method"]?.string }
    #expect(sent.prefix(2) == ["textDocument/publishDiagnostics", "textDocument/publishDiagnostics"])
    // Another one waits for the answer to the first.
    client.change(folder.uri("s_1.md"), version: 3, .full(note(1, definingCache)))
    try client.settle()
    #expect(client.messages[count...].count { $0["method"] == "workspace/semanticTokens/refresh" } == 1)
  }

  // MARK: - Progress

  @Test func readingALargeFolderIsShown() throws {
    let notes = Dictionary(uniqueKeysWithValues: (1...40).map { ("s_\($0).md", longNote($0, definingCache)) })
    let folder = try NotesFolder(notes)
    var timing = Timing()
    timing.progressDelay = .zero
    let client = try TestClient.start(
      folders: [folder.uri], capabilities: ["window": ["workDoneProgress": true]], timing: timing)
    // A question waits for the folder; what is shown does not wait for the question.
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    let question = client.ask(
      "textDocument/hover", .object(TestClient.place(folder.uri("s_1.md"), codeLine, 1)))
    let request = try client.serverRequest("window/workDoneProgress/create")
    client.answer(request)
    #expect(try client.response(to: question)["result"]?.isNull == false)
    try client.synchronize()
    let reports = client.messages.filter { $0["method"] == "$/progress" }.compactMap { $0["params"] }
    #expect(reports.allSatisfy { $0["token"] == request.params["token"] })
    let kinds = reports.compactMap { $0["value"]?["kind"]?.string }
    #expect(kinds.first == "begin")
    #expect(kinds.last == "end")
    #expect(kinds.dropFirst().dropLast().allSatisfy { $0 == "report" })
  }

  @Test func nothingIsShownWithAnUnacceptedToken() throws {
    let notes = Dictionary(uniqueKeysWithValues: (1...20).map { ("s_\($0).md", longNote($0, definingCache)) })
    let folder = try NotesFolder(notes)
    var timing = Timing()
    timing.progressDelay = .zero
    let client = try TestClient.start(
      folders: [folder.uri], capabilities: ["window": ["workDoneProgress": true]], timing: timing)
    client.refuse(try client.serverRequest("window/workDoneProgress/create"))
    client.notify("workspace/didChangeConfiguration", ["settings": nil])
    try client.logMessage(containing: "Read 20 notes of ")
    try client.synchronize()
    #expect(!client.messages.contains { $0["method"] == "$/progress" })
  }
}
