// Pitfalls of texts that other servers have fallen into: line ends, words that only look like codes, fences.

import JSON
import SeedTestSupport
import Testing

private let uri = "untitled:notes"

@Suite struct TextPitfallTests {
  /// A client that has opened a text.
  private func start(_ text: String) throws -> TestClient {
    let client = try TestClient.start(
      capabilities: ["textDocument": ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]]])
    client.open(uri, text)
    return client
  }

  /// The edits of a rename at a place, as they are written: line, first and last column, new text.
  private func rename(_ client: TestClient, at line: Int, _ character: Int) throws -> [String] {
    var params = TestClient.place(uri, line, character)
    params["newName"] = "near_cache"
    let edits = try client.request("textDocument/rename", .object(params))["changes"]?[uri]?.array ?? []
    return edits.map { edit in
      let (start, end) = (edit["range"]?.start, edit["range"]?.end)
      return "\(start?.line ?? -1):\(start?.character ?? -1)-\(end?.character ?? -1) \(edit["newText"]?.string ?? "")"
    }
  }

  // MARK: - 4: CRLF and mixed line ends

  @Test("Pitfall 4: lines end at `\\r\\n`, `\\r` and `\\n`, whatever stands beside them")
  func linesOfEveryEnd() throws {
    let text = "**AXIAL CODING TRACE:**\r\n``` python\rcache = CClass(pattern, \"C\")\ncache, missing\r\n```\n\r\nx\r"
    let client = try start(text)
    #expect(try client.undefined(uri, version: 1).map { $0["range"]?.start } == [TextPlace(line: 3, character: 7)])
    let definition = try client.ask("definition", at: (3, 2), in: uri)
    #expect(definition.array?.compactMap { $0["range"]?.start } == [TextPlace(line: 2, character: 0)])
    #expect(try rename(client, at: 3, 2) == ["2:0-5 near_cache", "3:0-5 near_cache"])
  }

  @Test("Pitfall 4: an edit at the end of a line stays before its `\\r\\n`")
  func editsAtTheEndOfALine() throws {
    let client = try start(
      "**AXIAL CODING TRACE:**\r\n``` python\r\ncache = CClass(pattern, \"C\")\r\ncache\r\n```\r\n")
    // Columns past the end, as clients send them that count the `\r`.
    client.change(uri, version: 2, .range(3, 6, 3, 7, ", missing"))
    let end = TextPlace(line: 3, character: 7)
    #expect(try client.undefined(uri, version: 2).map { $0["range"]?.start } == [end])
    // From the end of one line to the start of the next is the whole line break.
    client.change(uri, version: 3, .range(2, 27, 3, 0, "; "))
    #expect(
      try client.undefined(uri, version: 3).map { $0["range"]?.start } == [TextPlace(line: 2, character: 36)])
  }

  // MARK: - 10: Words that only look like the code

  @Test("Pitfall 10: a rename leaves quotations, display names, comments and longer names alone")
  func renamesOnlyWhatIsTheCode() throws {
    let text = note(
      7,
      """
      cache = CClass(pattern, "A cache") # cache
      cache_layer = CClass(pattern, "cache")
      add_decision_option_link(store_decision, cache, "cache, near")
      """
    ).replacing("> Quoted", with: "> cache: a cache, `cache` and cache_layer. Quoted")
    let client = try start(text)
    let line = codeLine
    #expect(
      try rename(client, at: line, 0) == ["\(line):0-5 near_cache", "\(line + 2):41-46 near_cache"])
  }

  // MARK: - 20: Fences of every kind

  @Test(
    "Pitfall 20: fences of every kind end where their author meant them to",
    arguments: [
      // Never closed: a trace heading ends it.
      "``` python\ncache = CClass(pattern, \"C\")\n\n**AXIAL CODING TRACE:**\n\nadded:\n``` python\ncache\n```\n",
      // Never closed: a fence with an info string ends it.
      "``` python\ncache = CClass(pattern, \"C\")\n``` python\ncache\n```\n",
      // Four backticks, with three inside.
      "```` python\ncache = CClass(pattern, \"C\")\ncache\n````\n",
      "~~~ python\ncache = CClass(pattern, \"C\")\ncache\n~~~\n",
      // An indented fence, and one with blanks behind it.
      "  ```python\n  cache = CClass(pattern, \"C\")\n  cache\n  ```\n",
      "``` python    \n    cache = CClass(pattern, \"C\")\n    cache\n``` \n",
      // Without closing fence at the end of the file.
      "``` python\ncache = CClass(pattern, \"C\")\ncache",
    ])
  func fencesOfEveryKind(_ fence: String) throws {
    let text = "**AXIAL CODING TRACE:**\n\nadded:\n" + fence
    let client = try start(text)
    #expect(try client.undefined(uri, version: 1).isEmpty)
    let use = try #require(place(of: "cache", in: text, occurrence: 2))
    let first = try #require(place(of: "cache", in: text))
    let definition = try client.ask("definition", at: (use.line, use.character), in: uri)
    #expect(definition.array?.compactMap { $0["range"]?.start } == [first])
  }

  @Test("Pitfall 20: a comment in a fence is no heading")
  func commentsAreNoHeadings() throws {
    let client = try start(note(7, "# Not a heading\ncache = CClass(pattern, \"C\")\n## Nor this"))
    let symbols = try client.request("textDocument/documentSymbol", ["textDocument": ["uri": .string(uri)]])
    #expect(symbols.text.contains("\"cache\""))
    #expect(!symbols.text.contains("heading") && !symbols.text.contains("Nor this"))
  }
}
