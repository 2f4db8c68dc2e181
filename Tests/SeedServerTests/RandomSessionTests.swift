// Sessions without sense, which must leave the server and the protocol whole.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

/// A client that does one thing after another without sense.
private struct RandomClient {
  var random: SeededGenerator
  let client: TestClient
  let uris: [String]
  var asked: [JSONValue] = []
  var version = 1

  private static let methods = ["hover", "definition", "references", "completion", "documentHighlight", "noSuch"]
  private static let pieces = [
    "", "a", "\n", "\r", "\r\n", "😀", "e\u{301}", "```", "``` python\n", "'''", "(", "]", "cache", "# s\n1\n",
    "**AXIAL CODING TRACE:**\n", definingCache, usingCache, "add codes to s3:\n", "> ", "\u{0}", "漢",
  ]

  mutating func step() {
    let uri = uris.randomElement(using: &random) ?? ""
    version += 1
    switch Int.random(in: 0..<20, using: &random) {
    case 0: client.open(uri, randomText(), version: version)
    case 1: client.close(uri)
    case 2: client.change(uri, version: version, .full(randomText()))
    case 3: client.filesChanged((uri, Int.random(in: 1...3, using: &random)))
    case 4: client.notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]])
    case 5:
      client.notify(
        "$/setTrace", ["value": .string(["off", "messages", "verbose"].randomElement(using: &random) ?? "")])
    case 6: client.notify("$/cancelRequest", ["id": .integer(Int.random(in: 1...(asked.count + 5), using: &random))])
    case 7: client.send(bytes: Array("Content-Length: 3\r\n\r\n{x}".utf8))
    case 8: client.send(bytes: Array("garbage\r\n".utf8))
    case 9..<14:
      let method = Self.methods.randomElement(using: &random) ?? ""
      asked.append(client.ask("textDocument/\(method)", .object(TestClient.place(uri, number(40), number(60)))))
    default:
      client.change(uri, version: version, randomChange(), randomChange())
    }
  }

  private mutating func randomChange() -> TestChange {
    let (line, character) = (number(40), number(60))
    // Some are reversed.
    let (endLine, end) = (max(0, line + number(4) - 1), number(60))
    return .range(line, character, endLine, end, Self.pieces.randomElement(using: &random) ?? "")
  }

  private mutating func randomText() -> String {
    (0..<Int.random(in: 0..<12, using: &random)).map { _ in Self.pieces.randomElement(using: &random) ?? "" }.joined()
      + note(1, usingCache)
  }

  private mutating func number(_ limit: Int) -> Int { Int.random(in: 0..<limit, using: &random) }
}

@Suite struct RandomSessionTests {
  @Test(arguments: [11, 12, 13, 14] as [UInt64])
  func everyRequestIsAnsweredOnce(seed: UInt64) throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache), "x.txt": "nothing"])
    let client = try TestClient.start(folders: [folder.uri])
    let uris =
      ["s_1.md", "s_2.md", "new.md", "x.txt"].map { folder.uri($0) } + ["untitled:1", "file:///elsewhere/s.md"]
    var session = RandomClient(random: SeededGenerator(seed: seed), client: client, uris: uris)
    for _ in 0..<stepCount(400) { session.step() }
    for id in session.asked { _ = try client.response(to: id) }
    try client.synchronize()
    var answers: [JSONValue: Int] = [:]
    for message in client.messages {
      if let id = message["id"], message["method"] == nil { answers[id, default: 0] += 1 }
    }
    for id in session.asked { #expect(answers[id] == 1, "seed \(seed), request \(id.text)") }
    #expect(try client.end() == 0, "seed \(seed)")
  }
}
