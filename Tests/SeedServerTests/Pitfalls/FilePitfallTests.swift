// What other servers got wrong about files: found late, found twice, or remembered after they are gone.

import Foundation
import JSON
import SeedServer
import SeedTestSupport
import Testing

@Suite struct FilePitfallTests {
  /// Looks for changes all the time.
  private static var impatient: Timing {
    var timing = Timing()
    timing.pollInterval = .milliseconds(5)
    return timing
  }

  /// Never looks of its own accord.
  private static var patient: Timing {
    var timing = Timing()
    timing.pollInterval = .seconds(100_000)
    return timing
  }

  /// Waits for a report on a closed note that has so many undefined codes.
  private func waitForUndefined(_ count: Int, _ client: TestClient, _ uri: String, from start: Int) throws {
    _ = try client.wait(for: "\(count) findings in \(uri)", from: start) { message in
      guard message["method"] == "textDocument/publishDiagnostics", message["params"]?["uri"]?.string == uri,
        let diagnostics = message["params"]?["diagnostics"]?.array
      else { return Optional<Bool>.none }
      return diagnostics.count { $0["code"] == "undefined-code" } == count ? true : nil
    }
  }

  @Test("Pitfall 12: a file deleted, restored or renamed outside the editor is noticed")
  func aFileDeletedRestoredOrRenamedOutsideTheEditorIsNoticed() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], timing: Self.impatient)
    try client.logMessage(containing: "Read 2 notes")
    let uri = folder.uri("s_2.md")
    var count = client.messages.count
    try folder.remove("s_1.md")
    try waitForUndefined(1, client, uri, from: count)
    count = client.messages.count
    try folder.write("s_1.md", note(1, definingCache))
    try waitForUndefined(0, client, uri, from: count)
    count = client.messages.count
    try folder.write("s_1.md", note(1, "near = CClass(pattern, \"Near\")"))
    try waitForUndefined(1, client, uri, from: count)
    try folder.write("deep/s_3.md", note(3, usingCache))
    try folder.remove("s_2.md")
    try waitForUndefined(0, client, uri, from: count)
    try waitForUndefined(1, client, folder.uri("deep/s_3.md"), from: count)
    try folder.remove("deep")
    try waitForUndefined(0, client, folder.uri("deep/s_3.md"), from: count)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test(
    "Pitfall 13: without a watcher, changes are seen when a note is saved or opened",
    arguments: [[:], ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": false]]]] as [JSONValue])
  func withoutAWatcherChangesAreSeenWhenANoteIsSavedOrOpened(capabilities: JSONValue) throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities, timing: Self.patient)
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).isEmpty)
    var count = client.messages.count
    try folder.remove("s_1.md")
    client.notify("textDocument/didSave", ["textDocument": ["uri": .string(folder.uri("s_2.md"))]])
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1, from: count).count == 1)
    count = client.messages.count
    try folder.write("s_1.md", note(1, definingCache))
    client.open("untitled:1", "")
    try waitForUndefined(0, client, folder.uri("s_2.md"), from: count)
  }

  @Test("Pitfall 13: a client that watches is believed")
  func aClientThatWatchesIsBelieved() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(
      folders: [folder.uri], capabilities: ["workspace": ["didChangeWatchedFiles": ["dynamicRegistration": true]]],
      timing: Self.patient)
    try client.acceptRegistration(of: "workspace/didChangeWatchedFiles")
    try client.logMessage(containing: "Read 2 notes")
    try folder.write("s_1.md", note(1, ""))
    client.filesChanged((folder.uri("s_1.md"), 2))
    #expect(try client.undefined(folder.uri("s_2.md"), version: nil).count == 1)
  }

  @Test("Pitfall 13: a note beside the one that was opened alone is watched")
  func aNoteBesideTheOneThatWasOpenedAloneIsWatched() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(timing: Self.impatient)
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).isEmpty)
    try folder.remove("s_1.md")
    try waitForUndefined(1, client, folder.uri("s_2.md"), from: 0)
  }

  @Test("Pitfall 12: what is open is as the editor says, whatever happens to the file")
  func whatIsOpenIsAsTheEditorSaysWhateverHappensToTheFile() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], timing: Self.impatient)
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    try folder.write("s_1.md", note(1, ""))
    // Seen together with the change before it.
    try folder.write("s_3.md", note(3, usingCache + "\nadd_links({store: [missing]})"))
    try waitForUndefined(1, client, folder.uri("s_3.md"), from: 0)
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("s_3.md")])
  }

  @Test("Pitfall 14: closing an unsaved note returns to the file")
  func closingAnUnsavedNoteReturnsToTheFile() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], timing: Self.patient)
    client.open(folder.uri("s_1.md"), note(1, ""))
    try waitForUndefined(1, client, folder.uri("s_2.md"), from: 0)
    let count = client.messages.count
    client.close(folder.uri("s_1.md"))
    try waitForUndefined(0, client, folder.uri("s_2.md"), from: count)
  }

  @Test(
    "Pitfall 12: copies where nobody looks for notes are none",
    arguments: [".history/s_1.md", "deep/.trash/s_1.md", "node_modules/notes/s_1.md", ".s_1.md", "s_1.rst"])
  func copiesWhereNobodyLooksForNotesAreNone(copy: String) throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], timing: Self.patient)
    try client.logMessage(containing: "Read 2 notes")
    try folder.write(copy, note(1, usingCache))
    client.filesChanged((folder.uri(copy), 1))
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
    #expect(client.displayed(rule: "duplicate-source-id").isEmpty)
    #expect(!client.messages.contains { $0["params"]?["message"]?.string?.contains("more than one study") == true })
    // What the user looks at is served, until it is closed.
    client.open(folder.uri(copy), note(3, "missing = [nowhere]"))
    #expect(try client.diagnostics(folder.uri(copy), version: 1).isEmpty == false)
    client.close(folder.uri(copy))
    try client.settle()
    #expect(client.displayed()[folder.uri(copy)] == nil)
  }

  @Test("Pitfall 12: a file that can't be read is reported once")
  func aFileThatCanNotBeReadIsReportedOnce() throws {
    let folder = try NotesFolder(["s_1.md": note(1, ""), "s_2.md": ""])
    // Longer than any note may be, but nothing of it is on the disk.
    try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path("s_2.md"))).truncate(atOffset: 65 << 20)
    let client = try TestClient.start(folders: [folder.uri], timing: Self.patient)
    try client.logMessage(containing: "s_2.md: is larger than")
    try folder.write("s_3.md", note(3, usingCache))
    client.open("untitled:1", "")
    _ = try client.undefined(folder.uri("s_3.md"), version: nil)
    try client.settle()
    #expect(client.messages.count { $0["params"]?["message"]?.string?.contains("is larger than") == true } == 1)
  }

  // MARK: - Roots

  @Test(
    "Pitfall 15: without any root a note is served",
    arguments: [
      #"{"workspaceFolders":null,"rootUri":null,"rootPath":null,"capabilities":{}}"#, #"{"capabilities":{}}"#,
      #"{"workspaceFolders":[],"capabilities":{}}"#, #"{"workspaceFolders":[null,{"uri":7}],"capabilities":{}}"#,
    ])
  func withoutAnyRootANoteIsServed(params: String) throws {
    let client = TestClient.uninitialized()
    _ = try client.request("initialize", try JSONValue(json: Array(params.utf8)))
    client.notify("initialized", [:])
    client.open("file:///no/such/s_1.md", note(1, usingCache))
    #expect(try client.undefined("file:///no/such/s_1.md", version: 1).count == 1)
    #expect(try client.end() == 0)
  }

  // MARK: - One file under several names

  @Test("Pitfall 16: nested folders, and a removed one, leave each note once")
  func nestedFoldersAndARemovedOneLeaveEachNoteOnce() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "deep/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri("deep"), folder.uri, folder.uri + "/"])
    let symbols = try client.request("workspace/symbol", ["query": "store"])
    #expect(symbols.array?.count == 1)
    client.foldersChanged(removed: [folder.uri])
    try waitForUndefined(1, client, folder.uri("deep/s_2.md"), from: 0)
    client.foldersChanged(removed: [folder.uri("deep")])
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test("Pitfall 17: links that lead in a circle are followed once")
  func linksThatLeadInACircleAreFollowedOnce() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "deep/s_2.md": note(2, usingCache)])
    try folder.link("deep/up", to: "..")
    try folder.link("again.md", to: "s_1.md")
    try folder.link("self", to: "self")
    let client = try TestClient.start(folders: [folder.uri])
    try client.logMessage(containing: "Read 2 notes")
    let symbols = try client.request("workspace/symbol", ["query": "cache"])
    #expect(symbols.array?.compactMap { $0["location"]?["uri"]?.string } == [folder.uri("s_1.md")])
  }

  /// The folder is open by its own path, its notes by one that leads through a link: as with `/tmp` and `/private/tmp`.
  @Test("Pitfall 17: a note opened through a link is the note of the folder", arguments: [true, false])
  func aNoteOpenedThroughALinkIsTheNoteOfTheFolder(isRead: Bool) throws {
    let folder = try NotesFolder(["notes/s_1.md": note(1, definingCache), "notes/s_2.md": note(2, usingCache)])
    try folder.link("link", to: "notes")
    let client = try TestClient.start(folders: [folder.uri("notes")])
    if isRead { try client.logMessage(containing: "Read 2 notes") }
    let (first, second) = (folder.uri("link/s_1.md"), folder.uri("link/s_2.md"))
    client.open(first, note(1, definingCache))
    client.open(second, note(2, usingCache))
    #expect(try client.undefined(second, version: 1).isEmpty)
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let references = try client.ask("references", at: (use.line, use.character), in: second)
    // Each place once, and under the client's name.
    #expect(references.array?.compactMap { $0["uri"]?.string } == [first, second])
    var count = client.messages.count
    client.change(first, version: 2, .full(note(1, "")))
    #expect(try client.undefined(second, version: 1, from: count).count == 1)
    count = client.messages.count
    client.close(first)
    try waitForUndefined(0, client, second, from: count)
    let symbols = try client.request("workspace/symbol", ["query": "cache"])
    #expect(symbols.array?.count == 1)
  }

  @Test("Pitfall 17: a link to a note is that note")
  func aLinkToANoteIsThatNote() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache)])
    try folder.link("first.md", to: "s_1.md")
    let client = try TestClient.start(folders: [folder.uri])
    try client.logMessage(containing: "Read 1 note ")
    client.open(folder.uri("first.md"), note(1, definingCache))
    let references = try client.ask("references", at: (codeLine, 1), in: folder.uri("first.md"))
    #expect(references.array?.compactMap { $0["uri"]?.string } == [folder.uri("first.md")])
    client.close(folder.uri("first.md"))
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    let again = try client.ask("references", at: (codeLine, 1), in: folder.uri("s_1.md"))
    #expect(again.array?.compactMap { $0["uri"]?.string } == [folder.uri("s_1.md")])
  }
}
