// Workspace folders, and files outside of them.

import JSON
import SeedTestSupport
import Testing

@Suite struct FolderTests {
  @Test func whatWasReadIsLogged() throws {
    let folder = try NotesFolder([
      "s_1.md": note(1, definingCache), "deep/s_2.txt": note(2, usingCache), "README.md": "# Notes",
    ])
    let client = try TestClient.start(folders: [folder.uri])
    let message = try client.logMessage(containing: "Read 2 notes of ")
    #expect(message["type"] == 3)
    #expect(message["message"]?.string?.hasSuffix(" ms.") == true)
    #expect(message["message"]?.string?.contains(folder.path) == true)
  }

  @Test func aFolderThatDoesNotExistIsReported() throws {
    let client = try TestClient.start(folders: ["file:///no/such/folder"])
    let message = try client.logMessage(containing: "/no/such/folder: no such file or folder")
    #expect(message["type"] == 2)
    client.open("file:///no/such/folder/s_1.md", note(1, usingCache))
    #expect(try client.undefined("file:///no/such/folder/s_1.md", version: 1).count == 1)
  }

  @Test func aFolderThatIsNoFileIsReported() throws {
    let client = try TestClient.start(folders: ["vscode-vfs://github/x/y"])
    #expect(try client.logMessage(containing: "vscode-vfs://github/x/y")["type"] == 2)
    #expect(try client.end() == 0)
  }

  @Test func aNoteThatCanNotBeReadIsReportedAndTheOthersAreRead() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache)])
    try folder.link("s_2.md", to: "nowhere.md")
    try folder.write("s_3.md", bytes: Array(note(3, "").utf8) + [0x0A, 0xFF, 0xFE])
    let client = try TestClient.start(folders: [folder.uri])
    #expect(try client.logMessage(containing: "s_2.md: no such file or folder")["type"] == 2)
    #expect(try client.logMessage(containing: "s_3.md, line 15: not UTF-8")["type"] == 2)
    try client.logMessage(containing: "Read 2 notes of ")
  }

  @Test func aNoteThatBecomesUnreadableIsReported() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    #expect(try client.undefined(folder.uri("s_1.md"), version: nil).count == 1)
    try folder.remove("s_1.md")
    try folder.link("s_1.md", to: "s_1.md")
    client.filesChanged((folder.uri("s_1.md"), 2))
    #expect(try client.logMessage(containing: "s_1.md: the link leads back to itself")["type"] == 2)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func theRootOfAnOlderClientIsRead() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    for params in [
      ["rootUri": .string(folder.uri), "workspaceFolders": nil], ["rootPath": .string(folder.path), "rootUri": nil],
    ] as [JSONValue] {
      let client = TestClient.uninitialized()
      _ = try client.request("initialize", params)
      #expect(try client.undefined(folder.uri("s_1.md"), version: nil).count == 1)
      #expect(try client.end() == 0)
    }
  }

  @Test func aRemovedFolderLosesItsFindings() throws {
    let first = try NotesFolder(["s_1.md": note(1, usingCache), "s_3.md": note(3, usingCache)])
    let second = try NotesFolder(["s_2.md": note(2, usingCache), "s_4.md": note(4, definingCache)])
    let client = try TestClient.start(folders: [first.uri])
    _ = try client.undefined(first.uri("s_1.md"), version: nil)
    client.foldersChanged(added: [second.uri])
    client.open(first.uri("s_3.md"), note(3, usingCache))
    #expect(try client.undefined(first.uri("s_3.md"), version: 1).count == 1)
    let count = client.messages.count
    client.foldersChanged(removed: [first.uri + "/"])
    #expect(try client.undefined(first.uri("s_1.md"), version: nil, from: count).isEmpty)
    // A note that is still open stays, with the notes beside it.
    #expect(try client.undefined(first.uri("s_3.md"), version: 1, from: count).count == 1)
    client.close(first.uri("s_3.md"))
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func nestedFoldersAreReadOnce(order: [Int]) throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "deep/s_2.md": note(2, usingCache)])
    let uris = [folder.uri, folder.uri("deep")]
    let client = try TestClient.start(folders: order.map { uris[$0] })
    client.open(folder.uri("deep/s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("deep/s_2.md"), version: 1).isEmpty)
    try client.logMessage(containing: "Read 2 notes of ")
    try client.synchronize()
    #expect(client.messages.count { $0["params"]?["message"]?.string?.hasPrefix("Read ") == true } == 1)
  }

  @Test func theInnerFolderStaysWhenTheOuterOneIsRemoved() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "deep/s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri("deep"), folder.uri])
    let uri = folder.uri("deep/s_2.md")
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).isEmpty)
    let count = client.messages.count
    client.foldersChanged(removed: [folder.uri])
    #expect(try client.undefined(uri, version: 1, from: count).count == 1)
    client.close(uri)
    try client.settle()
    #expect(client.undefinedOnDisplay[uri]?.count == 1)
  }

  @Test func aNoteJoinsTheFolderThatIsOpenedAroundIt() throws {
    let folder = try NotesFolder(["other/s_1.md": note(1, definingCache), "own/s_2.md": note(2, usingCache)])
    let client = try TestClient.start()
    let uri = folder.uri("own/s_2.md")
    client.open(uri, note(2, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    let count = client.messages.count
    client.foldersChanged(added: [folder.uri])
    #expect(try client.undefined(uri, version: 1, from: count).isEmpty)
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let found = try client.ask("definition", at: (use.line, use.character), in: uri)
    #expect(found.array?.compactMap { $0["uri"]?.string } == [folder.uri("other/s_1.md")])
  }

  @Test func aNoteOutsideOfAnyFolderIsReadWithWhatLiesInItsOwn() throws {
    let folder = try NotesFolder([
      "notes/s_1.md": note(1, definingCache), "notes/s_2.md": note(2, usingCache),
      "notes/deep/s_3.md": note(3, #"other = CClass(pattern, "x")"#), "s_4.md": note(4, #"far = CClass(pattern, "y")"#),
    ])
    let client = try TestClient.start()
    let uri = folder.uri("notes/s_2.md")
    client.open(uri, note(2, usingCache + "\nadd_links({store: [other, far]})"))
    #expect(try client.undefined(uri, version: 1).messages.map { $0.contains("`far`") } == [true])
    client.close(uri)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func aFileChangedWhileItsFolderIsReadIsNotOverwrittenByWhatWasRead() throws {
    var notes = Dictionary(uniqueKeysWithValues: (10...50).map { ("s_\($0).md", longNote($0, "")) })
    notes["s_1.md"] = note(1, usingCache)
    let folder = try NotesFolder(notes)
    let client = TestClient.startWithoutWaiting(folder: folder.uri)
    try folder.remove("s_1.md")
    client.filesChanged((folder.uri("s_1.md"), 3))
    try client.synchronize()
    client.open(folder.uri("s_10.md"), note(10, ""))
    _ = try client.undefined(folder.uri("s_10.md"), version: 1)
    #expect(client.undefinedOnDisplay[folder.uri("s_1.md")] == nil)
  }
}
