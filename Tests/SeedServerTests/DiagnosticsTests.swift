// Which reports a client gets, and when.

import JSON
import LanguageServerProtocol
import SeedServer
import SeedTestSupport
import Testing

@Suite struct DiagnosticsTests {
  @Test func aReportCarriesTheVersionRuleAndSource() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache), version: 41)
    let diagnostic = try #require(try client.undefined("untitled:1", version: 41).first)
    #expect(diagnostic["code"] == "undefined-code")
    #expect(diagnostic["source"] == "seed-lsp")
    #expect(diagnostic["severity"] == 2)
    #expect(diagnostic["message"]?.string?.contains("`cache`") == true)
  }

  @Test func everyVersionOfAQuietDocumentIsReported() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, definingCache))
    for version in 2..<6 {
      client.change("untitled:1", version: version, .range(0, 0, 0, 0, ""))
      #expect(try client.undefined("untitled:1", version: version).isEmpty)
    }
  }

  /// What was encoded for earlier reports is sent again only where it still holds.
  @Test func aChangedNoteIsReportedAsIfItWereNew() throws {
    let capabilities: JSONValue = ["textDocument": ["publishDiagnostics": ["relatedInformation": true]]]
    let section = note(1, usingCache + "\n" + definingCache)
    var lines = String(repeating: section, count: 1000).split(separator: "\n", omittingEmptySubsequences: false)
      .map(String.init)
    func isCode(_ line: Int) -> Bool { lines[line].hasPrefix("store = ") }
    let code = lines.indices.filter(isCode)
    let allFindings: JSONValue = ["diagnostics": ["limit": 0]]
    let client = try TestClient.start(capabilities: capabilities, options: allFindings)
    client.open("untitled:1", lines.joined(separator: "\n"), version: 0)
    let inserted = [
      (code[500], "unknown_code.links()"), (code[900], "cache = CClass(force, \"Cache\")"), (0, "words"),
      (code[20], "# seed-lsp: ignore[undefined-code]"), (code[700], "another_code.links()"),
    ]
    var version = 0
    func check() throws {
      let fresh = try TestClient.start(capabilities: capabilities, options: allFindings)
      fresh.open("untitled:1", lines.joined(separator: "\n"), version: version)
      let expected = try fresh.diagnostics("untitled:1", version: version)
      #expect(expected.contains { $0["relatedInformation"] != nil })
      #expect(try client.diagnostics("untitled:1", version: version) == expected)
    }
    for (line, text) in inserted {
      version += 1
      lines.insert(text, at: line)
      client.change("untitled:1", version: version, .range(line, 0, line, 0, text + "\n"))
      try check()
    }
    for (line, _) in inserted.reversed() {
      version += 1
      lines.remove(at: line)
      client.change("untitled:1", version: version, .range(line, 0, line + 1, 0, ""))
      try check()
    }
  }

  @Test func aBurstOfChangesEndsWithTheLastState() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, usingCache))
    for version in 2...300 {
      client.change(
        "untitled:1", version: version, .range(codeLine, 0, codeLine, 0, version.isMultiple(of: 2) ? "#" : "\n"))
    }
    client.change("untitled:1", version: 301, .full(note(1, definingCache)))
    #expect(try client.undefined("untitled:1", version: 301).isEmpty)
    try client.synchronize()
    let versions = client.reports(on: "untitled:1").compactMap(\.version)
    #expect(versions == versions.sorted())
    #expect(versions.last == 301)
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func aDefinitionElsewhereDecidesWhetherANameIsUndefined() throws {
    let folder = try NotesFolder(["s_1.md": note(1, ""), "s_2.md": note(2, usingCache), "s_3.md": note(3, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let (defining, open, closed) = (folder.uri("s_1.md"), folder.uri("s_2.md"), folder.uri("s_3.md"))
    client.open(defining, note(1, ""))
    client.open(open, note(2, usingCache), version: 5)
    #expect(try client.undefined(open, version: 5).count == 1)
    #expect(try client.undefined(closed, version: nil).count == 1)
    var count = client.messages.count
    client.change(defining, version: 2, .full(note(1, definingCache)))
    #expect(try client.undefined(open, version: 5, from: count).isEmpty)
    #expect(try client.undefined(closed, version: nil, from: count).isEmpty)
    count = client.messages.count
    client.change(defining, version: 3, .full(note(1, "")))
    #expect(try client.undefined(open, version: 5, from: count).count == 1)
    #expect(try client.undefined(closed, version: nil, from: count).count == 1)
  }

  @Test func openNotesAreReportedBeforeClosedOnes() throws {
    let folder = try NotesFolder(
      Dictionary(uniqueKeysWithValues: (1...20).map { ("s_\($0).md", note($0, usingCache)) }))
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_9.md"), note(9, usingCache))
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    _ = try client.undefined(folder.uri("s_20.md"), version: nil)
    try client.settle()
    let count = client.messages.count
    client.change(folder.uri("s_1.md"), version: 2, .full(note(1, definingCache)))
    for number in 2...20 {
      let isOpen = number == 9
      #expect(
        try client.undefined(folder.uri("s_\(number).md"), version: isOpen ? 1 : nil, from: count).isEmpty)
    }
    try client.settle()
    let reported = client.messages.dropFirst(count).compactMap { $0["params"]?["uri"]?.string }
    #expect(Set(reported.prefix(2)) == [folder.uri("s_1.md"), folder.uri("s_9.md")])
    #expect(reported.count >= 20)
    #expect(reported.count == Set(reported).count, "each note is reported once")
  }

  @Test(arguments: ["onType", "onSave"])
  func aChangeThatConcernsManyNotesIsReportedOnAllOfThem(mode: String) throws {
    let folder = try NotesFolder(
      Dictionary(uniqueKeysWithValues: (1...200).map { ("s_\($0).md", note($0, usingCache)) }))
    let client = try TestClient.start(
      folders: [folder.uri], options: ["diagnostics": ["mode": .string(mode)]])
    let uri = folder.uri("s_1.md")
    client.open(uri, note(1, usingCache))
    for number in 2...200 { #expect(try client.undefined(folder.uri("s_\(number).md"), version: nil).count == 1) }
    let count = client.messages.count
    client.change(uri, version: 2, .full(note(1, definingCache)))
    client.notify("textDocument/didSave", ["textDocument": ["uri": .string(uri)]])
    for number in 2...200 {
      #expect(try client.undefined(folder.uri("s_\(number).md"), version: nil, from: count).isEmpty)
    }
    try client.settle()
    let closed = client.messages.dropFirst(count).compactMap { $0["params"]?["uri"]?.string }.filter { $0 != uri }
    #expect(closed.count == Set(closed).count, "each note is reported once")
  }

  @Test func closedNotesWithoutFindingsAreNotReported() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache + "\nfoo(bar")])
    let client = try TestClient.start(folders: [folder.uri])
    _ = try client.undefined(folder.uri("s_2.md"), version: nil)
    try client.settle()
    #expect(client.reports(on: folder.uri("s_1.md")).isEmpty)
  }

  @Test func aPageThatIsNoSeedGetsNoReport() throws {
    let folder = try NotesFolder(["README.md": "# Notes\n\n``` python\nfoo(bar)\n```\n"])
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("README.md")
    client.open(uri, "# Notes\n\n``` python\nfoo(bar)\n```\n")
    client.change(uri, version: 2, .range(0, 0, 0, 0, "x"))
    client.filesChanged((uri, 2))
    client.close(uri)
    client.filesChanged((uri, 2))
    try client.settle()
    #expect(client.reports(on: uri).isEmpty)
  }

  @Test func aDeletedNoteLosesItsFindingsAndItsDefinitions() throws {
    let folder = try NotesFolder([
      "s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache), "s_3.md": note(3, "add_links({lost: [lost]})"),
    ])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).isEmpty)
    #expect(try !client.undefined(folder.uri("s_3.md"), version: nil).isEmpty)
    let count = client.messages.count
    try folder.remove("s_1.md")
    client.filesChanged((folder.uri("s_1.md"), 3))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1, from: count).count == 1)
    try folder.remove("s_3.md")
    client.filesChanged((folder.uri("s_3.md"), 3))
    #expect(try client.undefined(folder.uri("s_3.md"), version: nil, from: count).isEmpty)
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("s_2.md")])
    #expect(client.reports(on: folder.uri("s_1.md")).isEmpty)
  }

  /// Git, and editors that save by renaming, delete a file and write it again: the event can come when it is there.
  @Test func aNoteThatIsThereIsNotForgotten() throws {
    let folder = try NotesFolder(["s_1.md": note(1, ""), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).count == 1)
    let count = client.messages.count
    try folder.write("s_1.md", note(1, definingCache))
    client.filesChanged((folder.uri("s_1.md"), 3))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1, from: count).isEmpty)
    client.filesChanged((folder.uri, 3))
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func aDeletedFolderLosesItsNotes() throws {
    let folder = try NotesFolder(["old/deep/s_1.md": note(1, usingCache), "older/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    _ = try client.undefined(folder.uri("older/s_2.md"), version: nil)
    _ = try client.undefined(folder.uri("old/deep/s_1.md"), version: nil)
    try folder.remove("old")
    client.filesChanged((folder.uri("old"), 3))
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("older/s_2.md")])
  }

  @Test func aNoteThatAppearsOnTheDiskIsRead() throws {
    let folder = try NotesFolder(["s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    #expect(try client.undefined(folder.uri("s_2.md"), version: nil).count == 1)
    try folder.write("s_1.md", note(1, definingCache))
    let count = client.messages.count
    try folder.write("data.csv", note(3, usingCache))
    client.filesChanged((folder.uri("s_1.md"), 1), (folder.uri("data.csv"), 1), ("untitled:x", 1), ("file:///other", 2))
    #expect(try client.undefined(folder.uri("s_2.md"), version: nil, from: count).isEmpty)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func anOpenNoteIsNotReadFromTheDisk() throws {
    let folder = try NotesFolder(["s_1.md": note(1, "")])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    client.filesChanged((folder.uri("s_1.md"), 2))
    client.filesChanged((folder.uri("s_1.md"), 3))
    #expect(try client.undefined(folder.uri("s_1.md"), version: 1).count == 1)
    #expect(try client.ask("hover", at: (codeLine, 1), in: folder.uri("s_1.md")).isNull == false)
  }

  @Test func nothingIsReportedWhileTheFolderIsBeingRead() throws {
    var notes = Dictionary(uniqueKeysWithValues: (1...40).map { ("s_\($0).md", longNote($0, usingCache)) })
    notes["z_last.md"] = note(999, definingCache)
    let folder = try NotesFolder(notes)
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    // Whatever of the folder has been read by now, the code may be defined in the rest.
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    #expect(try client.undefined(folder.uri("s_1.md"), version: 1).isEmpty)
    try client.settle()
    #expect(client.reports(on: folder.uri("s_1.md")).map(\.findings) == [[]])
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  /// Only what the client says of an open document counts, also if that is no note.
  @Test func aDocumentThatIsOpenedAsNoNoteWhileTheFolderIsBeingReadIsNone() throws {
    var notes = Dictionary(uniqueKeysWithValues: (2...40).map { ("s_\($0).md", longNote($0, "")) })
    notes["s_1.md"] = note(1, usingCache)
    let folder = try NotesFolder(notes)
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    client.open(folder.uri("s_1.md"), "just some text")
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  /// The study that is put together while notes are read follows the settings that hold when all are.
  @Test func rulesThatChangeWhileTheFolderIsBeingReadCount() throws {
    var notes = Dictionary(uniqueKeysWithValues: (2...40).map { ("s_\($0).md", longNote($0, "")) })
    notes["s_1.md"] = note(1, usingCache)
    let folder = try NotesFolder(notes)
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    client.notify("workspace/didChangeConfiguration", ["settings": ["rules": ["undefined-code": "error"]]])
    let found = try client.undefined(folder.uri("s_1.md"), version: nil)
    #expect(found.map { $0["severity"] } == [1])
  }

  @Test func steadyWorkDoesNotKeepReportsBack() throws {
    var timing = Timing()
    timing.longestReportDelay = .zero
    let client = try TestClient.start(timing: timing)
    client.open("untitled:1", note(1, usingCache))
    // In one piece, so that the next change is there before the last one has been reported.
    let changes = (2...50).map { version in
      TestClient.message(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "untitled:1", "version": .integer(version)],
          "contentChanges": [TestChange.range(0, 0, 0, 0, "").json],
        ], id: nil)
    }
    client.send(bytes: changes.flatMap { OutgoingMessage.framed(body: $0.json()) })
    _ = try client.undefined("untitled:1", version: 50)
    #expect(client.reports(on: "untitled:1").compactMap(\.version) == Array(1...50))
  }
}
