// One study, however it is reached: by its root, a folder in it or around it, or a single note.

import JSON
import SeedTestSupport
import Testing

@Suite struct SameStudyTests {
  private static let defining = "from codeable_models import CClass\ncache = CClass(pattern, \"Cache\")\n"
  private static let repeating = #"tea = CClass(practice, "Tea")"#

  /// Notes in one folder and a model in another.
  private func study(_ mark: String?) throws -> NotesFolder {
    let folder = try NotesFolder([
      "root/notes/s_1.md": note(1, Self.repeating), "root/notes/s_2.md": note(2, Self.repeating + "\n" + usingCache),
      "root/model/model.py": Self.defining, "root/other/s_3.md": note(3, "unknown_code"),
    ])
    if let mark { try folder.write("root/" + mark, mark == "seed-lsp.json" ? "{}" : "") }
    return folder
  }

  /// The rules of the findings on display, by the files below the study's root.
  private func findings(_ client: TestClient, _ folder: NotesFolder) throws -> [String: [String]] {
    try client.settle()
    var found: [String: [String]] = [:]
    for rule in ["undefined-code", "repeated-definition"] {
      for uri in client.displayed(rule: rule).keys {
        found[String(uri.dropFirst(folder.uri("root").count + 1)), default: []].append(rule)
      }
    }
    return found
  }

  @Test(arguments: ["seed-lsp.json", ".git/HEAD", ".git"], ["root", "", "root/notes"])
  func theServerFindsTheSameWhicheverFolderIsOpen(mark: String, opened: String) throws {
    let folder = try study(mark)
    let client = try TestClient.start(folders: [opened.isEmpty ? folder.uri : folder.uri(opened)])
    try client.logMessage(containing: opened.isEmpty ? "Read 4 notes of " : "Read 4 notes of \(folder.path("root")) in")
    var expected = ["notes/s_2.md": ["repeated-definition"]]
    // Of what lies in no open folder nothing is told.
    if opened != "root/notes" { expected["other/s_3.md"] = ["undefined-code"] }
    #expect(try findings(client, folder) == expected)
  }

  @Test(arguments: ["seed-lsp.json", ".git"]) func aSingleNoteIsANoteOfItsStudy(mark: String) throws {
    let folder = try study(mark)
    let client = try TestClient.start()
    client.open(folder.uri("root/notes/s_2.md"), note(2, Self.repeating + "\n" + usingCache))
    try client.logMessage(containing: "Read 4 notes of \(folder.path("root")) in")
    #expect(
      try findings(client, folder)
        == ["notes/s_2.md": ["repeated-definition"], "other/s_3.md": ["undefined-code"]])
  }

  @Test func aRepositoryThatHoldsTwoStudiesIsToldApart() throws {
    let folder = try NotesFolder([
      ".git/HEAD": "", "one/s_1.md": note(1, definingCache), "one/s_2.md": note(2, usingCache),
      "two/s_1.md": note(1, "other_code"),
    ])
    let client = try TestClient.start(folders: [folder.uri("one")])
    try client.logMessage(containing: "Read 3 notes of \(folder.path)")
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
    // The other one is there as soon as somebody looks at it.
    let uri = folder.uri("two/s_1.md")
    client.open(uri, note(1, "other_code"))
    #expect(try client.undefined(uri, version: 1).count == 1)
    client.close(uri)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func aConfigurationThatIsMadeFurtherOutWidensTheStudy() throws {
    let folder = try study(nil)
    let client = try TestClient.start(folders: [folder.uri("root/notes")])
    try client.logMessage(containing: "Read 2 notes of ")
    #expect(try findings(client, folder)["notes/s_2.md"] == ["undefined-code", "repeated-definition"])
    try folder.write("root/seed-lsp.json", "{}")
    client.filesChanged((folder.uri("root/seed-lsp.json"), 1))
    try client.logMessage(containing: "Read 4 notes of ")
    #expect(try findings(client, folder) == ["notes/s_2.md": ["repeated-definition"]])
    try folder.remove("root/seed-lsp.json")
    let count = client.messages.count
    client.filesChanged((folder.uri("root/seed-lsp.json"), 3))
    try client.logMessage(containing: "Read 2 notes of ", from: count)
    #expect(try findings(client, folder)["notes/s_2.md"] == ["undefined-code", "repeated-definition"])
  }

  @Test func twoFoldersOfOneStudyAreReadOnceAndRenamedTogether() throws {
    let folder = try study("seed-lsp.json")
    let client = try TestClient.start(folders: [folder.uri("root/notes"), folder.uri("root/other")])
    try client.logMessage(containing: "Read 4 notes of \(folder.path("root")) in")
    #expect(
      try findings(client, folder)
        == ["notes/s_2.md": ["repeated-definition"], "other/s_3.md": ["undefined-code"]])
    client.foldersChanged(removed: [folder.uri("root/other")])
    #expect(try findings(client, folder) == ["notes/s_2.md": ["repeated-definition"]])
    let text = note(2, Self.repeating + "\n" + usingCache)
    client.open(folder.uri("root/notes/s_2.md"), text)
    let use = try #require(place(of: "cache", in: text))
    var params = TestClient.place(folder.uri("root/notes/s_2.md"), use.line, use.character)
    params["newName"] = "near_store"
    let edit = try client.request("textDocument/rename", .object(params))
    #expect(
      Set(edit["changes"]?.object?.members.map(\.name) ?? [])
        == [folder.uri("root/notes/s_2.md"), folder.uri("root/model/model.py")])
  }

  @Test func theWholeStudyIsWatched() throws {
    let folder = try study("seed-lsp.json")
    let client = try TestClient.start(
      folders: [folder.uri("root/notes")],
      capabilities: [
        "workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true, "relativePatternSupport": true]]
      ])
    let registration = try client.acceptRegistration(of: "workspace/didChangeWatchedFiles")
    let watchers = registration["registerOptions"]?["watchers"]?.array ?? []
    #expect(Set(watchers.map { $0["globPattern"]?["baseUri"]?.string }) == [folder.uri("root")])
  }
}
