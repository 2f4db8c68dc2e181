// Symbols, foldings, selections, links and hierarchies, as clients ask for them.

import JSON
import SeedTestSupport
import Testing

private let defining = """
  store = CClass(decision, "Where?")
  "“é” 😀"; cache = CClass(pattern, "Café 😀")
  speed = CClass(force, "Speed")
  add_decision_option_link(store, cache, "Keep it near")
  add_force_relations({cache: {speed: positive}})
  """
private let using = "add_decision_option_link(store, cache, \"again\")"

/// The encodings in which positions are asked for and answered.
private let encodings = ["utf-8", "utf-16", "utf-32"]

@Suite struct NavigationHandlerTests {
  /// A client with two notes in a folder, of which the first is open.
  private func start(
    encoding: String = "utf-16", _ textDocument: JSONObject = [:], workspace: JSONValue = [:]
  ) throws -> (client: TestClient, folder: NotesFolder, uri: String, text: String) {
    let text = note(4, defining)
    let folder = try NotesFolder(["s_4.md": text, "s_33.md": note(33, using)])
    let client = try TestClient.start(
      folders: [folder.uri],
      capabilities: [
        "general": ["positionEncodings": [.string(encoding)]], "textDocument": .object(textDocument),
        "workspace": workspace,
      ])
    let uri = folder.uri("s_4.md")
    client.open(uri, text)
    return (client, folder, uri, text)
  }

  private func document(_ uri: String) -> JSONValue { ["textDocument": ["uri": .string(uri)]] }

  private func position(_ place: TextPlace) -> JSONValue {
    ["line": .integer(place.line), "character": .integer(place.character)]
  }

  @Test(arguments: encodings)
  func theOutlineIsATreeInEveryUnit(encoding: String) throws {
    let (client, _, uri, text) = try start(
      encoding: encoding, ["documentSymbol": ["hierarchicalDocumentSymbolSupport": true]])
    let symbols = try client.request("textDocument/documentSymbol", document(uri))
    #expect(symbols.array?.compactMap { $0["name"]?.string } == ["s4", "Axial coding"])
    let codes = try #require(symbols[1]?["children"]?.array)
    #expect(codes.compactMap { $0["name"]?.string } == ["store", "cache", "speed"])
    #expect(codes.compactMap { $0["detail"]?.string } == ["Where?", "Café 😀", "Speed"])
    #expect(codes[1]["selectionRange"]?.start == place(of: "cache", in: text, encoding: encoding))
    // A client that lists no kinds knows the first eighteen.
    #expect(codes.compactMap { $0["kind"]?.integer }.allSatisfy { $0 <= 18 })
  }

  @Test func theOutlineIsFlatForClientsWithoutTrees() throws {
    let (client, _, uri, _) = try start(["documentSymbol": ["symbolKind": ["valueSet": [1, 3, 5, 10, 24]]]])
    let symbols = try #require(try client.request("textDocument/documentSymbol", document(uri)).array)
    #expect(symbols.compactMap { $0["name"]?.string } == ["s4", "Axial coding", "store", "cache", "speed"])
    #expect(symbols.compactMap { $0["containerName"]?.string } == ["Axial coding", "Axial coding", "Axial coding"])
    #expect(symbols.compactMap { $0["kind"]?.integer } == [1, 3, 10, 5, 24])
    #expect(symbols.allSatisfy { $0["location"]?["uri"]?.string == uri })
  }

  @Test(arguments: encodings)
  func symbolsOfTheWorkspaceAreFoundByNameAndDisplayName(encoding: String) throws {
    let (client, folder, uri, text) = try start(encoding: encoding)
    let found = try client.request("workspace/symbol", ["query": "cch"])
    #expect(found.array?.compactMap { $0["name"]?.string } == ["cache"])
    #expect(found[0]?["location"]?["uri"]?.string == uri)
    #expect(found[0]?["location"]?["range"]?.start == place(of: "cache", in: text, encoding: encoding))
    #expect(found[0]?["containerName"]?.string == "s4")
    // What was found by its display name shows it: VS Code filters once more by what is shown.
    #expect(try client.request("workspace/symbol", ["query": "café"])[0]?["name"]?.string == "cache · Café 😀")
    let source = try client.request("workspace/symbol", ["query": "s33"])
    #expect(source[0]?["location"]?["uri"]?.string == folder.uri("s_33.md"))
    #expect(try client.request("workspace/symbol", ["query": ""]).array?.isEmpty == false)
  }

  @Test func foldingsKeepToTheClientsLimit() throws {
    let (client, _, uri, _) = try start(["foldingRange": ["rangeLimit": 2, "lineFoldingOnly": true]])
    let found = try #require(try client.request("textDocument/foldingRange", document(uri)).array)
    #expect(found.compactMap { $0["kind"]?.string } == ["imports", "region"])
    #expect(found.compactMap { $0["startLine"]?.integer } == [0, 9])
    let (other, _, otherURI, _) = try start()
    #expect(try other.request("textDocument/foldingRange", document(otherURI)).array?.count == 3)
  }

  @Test(arguments: encodings)
  func selectionsGrowFromEachPosition(encoding: String) throws {
    let (client, _, uri, text) = try start(encoding: encoding)
    let name = try #require(place(of: "cache", in: text, encoding: encoding))
    let quoted = try #require(place(of: "“text”", in: text, encoding: encoding))
    let found = try client.request(
      "textDocument/selectionRange",
      ["textDocument": ["uri": .string(uri)], "positions": [position(name), position(quoted)]])
    #expect(found.array?.count == 2)
    #expect(found[0]?["range"]?.start == name)
    #expect(found[0]?["range"]?.end == TextPlace(line: name.line, character: name.character + 5))
    var outermost = found[0]
    while let parent = outermost?["parent"] { outermost = parent }
    #expect(outermost?["range"]?.start == TextPlace(line: 0, character: 0))
  }

  @Test func linksLeadToAddresses() throws {
    let (client, _, uri, _) = try start(["documentLink": ["tooltipSupport": true]])
    let links = try client.request("textDocument/documentLink", document(uri))
    #expect(links.array?.compactMap { $0["target"]?.string } == ["https://example.org/4"])
    #expect(links[0]?["tooltip"]?.string == "Open the source")
    let (other, _, otherURI, _) = try start()
    #expect(try other.request("textDocument/documentLink", document(otherURI))[0]?["tooltip"] == nil)
  }

  @Test(arguments: encodings)
  func namesLeadToOtherPlaces(encoding: String) throws {
    let (client, _, uri, text) = try start(encoding: encoding, ["implementation": ["linkSupport": true]])
    let cache = try #require(place(of: "cache", in: text, encoding: encoding))
    let store = try #require(place(of: "store", in: text, encoding: encoding))
    let use = try #require(place(of: "cache", in: text, encoding: encoding, occurrence: 2))
    let declaration = try client.ask("declaration", at: (use.line, use.character), in: uri)
    #expect(declaration[0]?["range"]?.start == cache)
    let options = try client.ask("implementation", at: (store.line, store.character), in: uri)
    #expect(options[0]?["targetRange"]?.start == cache)
    #expect(options[0]?["originSelectionRange"]?.start == store)
    #expect(try client.ask("typeDefinition", at: (use.line, use.character), in: uri) == nil as JSONValue)
  }

  @Test(arguments: encodings)
  func theHierarchyLeadsThereAndBack(encoding: String) throws {
    let (client, folder, uri, text) = try start(encoding: encoding)
    let store = try #require(place(of: "store", in: text, encoding: encoding))
    let decision = try client.ask("prepareCallHierarchy", at: (store.line, store.character), in: uri)
    let item = try #require(decision[0])
    #expect(item["name"]?.string == "store")
    let options = try client.request("callHierarchy/outgoingCalls", ["item": item])
    let cache = try #require(options[0]?["to"])
    #expect(cache["name"]?.string == "cache")
    #expect(cache["selectionRange"]?.start == place(of: "cache", in: text, encoding: encoding))
    #expect(options[0]?["fromRanges"]?.array?.count == 1)
    let forces = try client.request("callHierarchy/outgoingCalls", ["item": cache])
    #expect(forces.array?.compactMap { $0["to"]?["name"]?.string } == ["speed"])
    let back = try client.request("callHierarchy/incomingCalls", ["item": cache])
    #expect(back.array?.compactMap { $0["from"]?["uri"]?.string } == [uri, folder.uri("s_33.md")])
    // Ranges are those of the note that the item lies in.
    let other = place(of: "cache", in: note(33, using), encoding: encoding)
    #expect(back[1]?["fromRanges"]?[0]?.start == other)
    let nowhere: JSONValue = [
      "name": "store", "kind": 10, "uri": "untitled:gone", "range": item["range"] ?? nil,
      "selectionRange": item["range"] ?? nil,
    ]
    #expect(try client.request("callHierarchy/outgoingCalls", ["item": nowhere]) == nil as JSONValue)
  }

  @Test func whatIsNoSeedFileHasNoAnswers() throws {
    let client = try TestClient.start()
    client.open("untitled:text", "Just text.")
    for method in ["documentSymbol", "foldingRange", "documentLink", "codeLens", "semanticTokens/full"] {
      #expect(try client.request("textDocument/\(method)", document("untitled:text")) == nil as JSONValue, "\(method)")
    }
    client.open("untitled:empty", "")
    #expect(try client.request("textDocument/documentSymbol", document("untitled:empty")) == nil as JSONValue)
    #expect(try client.request("workspace/symbol", ["query": "x"]) == [])
  }
}
