// From `initialize` to `exit`, in the right order and in every wrong one.

import JSON
import SeedTestSupport
import Testing

@Suite struct LifecycleTests {
  @Test func aRequestBeforeInitializeIsRefused() throws {
    let client = TestClient.uninitialized()
    let error = try client.refusal("textDocument/hover", .object(TestClient.place("file:///s1.md", 0, 0)))
    #expect(error["code"] == -32002)
    #expect(error["message"]?.string?.contains("initialize") == true)
    try client.initialize()
    #expect(try client.end() == 0)
  }

  @Test func aNotificationBeforeInitializeIsDropped() throws {
    let client = TestClient.uninitialized()
    client.open("file:///nowhere/s1.md", note(1, usingCache))
    try client.initialize()
    client.change("file:///nowhere/s1.md", version: 2, .full("x"))
    try client.logMessage(containing: "never opened")
    #expect(client.reports(on: "file:///nowhere/s1.md").isEmpty)
  }

  @Test func initializeNamesTheServerAndItsVersion() throws {
    let result = try TestClient.uninitialized().initialize()
    #expect(result["serverInfo"]?["name"] == "seed-lsp")
    #expect(result["serverInfo"]?["version"]?.string?.isEmpty == false)
  }

  @Test func initializeCanBeSentOnlyOnce() throws {
    let client = try TestClient.start()
    #expect(try client.refusal("initialize", ["capabilities": [:]])["code"] == -32600)
    #expect(try client.end() == 0)
  }

  @Test func afterShutdownRequestsAreRefusedAndNotificationsIgnored() throws {
    let client = try TestClient.start()
    _ = try client.request("shutdown")
    client.open("untitled:1", note(1, usingCache))
    for method in ["textDocument/hover", "initialize", "shutdown", "no/such"] {
      #expect(try client.refusal(method, [:])["code"] == -32600)
    }
    #expect(client.reports(on: "untitled:1").isEmpty)
    client.notify("exit")
    #expect(try client.waitForExit() == 0)
  }

  @Test func anAnswerAfterShutdownChangesNothing() throws {
    let client = try TestClient.start(capabilities: ["workspace": ["configuration": true]])
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
    let question = try client.serverRequest("workspace/configuration")
    _ = try client.request("shutdown")
    let count = client.messages.count
    client.answer(question, [["diagnostics": ["enable": false]]])
    _ = try client.refusal("test/synchronize")
    #expect(client.messages.count == count + 1)
    client.notify("exit")
    #expect(try client.waitForExit() == 0)
  }

  @Test func exitWithoutShutdownExitsWithOne() throws {
    let client = try TestClient.start()
    client.notify("exit")
    #expect(try client.waitForExit() == 1)
  }

  @Test func exitBeforeInitializeExitsWithOne() throws {
    let client = TestClient.uninitialized()
    client.notify("exit")
    #expect(try client.waitForExit() == 1)
  }

  @Test func theEndOfInputEndsTheServer() throws {
    let client = try TestClient.start()
    client.endInput()
    #expect(try client.waitForExit() == 1)
  }

  @Test func theEndOfInputAfterShutdownIsAnOrderlyEnd() throws {
    let client = try TestClient.start()
    _ = try client.request("shutdown")
    client.endInput()
    #expect(try client.waitForExit() == 0)
  }

  @Test func theEndOfInputEndsAServerThatIsStillReading() throws {
    let folder = try NotesFolder(
      Dictionary(uniqueKeysWithValues: (1...40).map { ("s_\($0).md", longNote($0, definingCache)) }))
    let client = TestClient.uninitialized()
    let uri = folder.uri("s_1.md")
    for (number, message) in [
      TestClient.message(
        "initialize", ["workspaceFolders": [["uri": .string(folder.uri), "name": "n"]]], id: "initialize"),
      TestClient.message(
        "textDocument/didOpen",
        ["textDocument": ["uri": .string(uri), "version": 1, "text": .string(note(1, definingCache))]], id: nil),
      TestClient.message("textDocument/hover", .object(TestClient.place(uri, codeLine, 1)), id: 2),
    ].enumerated() {
      client.send(message)
      if number == 0 { client.open(uri, note(1, definingCache)) }
    }
    client.endInput()
    #expect(try client.waitForExit() == 1)
  }

  @Test(arguments: [
    #"{"processId":null,"rootUri":null,"rootPath":null,"workspaceFolders":null,"capabilities":{}}"#,
    #"{"processId":null,"rootUri":null,"capabilities":null}"#,
    #"{"capabilities":[]}"#,
    "{}",
    #"{"processId":"7","rootUri":5,"rootPath":[],"workspaceFolders":{},"capabilities":"all","trace":7}"#,
    #"{"workspaceFolders":[],"capabilities":{"general":7,"textDocument":{"hover":[],"completion":null}}}"#,
    #"{"workspaceFolders":[null,{"uri":5}],"capabilities":{"general":{"positionEncodings":"utf-8"}}}"#,
  ])
  func whateverAClientSaysOfItselfItIsServed(params: String) throws {
    let client = TestClient.uninitialized()
    let result = try client.request("initialize", JSONValue(json: Array(params.utf8)))
    #expect(result["capabilities"]?["positionEncoding"] == "utf-16")
    client.notify("initialized", [:])
    client.open("untitled:1", note(1, usingCache))
    #expect(try client.undefined("untitled:1", version: 1).count == 1)
    #expect(try client.end() == 0)
  }

  @Test func initializeWithoutParametersIsRefusedAndCanBeRepeated() throws {
    let client = TestClient.uninitialized()
    #expect(try client.refusal("initialize")["code"] == -32602)
    try client.initialize()
    #expect(try client.end() == 0)
  }

  @Test func aParentThatCanNotBeSeenIsNotTakenForDead() throws {
    // In a container the client's number means another process, or none.
    let client = TestClient.uninitialized()
    _ = try client.request("initialize", ["processId": 2_147_483_000, "capabilities": [:]])
    try client.synchronize()
    #expect(try client.end() == 0)
  }
}
