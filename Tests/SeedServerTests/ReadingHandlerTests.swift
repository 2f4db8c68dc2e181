// Colours, hovers, hints, lenses and signatures, as clients ask for them.

import JSON
import SeedTestSupport
import Testing

private let uri = "untitled:notes"
private let code = """
  "“é” 😀"; cache = CClass(pattern, "Café 😀")
  cache
  """

@Suite struct ReadingHandlerTests {
  private func document(_ members: JSONObject = [:]) -> JSONValue {
    var params = members
    params["textDocument"] = ["uri": .string(uri)]
    return .object(params)
  }

  private func range(_ first: Int, _ last: Int) -> JSONValue {
    ["start": ["line": .integer(first), "character": 0], "end": ["line": .integer(last), "character": 0]]
  }

  private func start(_ capabilities: JSONValue = [:]) throws -> TestClient {
    let client = try TestClient.start(capabilities: capabilities)
    client.open(uri, note(4, code))
    return client
  }

  private func numbers(_ value: JSONValue?) -> [Int] { (value?.array ?? []).compactMap(\.integer) }

  // MARK: - Semantic tokens

  @Test func changesOfTokensLeadFromOneResultToTheNext() throws {
    let client = try start()
    let first = try client.request("textDocument/semanticTokens/full", document())
    var data = numbers(first["data"])
    #expect(data.count == 20)
    var id = try #require(first["resultId"])
    for (version, text) in ["near = CClass(practice, \"N\")\n", "😀", "x", ""].enumerated() {
      client.change(uri, version: version + 2, .range(codeLine, 0, codeLine, 0, text))
      let delta = try client.request("textDocument/semanticTokens/full/delta", document(["previousResultId": id]))
      for edit in try #require(delta["edits"]?.array) {
        let start = try #require(edit["start"]?.integer)
        let count = try #require(edit["deleteCount"]?.integer)
        data.replaceSubrange(start..<start + count, with: numbers(edit["data"]))
      }
      id = try #require(delta["resultId"])
      let full = try client.request("textDocument/semanticTokens/full", document())
      #expect(data == numbers(full["data"]), "\(text)")
      id = try #require(full["resultId"])
    }
  }

  @Test func anUnknownResultIsAnsweredInFull() throws {
    let client = try start()
    let result = try client.request("textDocument/semanticTokens/full/delta", document(["previousResultId": "old"]))
    #expect(numbers(result["data"]).count == 20)
    #expect(result["edits"] == nil)
  }

  @Test func aRangeHasTheTokensOfItsLines() throws {
    let client = try start()
    let all = numbers(try client.request("textDocument/semanticTokens/full", document())["data"])
    let last = numbers(
      try client.request("textDocument/semanticTokens/range", document(["range": range(codeLine + 1, codeLine + 2)]))[
        "data"])
    #expect(last == [codeLine + 1] + all.suffix(4))
    let reversed = try client.request("textDocument/semanticTokens/range", document(["range": range(9, 2)]))
    #expect(numbers(reversed["data"]).isEmpty)
  }

  @Test(arguments: ["utf-8", "utf-16", "utf-32"])
  func tokensStandWhereTheirNamesDo(encoding: String) throws {
    let client = try start(["general": ["positionEncodings": [.string(encoding)]]])
    let data = numbers(try client.request("textDocument/semanticTokens/full", document())["data"])
    let expected = try #require(place(of: "cache", in: note(4, code), encoding: encoding))
    #expect(Array(data.prefix(3)) == [expected.line, expected.character, 5])
  }

  // MARK: - Hovers, lenses, hints, signatures

  @Test func hoversAreMarkdownWhereTheClientShowsIt() throws {
    for (formats, kind) in [(["markdown", "plaintext"], "markdown"), (["plaintext"], "plaintext"), (nil, "plaintext")]
      as [(JSONValue?, JSONValue)]
    {
      let client = try start(["textDocument": ["hover": ["contentFormat": formats ?? nil]]])
      let contents = try client.ask("hover", at: (codeLine + 1, 2), in: uri)["contents"]
      #expect(contents?["kind"] == kind)
      #expect(contents?["value"]?.string?.contains("Café 😀") == true)
      #expect(contents?["value"]?.string?.contains("`cache`") == (kind == "markdown"))
    }
  }

  @Test func lensesHaveATitleAndNoCommand() throws {
    let lenses = try start().request("textDocument/codeLens", document())
    #expect(lenses[0]?["command"] == ["title": "1 source · 1 reference", "command": ""])
    #expect(lenses[0]?["range"]?.start == place(of: "cache", in: note(4, code)))
  }

  @Test func hintsAreShownToThoseWhoWantThem() throws {
    let client = try start()
    let all = document(["range": range(0, 100)])
    #expect(try client.request("textDocument/inlayHint", all) == nil as JSONValue)
    client.notify("workspace/didChangeConfiguration", ["settings": ["seed-lsp": ["inlayHints": ["enable": true]]]])
    let hints = try client.request("textDocument/inlayHint", all)
    #expect(hints.array?.compactMap { $0["label"]?.string } == ["1 source", "Café 😀"])
    #expect(hints[1]?["position"] == ["line": .integer(codeLine + 1), "character": 5])
    client.notify("workspace/didChangeConfiguration", ["settings": nil])
    #expect(try client.request("textDocument/inlayHint", all).array?.count == 2)
    client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["inlayHints": ["enable": false], "codeLens": ["enable": false]]])
    #expect(try client.request("textDocument/inlayHint", all) == nil as JSONValue)
    #expect(try client.request("textDocument/codeLens", document()) == nil as JSONValue)
  }

  @Test func hintsCanBeChosenFromTheStart() throws {
    let client = TestClient.uninitialized()
    _ = try client.request(
      "initialize", ["initializationOptions": ["inlayHints": ["enable": true]], "capabilities": [:]])
    client.notify("initialized", [:])
    client.open(uri, note(4, code))
    #expect(try client.request("textDocument/inlayHint", document(["range": range(0, 100)])).array?.count == 2)
  }

  @Test func theParameterAtTheCursorIsActive() throws {
    let information: JSONValue = ["parameterInformation": ["labelOffsetSupport": true]]
    let client = try start(["textDocument": ["signatureHelp": ["signatureInformation": information]]])
    let cursor = try #require(place(of: "Café", in: note(4, code)))
    let help = try client.ask("signatureHelp", at: (cursor.line, cursor.character), in: uri)
    #expect(help["activeParameter"] == 1)
    let signature = try #require(help["signatures"]?[0])
    #expect(signature["label"]?.string?.hasPrefix("CClass(metaclass, name=None, *, values=None") == true)
    #expect(signature["parameters"]?[1]?["label"] == [18, 27])
    let simple = try start().ask("signatureHelp", at: (cursor.line, cursor.character), in: uri)
    #expect(simple["signatures"]?[0]?["parameters"] == nil)
    #expect(try client.ask("signatureHelp", at: (0, 0), in: uri) == nil as JSONValue)
  }
}
