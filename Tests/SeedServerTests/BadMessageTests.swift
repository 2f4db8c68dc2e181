// What is no message, or not one that makes sense.

import JSON
import SeedTestSupport
import Testing

@Suite struct BadMessageTests {
  /// Sends bytes to a server that has been initialised.
  private func client(sending text: String) throws -> TestClient {
    let client = try TestClient.start()
    client.send(bytes: Array(text.utf8))
    return client
  }

  private func framed(_ body: String) -> String {
    "Content-Length: \(body.utf8.count)\r\n\r\n\(body)"
  }

  @Test func anUnknownRequestIsRefused() throws {
    let client = try TestClient.start()
    for method in ["textDocument/noSuchThing", "$/noSuchThing", "", "textDocument/didOpen", "$/cancelRequest"] {
      let error = try client.refusal(method, [:])
      #expect(error["code"] == -32601)
      #expect(error["message"]?.string?.contains(method) == true)
    }
  }

  @Test func anUnknownNotificationIsIgnored() throws {
    let client = try TestClient.start()
    let count = client.messages.count
    client.notify("$/noSuchThing", ["a": 1])
    client.notify("textDocument/noSuchThing")
    client.notify("textDocument/hover", .object(TestClient.place("untitled:1", 0, 0)))
    try client.synchronize()
    #expect(client.messages.count == count + 1)
  }

  @Test(arguments: ["{", "", "nonsense", "{\"jsonrpc\":\"2.0\",\"id\":1,}", "\u{FEFF}{}", "[1", "\"\\ud8\""])
  func whatIsNoJSONIsAParseError(body: String) throws {
    let client = try client(sending: framed(body))
    let answer = try client.response(to: nil)
    #expect(answer["error"]?["code"] == -32700)
    #expect(try client.end() == 0)
  }

  @Test(
    arguments: [
      ("[]", nil), ("7", nil), ("{}", nil),
      (#"{"id":5,"method":"shutdown"}"#, 5),
      (#"{"jsonrpc":"1.0","id":"a","method":"shutdown"}"#, "a"),
      (#"{"jsonrpc":"2.0","id":null,"method":"shutdown"}"#, nil),
      (#"{"jsonrpc":"2.0","id":[],"method":"shutdown"}"#, nil),
      (#"{"jsonrpc":"2.0","id":6,"method":7}"#, 6),
    ] as [(String, JSONValue?)])
  func whatIsNoMessageIsAnInvalidRequest(body: String, id: JSONValue?) throws {
    let client = try client(sending: framed(body))
    let answer = try client.response(to: id ?? .null)
    #expect(answer["error"]?["code"] == -32600)
    #expect(try client.end() == 0)
  }

  @Test func anAnswerThatNobodyAskedForIsIgnored() throws {
    let client = try TestClient.start()
    let count = client.messages.count
    client.send(["jsonrpc": "2.0", "id": 5, "result": nil])
    client.send(["jsonrpc": "2.0", "id": nil, "error": ["code": -32700, "message": "?"]])
    client.send(["jsonrpc": "2.0", "id": 5, "error": 7])
    try client.synchronize()
    #expect(client.messages.count == count + 1)
  }

  @Test(arguments: [
    "Content-Length: many\r\n\r\n{}", "Content-Length: -5\r\n\r\n", "Hello\r\n\r\n",
    "Content-Type: x\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n",
  ])
  func afterABrokenHeaderTheNextMessageIsRead(bytes: String) throws {
    let client = try client(sending: bytes)
    try client.logMessage(containing: "could not be read and was skipped")
    #expect(try client.end() == 0)
  }

  @Test func aBrokenHeaderBeforeInitializeIsAnsweredAsAParseError() throws {
    // No notification may be sent to a client that has not said who it is.
    let client = TestClient.uninitialized()
    client.send(bytes: Array("Hello\r\n\r\n".utf8))
    #expect(try client.response(to: nil)["error"]?["code"] == -32700)
    try client.initialize()
    #expect(try client.end() == 0)
  }

  @Test(arguments: [
    (#"{"textDocument":{"uri":"untitled:1"},"position":{"line":"1","character":0}}"#, "position.line"),
    (#"{"textDocument":{"uri":"untitled:1"},"position":{"line":-1,"character":0}}"#, "position.line"),
    (#"{"textDocument":{"uri":"untitled:1"},"position":{"line":1.5,"character":0}}"#, "position.line"),
    (#"{"textDocument":{"uri":"untitled:1"},"position":{"line":9999999999,"character":0}}"#, "position.line"),
    (#"{"textDocument":{"uri":"untitled:1"},"position":{"line":1}}"#, "position.character"),
    (#"{"textDocument":{"uri":7},"position":{"line":1,"character":0}}"#, "textDocument.uri"),
    (#"{"textDocument":"untitled:1","position":{"line":1,"character":0}}"#, "textDocument"),
    (#"{"position":{"line":1,"character":0}}"#, "textDocument"),
    ("[]", "params"), ("null", "params"),
  ])
  func aWrongParameterIsNamed(params: String, member: String) throws {
    let client = try TestClient.start()
    for method in ["hover", "definition", "references", "completion", "documentHighlight"] {
      let error = try client.refusal("textDocument/\(method)", JSONValue(json: Array(params.utf8)))
      #expect(error["code"] == -32602)
      #expect(error["message"]?.string?.contains("`\(member)`") == true, "\(error["message"]?.string ?? "")")
    }
  }

  @Test(arguments: [
    ("textDocument/didOpen", #"{"textDocument":{"uri":"untitled:1","version":1}}"#, "textDocument.text"),
    ("textDocument/didOpen", #"{"textDocument":{"uri":"untitled:1","version":"1","text":""}}"#, "textDocument.version"),
    ("textDocument/didChange", #"{"textDocument":{"uri":"untitled:1","version":1}}"#, "contentChanges"),
    (
      "textDocument/didChange",
      #"{"textDocument":{"uri":"untitled:1","version":1},"contentChanges":[{"text":""},{"text":7}]}"#,
      "contentChanges[1].text"
    ),
    ("textDocument/didClose", "{}", "textDocument"),
    ("workspace/didChangeWatchedFiles", #"{"changes":{}}"#, "changes"),
    ("workspace/didChangeWorkspaceFolders", #"{"event":{"added":[]}}"#, "event.removed"),
  ])
  func aWrongParameterOfANotificationIsLogged(method: String, params: String, member: String) throws {
    let client = try TestClient.start()
    client.notify(method, try JSONValue(json: Array(params.utf8)))
    try client.logMessage(containing: "\(method): `\(member)`")
    #expect(try client.end() == 0)
  }

  @Test func questionsAboutUnknownDocumentsHaveNoAnswer() throws {
    let client = try TestClient.start()
    for uri in ["file:///no/such.md", "untitled:none", "", "%", "file://", "git:/x?ref=1"] {
      for method in ["hover", "definition", "references", "completion", "documentHighlight"] {
        #expect(try client.ask(method, at: (0, 0), in: uri).isNull)
      }
    }
  }

  @Test func manyMessagesInOnePieceAndOneMessageInManyPieces() throws {
    let client = try TestClient.start()
    let bodies = (500..<600).map { #"{"jsonrpc":"2.0","id":\#($0),"method":"no/such"}"# }
    let bytes = Array(bodies.map(framed).joined().utf8)
    client.send(bytes: bytes)
    _ = try client.response(to: 599)
    for byte in Array(framed(#"{"jsonrpc":"2.0","id":600,"method":"no/such😀"}"#).utf8) { client.send(bytes: [byte]) }
    _ = try client.response(to: 600)
    #expect(client.messages.compactMap { $0["id"]?.integer }.filter { $0 >= 500 } == Array(500...600))
  }
}
