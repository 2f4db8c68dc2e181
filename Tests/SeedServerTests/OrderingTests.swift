// Answers reflect what was sent before the question.

import JSON
import SeedTestSupport
import Testing

@Suite struct OrderingTests {
  /// Answers reflect the edits sent before the question, whatever is sent after it.
  @Test(arguments: [1, 2, 3] as [UInt64])
  func answersReflectTheEditsBeforeThem(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let client = try TestClient.start()
    let uri = "untitled:notes"
    client.open(uri, note(1, "name_0 = CClass(pattern, \"x\")"))
    var name = "name_0"
    var line = codeLine
    var expected: [(id: JSONValue, name: String, line: Int)] = []
    for step in 1...500 {
      switch Int.random(in: 0..<4, using: &random) {
      case 0:
        // A line before it.
        client.change(uri, version: step + 1, .range(codeLine, 0, codeLine, 0, "# 😀\n"))
        line += 1
      case 1 where line > codeLine:
        client.change(uri, version: step + 1, .range(codeLine, 0, codeLine + 1, 0, ""))
        line -= 1
      case 2:
        client.change(
          uri, version: step + 1, .range(0, 0, 0, 0, "> "), .range(line, 0, line, name.utf16.count, "name_\(step)"),
          .range(0, 0, 0, 2, ""))
        name = "name_\(step)"
      default:
        let text = note(1, String(repeating: "# é\n", count: line - codeLine) + "full_\(step) = CClass(pattern, \"x\")")
        client.change(uri, version: step + 1, .full(text))
        name = "full_\(step)"
      }
      let id = client.ask("textDocument/hover", .object(TestClient.place(uri, line, 1)))
      expected.append((id, name, line))
    }
    for (id, name, line) in expected {
      let result = try client.response(to: id)["result"]
      #expect(result?["contents"]?["value"]?.string?.contains(name) == true, "seed \(seed): \(name) in line \(line)")
      #expect(result?["range"]?.start == TextPlace(line: line, character: 0), "seed \(seed): \(name)")
    }
    let ids = client.messages.compactMap { $0["id"]?.integer }
    #expect(ids == ids.sorted(), "answers come in the order of the requests")
  }

  @Test func anAnswerWaitsForTheFolder() throws {
    var notes = Dictionary(uniqueKeysWithValues: (10...50).map { ("s_\($0).md", longNote($0, "")) })
    notes["z.md"] = note(1, definingCache)
    let folder = try NotesFolder(notes)
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    client.open(folder.uri("s_10.md"), note(10, usingCache))
    let use = try #require(place(of: "cache", in: note(10, usingCache)))
    let found = try client.ask("definition", at: (use.line, use.character), in: folder.uri("s_10.md"))
    #expect(found.array?.compactMap { $0["uri"]?.string } == [folder.uri("z.md")])
  }
}
