// Names of documents: files in every way of writing them, and what is no file.

import JSON
import SeedTestSupport
import Testing

@Suite struct DocumentNameTests {
  @Test func anUntitledDocumentIsAStudyOfItsOwn() throws {
    let client = try TestClient.start()
    client.open("untitled:1", note(1, definingCache))
    client.open("untitled:2", note(2, definingCache + "\n" + usingCache))
    #expect(try client.undefined("untitled:2", version: 1).isEmpty)
    let use = try #require(place(of: "cache,", in: note(2, definingCache + "\n" + usingCache)))
    let found = try client.ask("definition", at: (use.line, use.character), in: "untitled:2")
    #expect(found.array?.compactMap { $0["uri"] } == ["untitled:2"])
    client.close("untitled:1")
    #expect(try client.ask("hover", at: (codeLine, 1), in: "untitled:2").isNull == false)
  }

  /// The study of a document may be read anew between a report and the edit that makes it obsolete.
  @Test(arguments: [true, false]) func whatIsNoNoteAnyMoreHasNoFindings(isFile: Bool) throws {
    let folder = try NotesFolder(["open/s_1.md": note(1, definingCache), "alone/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri("open")])
    let uri = isFile ? folder.uri("alone/s_2.md") : "untitled:1"
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    for name in ["open/seed-lsp.json", "alone/seed-lsp.json"] {
      try folder.write(name, "{}")
      client.filesChanged((folder.uri(name), 1))
    }
    client.change(uri, version: 2, .full("No note."))
    try client.settle()
    #expect(client.displayed().isEmpty)
  }

  @Test(arguments: [
    "untitled:Untitled-1", "buffer:///7", "git:/a/s_1.md?%7B%22ref%22%3A%22%22%7D", "%%%", "no scheme", "",
  ])
  func anyNameIsAccepted(uri: String) throws {
    let client = try TestClient.start()
    client.open(uri, note(1, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    #expect(try client.ask("hover", at: (codeLine, 1), in: uri).isNull == false)
    client.close(uri)
    #expect(try client.end() == 0)
  }

  @Test(arguments: [
    ("file:///c%3A/notes/s%201.md", "file:///C:/notes/s 1.md"),
    ("file:///notes/s_1.md", "file://localhost/notes/s_1.md"),
    ("file:///notes/s_1.md", "FILE:///notes/s%5F1.md"),
    ("file:///notes%28old%29/s_1.md", "file:///notes(old)/s_1.md"),
    ("file:///not%C3%A9s/%F0%9F%98%80.md", "file:///notés/😀.md"),
    ("file:///a%23b%3F/s_1.md", "file:///a#b?/s_1.md"),
  ])
  func namesOfOneFileAreOneDocument(opened: String, other: String) throws {
    let client = try TestClient.start()
    client.open(opened, note(1, ""))
    client.change(other, version: 2, .full(note(1, definingCache + "\n" + usingCache)))
    #expect(try client.undefined(opened, version: 2).isEmpty)
    // Answers use the form in which the client opened it.
    let found = try client.ask("definition", at: (codeLine, 1), in: other)
    #expect(found.array?.compactMap { $0["uri"]?.string } == [opened])
    client.close(other)
    #expect(try client.ask("hover", at: (codeLine, 1), in: opened).isNull)
    try client.settle()
    #expect(client.messages.allSatisfy { $0["params"]?["message"]?.string?.contains("never opened") != true })
  }

  @Test func answersUseTheNamesThatTheClientUses() throws {
    let folder = try NotesFolder(["s (1).md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let unusual = "file://localhost\(folder.path.replacing(" ", with: "%20"))/s%20(1).md"
    client.open(unusual, note(1, definingCache))
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let found = try client.ask("definition", at: (use.line, use.character), in: folder.uri("s_2.md"))
    #expect(found.array?.compactMap { $0["uri"]?.string } == [unusual])
    #expect(found.array?.first?["range"]?.start == TextPlace(line: codeLine, character: 0))
  }

  /// Studies are made anew then, of what was read under the names of files.
  @Test func answersUseTheNamesOfTheClientAfterTheFolderIsReadAndAfterItsStudiesAreMadeAnew() throws {
    var notes = Dictionary(uniqueKeysWithValues: (10..<60).map { ("s_\($0).md", longNote($0, "")) })
    notes["s (1).md"] = note(1, definingCache)
    notes["s_2.md"] = note(2, usingCache)
    let folder = try NotesFolder(notes)
    let unusual = "file://localhost\(folder.path.replacing(" ", with: "%20"))/s%20(1).md"
    // Sent in one go, so that the notes are opened before the folder is read.
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    client.open(unusual, note(1, definingCache))
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    func definitions() throws -> [String]? {
      let found = try client.ask("definition", at: (use.line, use.character), in: folder.uri("s_2.md"))
      return found.array?.compactMap { $0["uri"]?.string }
    }
    #expect(try definitions() == [unusual])
    client.notify("workspace/didChangeConfiguration", ["settings": ["rules": ["undefined-code": "error"]]])
    #expect(try definitions() == [unusual])
    client.change(unusual, version: 2, .range(0, 0, 0, 0, ""))
    #expect(try client.undefined(unusual, version: 2).isEmpty)
    try client.settle()
    #expect(client.reports(on: folder.uri("s (1).md")).isEmpty)
  }

  /// A link to a note is the note, however early both are opened.
  @Test func aNoteThatIsOpenedUnderTwoNamesWhileItsFolderIsReadIsOneNote() throws {
    var notes = Dictionary(uniqueKeysWithValues: (10..<60).map { ("s_\($0).md", longNote($0, "")) })
    notes["s_1.md"] = note(1, definingCache)
    notes["s_2.md"] = note(2, usingCache)
    let folder = try NotesFolder(notes)
    try folder.link("again.md", to: "s_1.md")
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    client.open(folder.uri("again.md"), note(1, definingCache))
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let references = try client.ask("references", at: (use.line, use.character), in: folder.uri("s_2.md"))
    #expect(references.array?.count == 2)
    let response = try client.response(
      to: client.ask(
        "textDocument/rename",
        [
          "textDocument": ["uri": .string(folder.uri("s_2.md"))],
          "position": ["line": .integer(use.line), "character": .integer(use.character)], "newName": "near",
        ]))
    let changes = try #require(response["result"]?["changes"], "\(response.text)")
    #expect(changes[folder.uri("s_1.md")]?.array?.count == 1)
    #expect(changes[folder.uri("s_2.md")]?.array?.count == 1)
    #expect(changes[folder.uri("again.md")] == nil)
  }

  @Test func aDefinitionIsFoundInANoteThatIsNotOpen() throws {
    let folder = try NotesFolder(["deep/s (1).md": "\n" + note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(
      folders: [folder.uri], capabilities: ["textDocument": ["definition": ["linkSupport": true]]])
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let links = try client.ask("definition", at: (use.line, use.character + 1), in: folder.uri("s_2.md"))
    #expect(links.array?.count == 1)
    #expect(links[0]?["targetUri"]?.string == folder.uri("deep/s (1).md"))
    #expect(links[0]?["targetSelectionRange"]?.start == TextPlace(line: codeLine + 1, character: 0))
    #expect(links[0]?["originSelectionRange"]?.start == use)
    let references = try client.ask("references", at: (use.line, use.character), in: folder.uri("s_2.md"))
    #expect(references.array?.count == 2)
  }
}
