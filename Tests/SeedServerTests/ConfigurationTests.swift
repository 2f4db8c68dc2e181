// The configuration file and the editor's settings while a session goes on.

import JSON
import SeedTestSupport
import Testing

@Suite struct ConfigurationTests {
  private func start(_ configuration: String?, _ more: [String: String] = [:]) throws -> (NotesFolder, TestClient) {
    var notes = ["s_1.md": note(1, usingCache)].merging(more) { $1 }
    notes["seed-lsp.json"] = configuration
    let folder = try NotesFolder(notes)
    return (folder, try TestClient.start(folders: [folder.uri]))
  }

  private func save(_ client: TestClient, _ uri: String) {
    client.notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]])
  }

  private func severities(_ client: TestClient, _ uri: String, from start: Int = 0) throws -> [Int] {
    try client.undefined(uri, version: 1, from: start).compactMap { $0["severity"]?.integer }
  }

  @Test(arguments: [("error", 1), ("warning", 2), ("information", 3), ("hint", 4)])
  func severitiesComeFromTheFile(level: String, severity: Int) throws {
    let (folder, client) = try start(#"{"rules": {"undefined-code": "\#(level)"}}"#)
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    #expect(try severities(client, folder.uri("s_1.md")) == [severity])
  }

  @Test func aChangedFileCountsAtOnce() throws {
    let (folder, client) = try start(nil)
    let uri = folder.uri("s_1.md")
    client.open(uri, note(1, usingCache))
    #expect(try severities(client, uri) == [2])
    for (text, type, expected) in [
      (#"{"rules": {"undefined-code": "error"}}"#, 1, [1]), (#"{"rules": {"undefined-code": "off"}}"#, 2, []),
      (nil, 3, [2]),
    ] {
      // The folder may be read only now, and be reported again.
      try client.settle()
      let count = client.messages.count
      if let text { try folder.write("seed-lsp.json", text) } else { try folder.remove("seed-lsp.json") }
      client.filesChanged((folder.uri("seed-lsp.json"), type))
      #expect(try severities(client, uri, from: count) == expected)
    }
  }

  @Test func aFileThatIsNoJSONIsToldAsSoonAsThereIsANoteForIt() throws {
    let (folder, client) = try start(nil, ["inside/seed-lsp.json": "{"])
    try client.logMessage(containing: "Read 1 note")
    try client.settle()
    #expect(client.displayed(rule: "invalid-configuration").isEmpty)
    try folder.write("inside/s_2.md", note(2, usingCache))
    client.filesChanged((folder.uri("inside/s_2.md"), 1))
    // A question waits until everything has been read.
    _ = try client.request("workspace/symbol", ["query": ""])
    try client.settle()
    #expect(client.displayed(rule: "invalid-configuration").keys.sorted() == [folder.uri("inside/seed-lsp.json")])
  }

  @Test func anOpenNoteCountsAsSoonAsAFileOfItsOwnFolderSaysSo() throws {
    let (folder, client) = try start(#"{"exclude": ["inside"]}"#, ["inside/s_2.md": note(2, usingCache)])
    try client.logMessage(containing: "Read 1 note")
    let uri = folder.uri("inside/s_2.md")
    client.open(uri, note(2, usingCache))
    try client.settle()
    #expect(client.undefinedOnDisplay[uri] == nil)
    try folder.write("inside/seed-lsp.json", "{}")
    client.filesChanged((folder.uri("inside/seed-lsp.json"), 1))
    // A question waits until everything has been read.
    _ = try client.request("workspace/symbol", ["query": ""])
    try client.settle()
    #expect(client.undefinedOnDisplay[uri] != nil)
  }

  @Test func findingsOfClosedNotesFollowTheFile() throws {
    let (folder, client) = try start(nil, ["s_2.md": note(2, usingCache)])
    try client.logMessage(containing: "Read 2 notes")
    try client.settle()
    #expect(client.undefinedOnDisplay.count == 2)
    try folder.write("seed-lsp.json", #"{"exclude": ["s_2.md"]}"#)
    client.filesChanged((folder.uri("seed-lsp.json"), 1))
    // A question waits until everything has been read.
    _ = try client.request("workspace/symbol", ["query": ""])
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("s_1.md")])
    try folder.write("seed-lsp.json", "{}")
    client.filesChanged((folder.uri("seed-lsp.json"), 2))
    _ = try client.request("workspace/symbol", ["query": ""])
    try client.settle()
    #expect(client.undefinedOnDisplay.count == 2)
  }

  @Test func anExcludedNoteHasNoFindingsWhileItIsOpen() throws {
    let (folder, client) = try start(#"{"exclude": ["old"]}"#, ["old/s_2.md": note(2, usingCache)])
    let uri = folder.uri("old/s_2.md")
    client.open(uri, note(2, usingCache))
    try client.logMessage(containing: "Read 1 note")
    try client.settle()
    #expect(client.reports(on: uri).allSatisfy { $0.findings.isEmpty })
    #expect(try client.ask("hover", at: (codeLine, 0), in: uri) == .null)
    let count = client.messages.count
    try folder.write("seed-lsp.json", "{}")
    client.filesChanged((folder.uri("seed-lsp.json"), 2))
    #expect(try client.undefined(uri, version: 1, from: count).count == 1)
  }

  // MARK: - What is wrong with the file

  @Test func whatIsWrongIsReportedAndTakenBack() throws {
    let (folder, client) = try start("{\n  \"rule\": {}\n}")
    let uri = folder.uri("seed-lsp.json")
    let found = try client.diagnostics(uri, version: nil)
    #expect(found.messages == ["There is no setting `rule`. Did you mean `rules`?"])
    #expect(found.first?["code"] == "invalid-configuration")
    #expect(found.first?["range"]?.start == TextPlace(line: 1, character: 2))
    #expect(found.first?["range"]?.end == TextPlace(line: 1, character: 8))
    let count = client.messages.count
    try folder.write("seed-lsp.json", "{}")
    client.filesChanged((uri, 2))
    #expect(try client.diagnostics(uri, version: nil, from: count).isEmpty)
  }

  @Test func anOpenFileIsReportedAsItIsTypedAndCountsWhenItIsSaved() throws {
    let (folder, client) = try start("{}")
    let uri = folder.uri("seed-lsp.json")
    let seed = folder.uri("s_1.md")
    client.open(seed, note(1, usingCache))
    #expect(try severities(client, seed) == [2])
    client.open(uri, "{}")
    #expect(try client.diagnostics(uri, version: 1).isEmpty)
    let text = #"{"rules": {"undefined-code": "eror", "unused-code": "off"}}"#
    client.change(uri, version: 2, .full(text))
    #expect(try client.diagnostics(uri, version: 2).count == 1)
    let mended = #"{"rules": {"undefined-code": "error"}}"#
    client.change(uri, version: 3, .full(mended))
    #expect(try client.diagnostics(uri, version: 3).isEmpty)
    let count = client.messages.count
    try folder.write("seed-lsp.json", mended)
    save(client, uri)
    // The server may see that the file has changed before it hears that it was saved, and report once more what held so far.
    try client.wait(for: "an error instead of a warning", from: count) { message in
      let report = message["params"]
      guard report?["uri"] == .string(seed) else { return nil as Void? }
      return report?["diagnostics"]?.array?.contains { $0["severity"]?.integer == 1 } == true ? () : nil
    }
  }

  @Test func aClosedFileIsReportedAsItWasSaved() throws {
    let (folder, client) = try start(#"{"x": 1}"#)
    let uri = folder.uri("seed-lsp.json")
    #expect(try client.diagnostics(uri, version: nil).count == 1)
    client.open(uri, "{}")
    #expect(try client.diagnostics(uri, version: 1).isEmpty)
    let count = client.messages.count
    client.close(uri)
    try client.settle()
    #expect(client.displayed(rule: "invalid-configuration")[uri]?.count == 1)
    #expect(client.messages.count > count)
  }

  @Test func aFolderThatIsClosedTakesItsConfigurationAlong() throws {
    let (folder, client) = try start(#"{"x": 1}"#)
    _ = try client.diagnostics(folder.uri("seed-lsp.json"), version: nil)
    client.foldersChanged(removed: [folder.uri])
    try client.settle()
    #expect(client.displayed().isEmpty)
  }

  @Test func notesOpenedByThemselvesFollowAFileThatComes() throws {
    let folder = try NotesFolder(["a/s_1.md": note(1, usingCache), "s_2.md": note(2, definingCache)])
    let client = try TestClient.start()
    let uri = folder.uri("a/s_1.md")
    client.open(uri, note(1, usingCache))
    #expect(try severities(client, uri) == [2])
    let count = client.messages.count
    try folder.write("seed-lsp.json", "{}")
    client.filesChanged((folder.uri("seed-lsp.json"), 1))
    #expect(try severities(client, uri, from: count).isEmpty)
  }

  // MARK: - Added words

  @Test func addedFunctionsAreReadInOpenAndClosedNotes() throws {
    let offering = "store = CClass(decision, \"Store\")\noffer(store, speed, \"x\")"
    let defining = "speed = CClass(force, \"Speed\")"
    let (folder, client) = try start(
      #"{"vocabulary": {"functions": {"offer": "add_decision_option_link"}}}"#,
      ["s_1.md": note(1, offering), "s_2.md": note(2, defining), "s_3.md": note(3, offering)])
    let uri = folder.uri("s_1.md")
    client.open(uri, note(1, offering))
    #expect(try client.diagnostics(uri, version: 1).contains { $0["code"] == "wrong-kind" })
    client.change(uri, version: 2, .range(codeLine, 0, codeLine, 0, "\n"))
    #expect(try client.diagnostics(uri, version: 2).contains { $0["code"] == "wrong-kind" })
    try client.settle()
    #expect(client.displayed(rule: "wrong-kind").count == 2)
  }

  // MARK: - The editor's settings

  @Test func theEditorsSettingsCountWhereTheFileSaysNothing() throws {
    let (folder, client) = try start(#"{"rules": {"undefined-code": "error"}}"#)
    let uri = folder.uri("s_1.md")
    client.open(uri, note(1, usingCache + "\nfree = CClass(force, \"Free\")"))
    _ = try client.diagnostics(uri, version: 1)
    let count = client.messages.count
    client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["seed-lsp": ["rules": ["undefined-code": "off", "unused-code": "warning"]]]])
    let found = try client.diagnostics(uri, version: 1, from: count)
    #expect(found.filter { $0["code"] == "undefined-code" }.compactMap { $0["severity"]?.integer } == [1])
    #expect(Set(found.filter { $0["code"] == "unused-code" }.compactMap { $0["severity"]?.integer }) == [2])
  }

  @Test func settingsThatMeanNothingAreLogged() throws {
    let (_, client) = try start(nil)
    client.notify(
      "workspace/didChangeConfiguration",
      ["settings": ["seed-lsp": ["rules": ["unused-codes": "off", "unused-code": 3]]]])
    try client.logMessage(containing: "a rule `unused-codes`, which does not exist")
    try client.logMessage(containing: "no level for `unused-code`")
  }
}
