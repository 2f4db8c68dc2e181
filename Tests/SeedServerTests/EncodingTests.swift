// Which unit columns count in, and that everything counts in it.

import JSON
import SeedTestSupport
import Testing

@Suite struct EncodingTests {
  @Test(
    arguments: [
      (nil, "utf-16"),
      ([], "utf-16"),
      (["utf-16"], "utf-16"),
      (["utf-8", "utf-16"], "utf-16"),
      (["utf-32", "utf-8", "utf-16"], "utf-16"),
      (["utf-32", "utf-8"], "utf-32"),
      (["utf-8", "utf-32"], "utf-8"),
      (["utf-7", "utf-8"], "utf-8"),
      (["utf-7"], "utf-16"),
      (["UTF-8"], "utf-16"),
    ] as [([String]?, String)])
  func theEncodingIsOneThatTheClientKnows(offered: [String]?, answered: String) throws {
    let general: JSONValue = offered.map { ["positionEncodings": .array($0.map(JSONValue.string))] } ?? [:]
    let result = try TestClient.uninitialized().initialize(capabilities: ["general": general])
    #expect(result["capabilities"]?["positionEncoding"] == .string(answered))
  }

  /// A line on which every unit counts differently: an emoji of two, an e with a combining accent, a CJK character.
  private static let text = note(
    7,
    """
    store = CClass(decision, "Store")
    near = CClass(practice, "Näher")
    x = "😀 e\u{301} 漢"; add_decision_option_link(store, near, "Naïve 😀"); add_decision_option_link(store, missing, "")
    """)

  private func client(_ encoding: String) throws -> TestClient {
    let client = try TestClient.start(capabilities: ["general": ["positionEncodings": [.string(encoding)]]])
    client.open("untitled:notes", Self.text)
    return client
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func diagnosticsCountInTheEncoding(encoding: String) throws {
    let client = try client(encoding)
    let diagnostics = try client.undefined("untitled:notes", version: 1)
    let start = try #require(place(of: "missing", in: Self.text, encoding: encoding))
    #expect(diagnostics.compactMap { $0["range"]?.start } == [start])
    #expect(diagnostics.first?["range"]?.end == TextPlace(line: start.line, character: start.character + 7))
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func questionsAndAnswersCountInTheEncoding(encoding: String) throws {
    let client = try client(encoding)
    let use = try #require(place(of: "near,", in: Self.text, encoding: encoding))
    let definition = try #require(place(of: "near =", in: Self.text, encoding: encoding))
    for inside in [0, 2, 4] {
      let at = (use.line, use.character + inside)
      let hover = try client.ask("hover", at: at, in: "untitled:notes")
      #expect(hover["range"]?.start == use)
      #expect(hover["range"]?.end?.character == use.character + 4)
      let found = try client.ask("definition", at: at, in: "untitled:notes")
      #expect(found.array?.compactMap { $0["range"]?.start } == [definition])
      let references = try client.ask("references", at: at, in: "untitled:notes")
      #expect(references.array?.compactMap { $0["range"]?.start } == [definition, use])
      let highlights = try client.ask("documentHighlight", at: at, in: "untitled:notes")
      #expect(highlights.array?.compactMap { $0["range"]?.start } == [definition, use])
    }
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func completionReplacesInTheEncoding(encoding: String) throws {
    let client = try client(encoding)
    let use = try #require(place(of: "near,", in: Self.text, encoding: encoding))
    let result = try client.ask("completion", at: (use.line, use.character + 2), in: "untitled:notes")
    let item = try #require(result["items"]?.array?.first { $0["label"] == "near" })
    #expect(item["textEdit"]?["range"]?.start == use)
    #expect(item["textEdit"]?["range"]?.end?.character == use.character + 4)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func editsCountInTheEncoding(encoding: String) throws {
    let client = try client(encoding)
    let word = try #require(place(of: "missing", in: Self.text, encoding: encoding))
    client.change(
      "untitled:notes", version: 2, .range(word.line, word.character, word.line, word.character + 7, "near"))
    #expect(try client.undefined("untitled:notes", version: 2).isEmpty)
  }

  @Test func aPositionInsideACharacterIsItsStart() throws {
    let client = try client("utf-16")
    let emoji = try #require(place(of: "😀 ", in: Self.text))
    client.change(
      "untitled:notes", version: 2,
      .range(emoji.line, emoji.character + 1, emoji.line, emoji.character + 1, "\"; other = CClass(practice, \""))
    let other = try #require(place(of: "\"😀", in: Self.text))
    let hover = try client.ask("hover", at: (other.line, other.character + 5), in: "untitled:notes")
    #expect(hover["contents"]?["value"]?.string?.contains("other") == true)
  }
}
