// What other servers got wrong about the connection: twice the same finding, memory, processes that stay behind, framing.

import Foundation
import JSON
import LanguageServerProtocol
import SeedServer
import SeedTestSupport
import Testing

@Suite struct ConnectionPitfallTests {
  /// Every client of this kind exists: some only take what is pushed, some only ask, some do both.
  @Test("Pitfall 6: findings come on one way only", arguments: ["push", "pull"], [true, false])
  func findingsComeOnOneWayOnly(delivery: String, announcesPull: Bool) throws {
    let client = TestClient.uninitialized()
    let offered = try client.initialize(
      capabilities: ["textDocument": ["publishDiagnostics": [:], "diagnostic": announcesPull ? [:] : nil]],
      options: ["diagnostics": ["delivery": .string(delivery)]])
    let isPulled = offered["capabilities"]?["diagnosticProvider"] != nil
    #expect(isPulled == (announcesPull && delivery == "pull"))
    client.open("untitled:1", note(1, usingCache))
    let pulled = try client.request("textDocument/diagnostic", ["textDocument": ["uri": "untitled:1"]])
    client.notify("textDocument/didSave", ["textDocument": ["uri": "untitled:1"]])
    if !isPulled { _ = try client.undefined("untitled:1", version: 1) }
    try client.synchronize()
    let pushed = client.displayed(rule: "undefined-code").count
    #expect(pushed + (pulled["items"]?.array?.count { $0["code"] == "undefined-code" } ?? 0) == 1)
  }

  // MARK: - Output that nobody reads

  /// A client that writes without reading: both pipes are full, and yet everything is read and answered in the end.
  @Test("Pitfall 23: a client that does not read is heard nevertheless")
  func aClientThatDoesNotReadIsHeardNevertheless() throws {
    let (clientEnd, serverEnd) = InMemoryPipe.pair(capacity: 4096)
    let ended = DispatchSemaphore(value: 0)
    nonisolated(unsafe) var code: Int32?
    Thread.detachNewThread {
      code = Server(transport: serverEnd).run()
      ended.signal()
    }
    func send(_ message: JSONValue) { _ = clientEnd.write(OutgoingMessage.framed(body: message.json())) }
    send(TestClient.message("initialize", ["capabilities": [:]], id: 0))
    let open: JSONValue = [
      "textDocument": ["uri": "untitled:1", "version": 1, "text": .string(note(1, definingCache))]
    ]
    send(TestClient.message("textDocument/didOpen", open, id: nil))
    for id in 1...500 {
      send(
        TestClient.message("textDocument/hover", .object(TestClient.place("untitled:1", codeLine, 1)), id: .integer(id))
      )
      send(TestClient.message("$/cancelRequest", ["id": .integer(id)], id: nil))
    }
    send(TestClient.message("shutdown", nil, id: 501))
    send(TestClient.message("exit", nil, id: nil))
    var answered: [Int] = []
    var reader = MessageReader(clientEnd)
    while answered.last != 501, case .message(let body)? = reader.next() {
      if let message = try? JSONValue(json: body), let id = message["id"]?.integer { answered.append(id) }
    }
    #expect(answered.sorted() == Array(0...501))
    #expect(ended.wait(timeout: .now() + 60) == .success)
    #expect(code == 0)
  }

  @Test("Pitfall 23: a client that never reads does not keep the server")
  func aClientThatNeverReadsDoesNotKeepTheServer() throws {
    let (clientEnd, serverEnd) = InMemoryPipe.pair(capacity: 256)
    var timing = Timing()
    timing.farewell = .milliseconds(1)
    let server = Server(transport: serverEnd, timing: timing)
    Thread.detachNewThread {
      for id in 0..<50 {
        let message = TestClient.message("initialize", ["capabilities": [:]], id: .integer(id))
        _ = clientEnd.write(OutgoingMessage.framed(body: message.json()))
      }
      clientEnd.closeOutput()
    }
    #expect(server.run() == 1)
    clientEnd.close()
  }

  /// The id of a request that was cancelled while it waited belongs to the next one that uses it.
  @Test("Pitfall 24: an id that is used again gets the answer to the second question")
  func anIdThatIsUsedAgainGetsTheAnswerToTheSecondQuestion() throws {
    let client = try TestClient.start()
    let text = note(1, definingCache) + String(repeating: "> Some words about caches.\n\n", count: 8000)
    let messages = [
      TestClient.message(
        "textDocument/didOpen", ["textDocument": ["uri": "untitled:1", "version": 1, "text": .string(text)]], id: nil),
      TestClient.message("textDocument/hover", .object(TestClient.place("untitled:1", codeLine, 1)), id: 7),
      TestClient.message("$/cancelRequest", ["id": 7], id: nil),
      TestClient.message("textDocument/references", .object(TestClient.place("untitled:1", codeLine, 1)), id: 7),
    ]
    client.send(bytes: messages.flatMap { OutgoingMessage.framed(body: $0.json()) })
    try client.synchronize()
    let answers = client.messages.filter { $0["id"] == 7 }
    #expect(answers.count == 2)
    #expect(answers.first?["error"]?["code"] == -32800)
    #expect(answers.last?["result"]?.array?.count == 1)
  }

  // MARK: - Framing

  @Test("Pitfall 24: messages arrive in any pieces")
  func messagesArriveInAnyPieces() throws {
    let client = try TestClient.start()
    let open = TestClient.message(
      "textDocument/didOpen",
      ["textDocument": ["uri": "untitled:é😀", "version": 1, "text": .string(note(1, definingCache))]], id: nil)
    let hover = TestClient.message(
      "textDocument/hover", .object(TestClient.place("untitled:é😀", codeLine, 1)), id: "a string")
    let bytes = [open, hover].flatMap { OutgoingMessage.framed(body: $0.json()) }
    for byte in bytes { client.send(bytes: [byte]) }
    #expect(try client.response(to: "a string")["result"]?.isNull == false)
    client.send(bytes: bytes + bytes)
    try client.synchronize()
    #expect(client.messages.count { $0["id"] == "a string" } == 3)
  }

  @Test(
    "Pitfall 24: whatever arrives, the next message is read",
    arguments: [
      (#"{"jsonrpc":"2.0","id":1000,"method":"seed/unheardOf","params":null}"#, 1000, -32601),
      (#"{"jsonrpc":"2.0","id":1000,"method":"textDocument/hover","params":null}"#, 1000, -32602),
      (#"{"jsonrpc":"2.0","id":1000,"method":7}"#, 1000, -32600),
      (#"[{"jsonrpc":"2.0","id":1000,"method":"shutdown"}]"#, nil, -32600),
      (#"{"jsonrpc":"2.0","id":1000"#, nil, -32700), ("😀", nil, -32700),
    ])
  func whateverArrivesTheNextMessageIsRead(body: String, id: Int?, code: Int) throws {
    let client = try TestClient.start()
    client.send(bytes: OutgoingMessage.framed(body: Array(body.utf8)))
    let answer = try client.response(to: id.map { .integer($0) } ?? .null)
    #expect(answer["error"]?["code"]?.integer == code)
    #expect(try client.end() == 0)
  }
}

/// One after another: a process that is started meanwhile could inherit the pipes.
@Suite(.serialized) struct ProcessPitfallTests {
  @Test(
    "Pitfall 23: whatever way the client goes, the process ends", arguments: ["end of input", "exit", "half a message"])
  func whateverWayTheClientGoesTheProcessEnds(way: String) throws {
    let client = try TestClient.process()
    try client.initialize()
    switch way {
    case "end of input": client.endInput()
    case "exit": client.notify("exit")
    default:
      client.send(bytes: Array("Content-Length: 99\r\n\r\n{".utf8))
      client.endInput()
    }
    #expect(try client.waitForExit() == 1)
  }

  /// Writing to a client that reads no more fails; that neither ends the process before the end of its input nor keeps it.
  @Test("Pitfall 23: a client that closes its end of the pipe is survived")
  func aClientThatClosesItsEndOfThePipeIsSurvived() throws {
    let process = Process()
    let (input, output) = (Pipe(), Pipe())
    let command = try #require(TestClient.builtCommand)
    process.executableURL = command
    process.arguments = ["serve"]
    process.standardInput = input
    process.standardOutput = output
    process.standardError = FileHandle.nullDevice
    try process.run()
    try output.fileHandleForReading.close()
    for id in 0..<20 {
      let message = TestClient.message("initialize", ["capabilities": [:]], id: .integer(id))
      try input.fileHandleForWriting.write(contentsOf: OutgoingMessage.framed(body: message.json()))
    }
    #expect(process.isRunning)
    try input.fileHandleForWriting.close()
    process.waitUntilExit()
    #expect(process.terminationReason == .exit)
    #expect(process.terminationStatus == 1)
  }

  /// What is asked again and again must leave nothing behind.
  @Test("Pitfall 22: memory does not grow with repeated requests")
  func memoryDoesNotGrowWithRepeatedRequests() throws {
    let notes = Dictionary(uniqueKeysWithValues: (1...40).map { ("s_\($0).md", note($0, usingCache)) })
    let folder = try NotesFolder(notes)
    let client = try TestClient.process()
    try client.initialize(
      folders: [folder.uri], capabilities: ["textDocument": ["diagnostic": [:]]],
      options: ["diagnostics": ["delivery": "pull"]])
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    func ask(_ times: Int) throws {
      for _ in 0..<times {
        _ = try client.request("workspace/diagnostic", ["previousResultIds": []])
        _ = try client.request(
          "textDocument/semanticTokens/full", ["textDocument": ["uri": .string(folder.uri("s_1.md"))]])
      }
    }
    try ask(100)
    let before = try client.residentKilobytes()
    try ask(400)
    let after = try client.residentKilobytes()
    #expect(after - before < 4096, "\(before) kB, then \(after) kB")
    #expect(try client.end() == 0)
  }
}
