// What other servers got wrong about text, positions and fast typing.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct PositionPitfallTests {
  @Test("Pitfall 2: a client that knows UTF-16 only gets nothing else")
  func aClientThatKnowsUTF16OnlyGetsNothingElse() throws {
    for general in [["positionEncodings": ["utf-16"]], ["positionEncodings": []], [:]] as [JSONValue] {
      let result = try TestClient.uninitialized().initialize(capabilities: ["general": general])
      #expect(["utf-16", nil].contains(result["capabilities"]?["positionEncoding"]?.string))
    }
  }

  private static let methods = [
    "completion", "declaration", "definition", "documentHighlight", "hover", "implementation", "prepareCallHierarchy",
    "prepareRename", "references", "signatureHelp", "typeDefinition",
  ]

  @Test("Pitfall 3: a position behind the line or the text, or inside a character, is answered", arguments: methods)
  func aPositionBehindTheLineOrTheTextOrInsideACharacterIsAnswered(method: String) throws {
    let client = try TestClient.start()
    let text = note(1, "x = CClass(pattern, \"😀\"); x")
    client.open("untitled:1", text)
    let emoji = try #require(place(of: "😀\"", in: text))
    let last = Int(Int32.max)
    for (line, column) in [
      (emoji.line, emoji.character + 1), (emoji.line, 5000), (emoji.line, last), (5000, 0), (last, last),
    ] {
      let answer = try client.response(
        to: client.ask("textDocument/" + method, .object(TestClient.place("untitled:1", line, column))))
      // A rename may say why there is nothing to rename.
      #expect(answer["result"] != nil || answer["error"]?["code"] == -32803, "\(answer.text)")
    }
    #expect(try client.ask("hover", at: (codeLine, 0), in: "untitled:1").isNull == false)
  }

  @Test("Pitfall 5: a document survives an invalid change, and the next whole text heals it")
  func aDocumentSurvivesAnInvalidChangeAndTheNextWholeTextHealsIt() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache))
    for change in [
      ["range": ["start": ["line": 9, "character": 0], "end": ["line": 2, "character": 0]], "text": "x"],
      ["range": ["start": ["line": -1, "character": 0], "end": ["line": 2, "character": 0]], "text": "x"],
      ["range": "everything", "text": 7], 7, nil,
    ] as [JSONValue] {
      client.notify(
        "textDocument/didChange",
        ["textDocument": ["uri": "untitled:1", "version": 2], "contentChanges": [change]])
    }
    #expect(try client.ask("hover", at: (codeLine, 1), in: "untitled:1").isNull == false)
    client.change("untitled:1", version: 3, .full(note(1, definingCache)))
    #expect(try client.undefined("untitled:1", version: 3).isEmpty)
    #expect(try client.ask("hover", at: (codeLine, 1), in: "untitled:1").isNull == false)
  }

  /// Three hundred changes, each with questions that are taken back at once, as editors do while somebody types.
  @Test("Pitfall 21: fast typing with cancelled questions leaves the last state and no backlog")
  func fastTypingWithCancelledQuestionsLeavesTheLastStateAndNoBacklog() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache + "\nadd_links({store: [missing]})"))
    #expect(try client.undefined("untitled:1", version: 1).count == 2)
    let count = client.messages.count
    var ids: [JSONValue] = []
    var messages: [JSONValue] = []
    for version in 2...301 {
      let insertion = TestChange.range(codeLine, 0, codeLine, 0, version == 301 ? definingCache + "\n" : "#")
      messages.append(
        TestClient.message(
          "textDocument/didChange",
          [
            "textDocument": ["uri": "untitled:1", "version": .integer(version)],
            "contentChanges": [insertion.json],
          ], id: nil))
      for method in ["completion", "hover"] {
        ids.append(client.nextID())
        let place = TestClient.place("untitled:1", codeLine, 3)
        messages.append(TestClient.message("textDocument/" + method, .object(place), id: ids.last))
      }
      if version < 301 {
        for id in ids.suffix(2) { messages.append(TestClient.message("$/cancelRequest", ["id": id], id: nil)) }
      }
    }
    client.send(bytes: messages.flatMap { OutgoingMessage.framed(body: $0.json()) })
    // The last state: the definition, and the comment that was typed before it.
    #expect(
      try client.undefined("untitled:1", version: 301, from: count).messages.contains { $0.contains("`missing`") })
    try client.synchronize()
    for id in ids { #expect(client.messages.count { $0["id"] == id && $0["method"] == nil } == 1) }
    // What was not touched never left the screen, and versions only grow.
    let reports = client.reports(on: "untitled:1")
    #expect(reports.allSatisfy { $0.findings.contains { $0.contains("`missing`") } })
    #expect(reports.compactMap(\.version) == reports.compactMap(\.version).sorted())
  }
}
