// Several studies in one workspace folder.

import JSON
import SeedTestSupport
import Testing

@Suite struct StudiesTests {
  private static let definingQueue = #"cache = CClass(pattern, "Queue")"#

  /// Two studies with the same ids and the same code.
  private func twoStudies(_ more: [String: String] = [:]) throws -> NotesFolder {
    try NotesFolder(
      [
        "one/s_1.md": note(1, definingCache), "one/s_2.md": note(2, usingCache),
        "two/s_1.md": note(1, Self.definingQueue), "two/s_2.md": note(2, usingCache),
      ].merging(more) { $1 })
  }

  /// The files that a question about `cache` leads to.
  private func files(_ client: TestClient, _ method: String, _ uri: String, _ extra: JSONObject = [:]) throws
    -> [String]
  {
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    var params = TestClient.place(uri, use.line, use.character)
    for member in extra.members { params[member.name] = member.value }
    let found = try client.request("textDocument/\(method)", .object(params))
    return Set(found.array?.compactMap { $0["uri"]?.string } ?? []).sorted()
  }

  @Test(arguments: [false, true]) func studiesSideBySideKeepToThemselves(areMarked: Bool) throws {
    let folder = try twoStudies(areMarked ? ["one/seed-lsp.json": "{}", "two/seed-lsp.json": ""] : [:])
    let client = try TestClient.start(folders: [folder.uri])
    for study in ["one", "two"] {
      let uri = folder.uri("\(study)/s_2.md")
      client.open(uri, note(2, usingCache))
      #expect(try files(client, "definition", uri) == [folder.uri("\(study)/s_1.md")])
      #expect(
        try files(client, "references", uri, ["context": ["includeDeclaration": true]])
          == [folder.uri("\(study)/s_1.md"), uri])
    }
    let symbols = try client.request("workspace/symbol", ["query": "cache"])
    #expect(
      Set(symbols.array?.compactMap { $0["location"]?["uri"]?.string } ?? [])
        == [folder.uri("one/s_1.md"), folder.uri("two/s_1.md")])
    try client.settle()
    #expect(client.displayed(rule: "duplicate-source-id").isEmpty)
    #expect(client.displayed(rule: "conflicting-definition").isEmpty)
    if !areMarked {
      try client.logMessage(containing: "`\(folder.path)` holds more than one study, because")
    }
  }

  /// It belongs there whether it was opened before or after the folder was read.
  @Test func anUnsavedNoteBelongsToTheStudyThatItsFolderIsMarkedFor() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "inside/seed-lsp.json": "{}"])
    let client = try TestClient.start(folders: [folder.uri])
    try client.settle()
    let uri = folder.uri("inside/s_2.md")
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    client.close(uri)
    try folder.remove("inside/seed-lsp.json")
    client.filesChanged((folder.uri("inside/seed-lsp.json"), 3))
    client.open(uri, note(2, usingCache), version: 3)
    #expect(try client.undefined(uri, version: 3).isEmpty)
  }

  @Test func renamingStaysInTheStudy() throws {
    let folder = try twoStudies()
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("two/s_2.md")
    client.open(uri, note(2, usingCache))
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    var params = TestClient.place(uri, use.line, use.character)
    params["newName"] = "queue"
    let edit = try client.request("textDocument/rename", .object(params))
    guard case .object(let changes)? = edit["changes"] else {
      Issue.record("no changes: \(edit)")
      return
    }
    #expect(Set(changes.members.map(\.name)) == [folder.uri("two/s_1.md"), uri])
  }

  @Test func aMarkedRootIsOneStudyAndItsDuplicatesAreFound() throws {
    let folder = try twoStudies(["seed-lsp.json": "{}"])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("one/s_2.md"), note(2, usingCache))
    #expect(
      try files(client, "definition", folder.uri("one/s_2.md"))
        == [folder.uri("one/s_1.md"), folder.uri("two/s_1.md")])
    try client.settle()
    #expect(
      client.displayed(rule: "duplicate-source-id").keys.sorted() == [
        folder.uri("two/s_1.md"), folder.uri("two/s_2.md"),
      ])
  }

  @Test func aFileThatIsMadeSplitsTheFolderAndOneThatGoesJoinsItAgain() throws {
    let folder = try NotesFolder(["one/s_1.md": note(1, definingCache), "two/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("two/s_2.md")
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).isEmpty)
    // The server looks for itself, too, and may be the first to see it.
    var count = client.messages.count
    try folder.write("two/s_1.md", note(1, "other = CClass(pattern, \"Other\")"))
    client.filesChanged((folder.uri("two/s_1.md"), 1))
    try client.logMessage(containing: "holds more than one study", from: count)
    #expect(try client.undefined(uri, version: 1, from: count).count == 1)
    #expect(try files(client, "definition", uri).isEmpty)
    count = client.messages.count
    try folder.remove("two/s_1.md")
    client.filesChanged((folder.uri("two/s_1.md"), 3))
    #expect(try client.undefined(uri, version: 1, from: count).isEmpty)
    #expect(try files(client, "definition", uri) == [folder.uri("one/s_1.md")])
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func aFileThatRecordsAnotherSourceSplitsTheFolder() throws {
    let folder = try NotesFolder([
      "one/s_1.md": note(1, definingCache), "two/s_2.md": note(2, usingCache), "two/three.md": note(3, ""),
    ])
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("two/s_2.md")
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).isEmpty)
    let count = client.messages.count
    try folder.write("two/three.md", note(1, ""))
    client.filesChanged((folder.uri("two/three.md"), 2))
    #expect(try client.undefined(uri, version: 1, from: count).count == 1)
  }

  @Test func closedNotesLoseTheFindingsOfTheStudyThatTheyLeft() throws {
    let folder = try NotesFolder([
      "one/s_1.md": note(1, definingCache), "two/s_2.md": note(2, "cahce"),
      "two/s_3.md": note(3, "x = CClass(force, \"X\")"),
    ])
    let client = try TestClient.start(folders: [folder.uri])
    try client.logMessage(containing: "Read 3 notes")
    try client.settle()
    #expect(client.displayed(rule: "misspelled-code").count == 1)
    try folder.write("two/s_1.md", note(1, "y = CClass(force, \"Y\")"))
    client.filesChanged((folder.uri("two/s_1.md"), 1))
    try client.settle()
    #expect(client.displayed(rule: "misspelled-code").isEmpty)
    #expect(client.displayed(rule: "undefined-code").keys.sorted() == [folder.uri("two/s_2.md")])
    try folder.remove("two/s_2.md")
    client.filesChanged((folder.uri("two/s_2.md"), 3))
    try client.settle()
    #expect(client.displayed(rule: "undefined-code").isEmpty)
  }

  @Test func typingAnIDThatIsTakenSplitsNothing() throws {
    let folder = try NotesFolder(["one/s_1.md": note(1, definingCache), "two/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("two/s_2.md")
    client.open(uri, note(2, usingCache))
    _ = try client.undefined(uri, version: 1)
    client.change(uri, version: 2, .range(1, 0, 1, 1, "1"))
    let found = try client.diagnostics(uri, version: 2)
    try client.settle()
    #expect(client.displayed(rule: "duplicate-source-id").count == 1)
    #expect(!found.contains { $0["code"] == "undefined-code" })
    #expect(try files(client, "definition", uri) == [folder.uri("one/s_1.md")])
    // With the next file that comes, the folder is looked at again.
    let count = client.messages.count
    try folder.write("one/s_9.md", note(9, ""))
    client.filesChanged((folder.uri("one/s_9.md"), 1))
    let later = try client.diagnostics(uri, version: 2, from: count)
    #expect(later.contains { $0["code"] == "undefined-code" })
    try client.settle()
    #expect(client.displayed(rule: "duplicate-source-id").isEmpty)
  }

  @Test func aNoteOpenedByItselfBelongsToTheMarkedStudyAroundIt() throws {
    let folder = try twoStudies(["one/seed-lsp.json": "{}", "one/deep/s_3.md": note(3, usingCache)])
    let client = try TestClient.start()
    let uri = folder.uri("one/deep/s_3.md")
    client.open(uri, note(3, usingCache))
    #expect(try files(client, "definition", uri) == [folder.uri("one/s_1.md")])
  }
}
