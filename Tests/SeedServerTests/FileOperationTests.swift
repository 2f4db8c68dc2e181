// Files that the user creates, renames and deletes in the editor.

import JSON
import SeedTestSupport
import Testing

@Suite struct FileOperationTests {
  private let capabilities: JSONValue = [
    "workspace": [
      "fileOperations": ["willRename": true, "didRename": true, "didCreate": true, "didDelete": true],
      "workspaceEdit": ["documentChanges": true],
    ]
  ]

  private func renamed(_ folder: NotesFolder, _ old: String, _ new: String) -> JSONValue {
    ["files": [["oldUri": .string(folder.uri(old)), "newUri": .string(folder.uri(new))]]]
  }

  /// The new texts of an edit by the names of their files.
  private func newTexts(_ edit: JSONValue, _ folder: NotesFolder) -> [String: Set<String>] {
    var texts: [String: Set<String>] = [:]
    for change in edit["documentChanges"]?.array ?? [] {
      let uri = change["textDocument"]?["uri"]?.string ?? ""
      let name = String(uri.dropFirst(folder.uri.count + 1))
      texts[name] = Set((change["edits"]?.array ?? []).compactMap { $0["newText"]?.string })
    }
    return texts
  }

  private func linking(_ source: Int, _ code: String) -> String {
    "s\(source) = CClass(source, \"s\(source)\")\n" + code
  }

  @Test func onlyWhatTheClientReportsIsAskedFor() throws {
    let offered = try TestClient.uninitialized().initialize(capabilities: capabilities)
    let operations = offered["capabilities"]?["workspace"]?["fileOperations"]
    #expect(operations?.object?.members.map(\.name) == ["didCreate", "didRename", "willRename", "didDelete"])
    let without = try TestClient.uninitialized().initialize()
    #expect(without["capabilities"]?["workspace"]?["fileOperations"] == nil)
  }

  @Test func aSourceIsRenamedWithItsFile() throws {
    let folder = try NotesFolder([
      "s_33.md": note(33, linking(33, definingCache)), "s_4.md": note(4, "add_links({s33: [cache]})"),
    ])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    let edit = try client.request("workspace/willRenameFiles", renamed(folder, "s_33.md", "s_34.md"))
    let texts = newTexts(edit, folder)
    #expect(texts["s_33.md"]?.isSuperset(of: ["34", "s34"]) == true)
    #expect(texts["s_4.md"] == ["s34"])
    // The file is what the user renames.
    #expect(edit["documentChanges"]?.array?.contains { $0["kind"] != nil } == false)
  }

  @Test(arguments: [
    ("s_33.md", "s_4.md"), ("s_33.md", "interview.md"), ("s_33.md", "s_33.txt"), ("s_33.md", "deep/s_34.md"),
    ("other.md", "s_34.md"), ("none.md", "s_34.md"), ("s_33.md", "s_33.md"),
  ])
  func aNameThatIsTakenOrMeansNothingChangesNothing(old: String, new: String) throws {
    let folder = try NotesFolder([
      "s_33.md": note(33, linking(33, definingCache)), "s_4.md": note(4, ""), "other.md": note(5, ""),
    ])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    #expect(try client.request("workspace/willRenameFiles", renamed(folder, old, new)).isNull)
  }

  @Test func severalFilesAtOnceChangeNothing() throws {
    let folder = try NotesFolder(["s_1.md": note(1, ""), "s_2.md": note(2, "")])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    let files = [("s_1.md", "s_2.md"), ("s_2.md", "s_1.md")].compactMap { renamed(folder, $0.0, $0.1)["files"]?[0] }
    #expect(try client.request("workspace/willRenameFiles", ["files": .array(files)]).isNull)
  }

  @Test func aRenamedFileTakesItsFindingsAlong() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    _ = try client.undefined(folder.uri("s_1.md"), version: nil)
    try folder.write("s_2.md", note(2, usingCache))
    try folder.remove("s_1.md")
    client.notify("workspace/didRenameFiles", renamed(folder, "s_1.md", "s_2.md"))
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("s_2.md")])
  }

  @Test func aRenamedFolderTakesItsNotesAlong() throws {
    let folder = try NotesFolder(["a/s_1.md": note(1, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    #expect(try client.undefined(folder.uri("a/s_1.md"), version: nil).count == 1)
    try folder.write("b/s_1.md", note(1, usingCache))
    try folder.remove("a")
    client.notify("workspace/didRenameFiles", renamed(folder, "a", "b"))
    #expect(try client.undefined(folder.uri("b/s_1.md"), version: nil).count == 1)
    try client.settle()
    #expect(client.undefinedOnDisplay.keys.sorted() == [folder.uri("b/s_1.md")])
  }

  @Test func createdAndDeletedFilesCount() throws {
    let folder = try NotesFolder(["s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri], capabilities: capabilities)
    #expect(try client.undefined(folder.uri("s_2.md"), version: nil).count == 1)
    try folder.write("s_1.md", note(1, definingCache))
    let files: JSONValue = ["files": [["uri": .string(folder.uri("s_1.md"))]]]
    client.notify("workspace/didCreateFiles", files)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
    try folder.remove("s_1.md")
    client.notify("workspace/didDeleteFiles", files)
    try client.settle()
    #expect(client.undefinedOnDisplay.count == 1)
  }
}
