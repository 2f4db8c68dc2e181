// Code actions as a client sees them: kinds, findings, preferred and disabled ones, and those that are resolved later.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct CodeActionTests {
  private static let able: JSONValue = [
    "workspace": ["workspaceEdit": ["documentChanges": true]],
    "textDocument": [
      "codeAction": [
        "codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix", "source"]]],
        "isPreferredSupport": true, "disabledSupport": true, "dataSupport": true,
        "resolveSupport": ["properties": ["edit"]],
      ]
    ],
  ]
  private static let literalsOnly: JSONValue = [
    "textDocument": ["codeAction": ["codeActionLiteralSupport": ["codeActionKind": ["valueSet": ["quickfix"]]]]]
  ]
  private static let misspelt = note(1, "cache_layer = CClass(pattern, \"Cache\")\n'''\nspeed,\ncache_layre\n'''")

  private func actions(
    _ client: TestClient, line: Int = codeLine + 3, only: [String]? = nil, trigger: Int? = nil,
    showing: [JSONValue] = []
  ) throws -> [JSONValue] {
    var context: JSONObject = ["diagnostics": .array(showing)]
    if let only { context["only"] = .array(only.map { .string($0) }) }
    if let trigger { context["triggerKind"] = .integer(trigger) }
    let position: JSONValue = ["line": .integer(line), "character": 2]
    let result = try client.request(
      "textDocument/codeAction",
      [
        "textDocument": ["uri": "untitled:1"], "range": ["start": position, "end": position],
        "context": .object(context),
      ])
    return result.array ?? []
  }

  @Test func kindsAreAdvertised() throws {
    let result = try TestClient.uninitialized().initialize(capabilities: Self.able)
    let provider = try #require(result["capabilities"]?["codeActionProvider"])
    #expect(provider["codeActionKinds"] == ["quickfix", "refactor.rewrite", "source.fixAll"])
    #expect(provider["resolveProvider"] == true)
    let none = try TestClient.uninitialized().initialize(capabilities: [:])
    #expect(none["capabilities"]?["codeActionProvider"] == nil)
  }

  @Test func aFixComesWithTheFindingThatItMends() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.misspelt, version: 4)
    let shown = try client.diagnostics("untitled:1", version: 4).filter { $0["code"] == "misspelled-code" }
    let found = try actions(client, showing: shown)
    let fix = try #require(found.first)
    #expect(fix["title"] == "Change to `cache_layer`")
    #expect(fix["kind"] == "quickfix")
    #expect(fix["diagnostics"]?.array?.compactMap { $0["code"] } == ["misspelled-code"])
    let change = try #require(fix["edit"]?["documentChanges"]?.array?.first)
    #expect(change["textDocument"]?["version"] == 4)
    #expect(change["edits"]?.array?.first?["newText"] == "cache_layer")
  }

  @Test func findingsAreThoseOfTheNewestText() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.misspelt)
    client.change("untitled:1", version: 2, .range(0, 0, 0, 0, "\n\n"))
    let fix = try #require(try actions(client, line: codeLine + 5).first)
    #expect(
      fix["edit"]?["documentChanges"]?.array?.first?["edits"]?.array?.first?["range"]?.start?.line == codeLine + 5)
  }

  @Test func onlyWhatIsWantedIsSent() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.misspelt)
    #expect(try actions(client, only: ["quickfix"]).allSatisfy { $0["kind"] == "quickfix" })
    #expect(try actions(client, only: ["refactor"]).allSatisfy { $0["kind"] == "refactor.rewrite" })
    #expect(try actions(client, only: ["source.organizeImports"]).isEmpty)
    #expect(Set(try actions(client).compactMap { $0["kind"]?.string }) == ["quickfix", "refactor.rewrite"])
  }

  @Test func allSafeFixesAreOneSourceAction() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open(
      "untitled:1", Self.misspelt.replacing("``` python", with: "add codes to s1:\n\nadd codes to s:\n``` python"))
    let found = try actions(client, line: 0, only: ["source"])
    #expect(found.map { $0["kind"] } == ["source.fixAll"])
    #expect(found.first?.text.contains("\"newText\":\"s1\"") == true)
    // For a light bulb the note isn't checked again and again.
    let kinds = try [1, 2].map { trigger in
      try actions(client, line: 0, trigger: trigger).compactMap { $0["kind"]?.string }
    }
    #expect(kinds.map { $0.contains("source.fixAll") } == [true, false])
  }

  @Test func aMergeIsWorkedOutWhenItIsChosen() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.misspelt)
    let merge = try #require(try actions(client).first { $0["title"]?.string?.hasPrefix("Merge") == true })
    #expect(merge["edit"] == nil)
    let resolved = try client.request("codeAction/resolve", merge)
    #expect(resolved["title"] == merge["title"])
    #expect(resolved["edit"]?["documentChanges"]?.array?.first?["edits"]?.array?.first?["newText"] == "cache_layer")
  }

  @Test func aCompleteActionIsResolvedAsItIs() throws {
    let client = try TestClient.start(capabilities: Self.able)
    client.open("untitled:1", Self.misspelt)
    let fix = try #require(try actions(client, only: ["quickfix"]).first)
    #expect(fix["edit"] != nil)
    #expect(try client.request("codeAction/resolve", fix) == fix)
  }

  @Test func aClientThatCannotResolveGetsAMergeAtOnceWhenItAsks() throws {
    let client = try TestClient.start(capabilities: Self.literalsOnly)
    client.open("untitled:1", Self.misspelt)
    let isMerge: (JSONValue) -> Bool = { $0["title"]?.string?.hasPrefix("Merge") == true }
    #expect(try actions(client, trigger: 1).first(where: isMerge)?["edit"]?["changes"] != nil)
    #expect(try actions(client, trigger: 2).contains(where: isMerge) == false)
  }

  @Test func whatCannotBeDoneIsDisabledWhereTheClientShowsIt() throws {
    let text = Self.misspelt.replacing("speed,", with: "input ports,")
    for (capabilities, isShown) in [(Self.able, true), (Self.literalsOnly, false)] {
      let client = try TestClient.start(capabilities: capabilities)
      client.open("untitled:1", text)
      let reason = try actions(client).compactMap { $0["disabled"]?["reason"]?.string }
      #expect(reason == (isShown ? ["Not every item of the list is a name; mend them first."] : []))
    }
  }

  @Test func aClientWithoutLiteralsGetsNothing() throws {
    let client = try TestClient.start()
    client.open("untitled:1", Self.misspelt)
    #expect(try actions(client).isEmpty)
  }
}
