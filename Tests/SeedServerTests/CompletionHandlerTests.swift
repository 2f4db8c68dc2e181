// Completion as clients of different abilities get it.

import JSON
import SeedTestSupport
import Testing

private let uri = "untitled:notes"
private let text = note(
  7,
  """
  store = CClass(decision, "Store")
  nearby = CClass(practice, "Näher 😀")
  x = "“é” e\u{301} 😀 漢"; add_decision_option_link(store, nearby, "")

  """)

@Suite struct CompletionHandlerTests {
  private static let encodings = ["utf-8", "utf-16", "utf-32"]

  /// Asks behind the first two letters of a name that stands behind emoji and combining marks.
  private func complete(
    _ completion: JSONObject, encoding: String = "utf-16"
  ) throws -> (client: TestClient, list: JSONValue, start: TextPlace) {
    let client = try TestClient.start(
      capabilities: [
        "general": ["positionEncodings": [.string(encoding)]], "textDocument": ["completion": .object(completion)],
      ])
    client.open(uri, text)
    let start = try #require(place(of: "nearby,", in: text, encoding: encoding))
    return (client, try client.ask("completion", at: (start.line, start.character + 2), in: uri), start)
  }

  private func item(_ list: JSONValue) throws -> JSONValue {
    try #require(list["items"]?.array?.first { $0["label"] == "nearby" })
  }

  @Test(arguments: encodings)
  func aSimpleClientGetsAnEditOfTheWholeWord(encoding: String) throws {
    let (_, list, start) = try complete([:], encoding: encoding)
    let item = try item(list)
    #expect(item["textEdit"]?["newText"] == "nearby")
    #expect(item["textEdit"]?["range"]?.start == start)
    #expect(item["textEdit"]?["range"]?.end?.character == start.character + 6)
    #expect(item["detail"] == "Näher 😀")
    #expect(item["labelDetails"] == nil)
    #expect(item["data"] == nil)
    #expect(list["itemDefaults"] == nil)
  }

  @Test(arguments: encodings)
  func insertingAndReplacingAreToldApart(encoding: String) throws {
    let (_, list, start) = try complete(["completionItem": ["insertReplaceSupport": true]], encoding: encoding)
    let edit = try #require(item(list)["textEdit"])
    #expect(edit["insert"]?.start == start)
    #expect(edit["replace"]?.start == start)
    #expect(edit["insert"]?.end?.character == start.character + 2)
    #expect(edit["replace"]?.end?.character == start.character + 6)
  }

  @Test(arguments: encodings)
  func theRangeIsSaidOnceWhereTheClientTakesDefaults(encoding: String) throws {
    let (_, list, start) = try complete(
      [
        "completionItem": ["insertReplaceSupport": true, "labelDetailsSupport": true],
        "completionList": ["itemDefaults": ["editRange", "data"]],
      ], encoding: encoding)
    let item = try item(list)
    #expect(item["textEdit"] == nil)
    #expect(item["labelDetails"] == ["description": "Näher 😀"])
    let range = try #require(list["itemDefaults"]?["editRange"])
    #expect(range["insert"]?.start == start)
    #expect(range["replace"]?.end?.character == start.character + 6)
  }

  @Test func listsAreSortedAsTheyAreSent() throws {
    let (_, list, _) = try complete([:])
    let sortTexts = (list["items"]?.array ?? []).compactMap { $0["sortText"]?.string }
    #expect(sortTexts == sortTexts.sorted())
    #expect(!sortTexts.isEmpty)
  }

  @Test func kindsStayWithinWhatTheClientKnows() throws {
    let (client, _, _) = try complete([:])
    let all = try client.ask("completion", at: (codeLine + 3, 0), in: uri)
    let kinds = (all["items"]?.array ?? []).compactMap { $0["kind"]?.integer }
    #expect(!kinds.isEmpty && kinds.allSatisfy { (1...18).contains($0) })
  }

  @Test func snippetsGoToThoseWhoTakeThem() throws {
    for (support, isSent) in [(true, true), (false, false)] {
      let (client, _, _) = try complete(["completionItem": ["snippetSupport": .boolean(support)]])
      let list = try client.ask("completion", at: (codeLine + 3, 0), in: uri)
      let formats = (list["items"]?.array ?? []).filter { $0["insertTextFormat"] == 2 }
      #expect(formats.isEmpty != isSent)
      #expect(formats.allSatisfy { $0["textEdit"]?["newText"]?.string?.contains("$") == true })
    }
  }

  @Test func theCodebookEntryComesWithTheChosenItem() throws {
    let resolvable: JSONValue = [
      "resolveSupport": ["properties": ["documentation"]], "documentationFormat": ["markdown"],
    ]
    for defaults in [[], ["data"]] as [[JSONValue]] {
      let (client, list, _) = try complete([
        "completionItem": resolvable, "completionList": ["itemDefaults": .array(defaults)],
      ])
      var item = try #require(try item(list).object)
      // The client puts the defaults into each item.
      if let data = list["itemDefaults"]?["data"] { item["data"] = data }
      let resolved = try client.request("completionItem/resolve", .object(item))
      #expect(resolved["documentation"]?["kind"] == "markdown")
      #expect(resolved["documentation"]?["value"]?.string?.contains("**Näher 😀**") == true)
      #expect(resolved["label"] == "nearby")
      #expect(resolved["textEdit"] == item["textEdit"])
    }
  }

  @Test func anUnknownItemComesBackAsItWas() throws {
    let client = try TestClient.start()
    for item in [["label": "x"], ["label": "x", "data": 3], ["label": "x", "data": "untitled:none"]] as [JSONValue] {
      #expect(try client.request("completionItem/resolve", item) == item)
    }
  }

  @Test func resolvingIsOfferedToThoseWhoUseIt() throws {
    let plain = try TestClient.uninitialized().initialize()
    #expect(plain["capabilities"]?["completionProvider"]?["resolveProvider"] == nil)
    let able = try TestClient.uninitialized().initialize(
      capabilities: [
        "textDocument": ["completion": ["completionItem": ["resolveSupport": ["properties": ["documentation"]]]]]
      ])
    #expect(able["capabilities"]?["completionProvider"]?["resolveProvider"] == true)
  }
}
