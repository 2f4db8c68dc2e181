// What other servers got wrong about renaming.

import JSON
import LanguageServerProtocol
import SeedTestSupport
import Testing

@Suite struct RenamePitfallTests {
  private func rename(_ uri: String, to name: String) -> JSONValue {
    var params = TestClient.place(uri, codeLine, 2)
    params["newName"] = .string(name)
    return .object(params)
  }

  /// An edit that follows the request doesn't count for the answer, and its version is not claimed.
  @Test("Pitfall 7: an edit behind the request is not in the answer, nor its version")
  func anEditBehindTheRequestIsNotInTheAnswer() throws {
    let client = try TestClient.start(capabilities: RenameTests.plain)
    client.open("untitled:1", note(1, definingCache), version: 4)
    let id = client.nextID()
    let messages = [
      TestClient.message("textDocument/rename", rename("untitled:1", to: "near_store"), id: id),
      TestClient.message(
        "textDocument/didChange",
        [
          "textDocument": ["uri": "untitled:1", "version": 5],
          "contentChanges": [TestChange.range(codeLine, 0, codeLine, 0, "\n").json],
        ], id: nil),
    ]
    client.send(bytes: messages.flatMap { OutgoingMessage.framed(body: $0.json()) })
    let changes = try client.response(to: id)["result"]?["documentChanges"]
    #expect(changes?[0]?["textDocument"]?["version"] == 4)
    #expect(changes?[0]?["edits"]?[0]?["range"]?.start == TextPlace(line: codeLine, character: 0))
    let again = try client.request(
      "textDocument/rename",
      JSONObject(
        dictionaryLiteral: ("newName", "near_store"), ("textDocument", ["uri": "untitled:1"])
      ).at(codeLine + 1, 2))
    #expect(again["documentChanges"]?[0]?["textDocument"]?["version"] == 5)
  }

  @Test("Pitfall 8: a rename that comes with the first messages waits for all notes")
  func aRenameThatComesWithTheFirstMessagesWaitsForAllNotes() throws {
    let notes = Dictionary(uniqueKeysWithValues: (2...100).map { ("s_\($0).md", note($0, "cache")) })
    let folder = try NotesFolder(notes.merging(["s_1.md": note(1, definingCache)]) { $1 })
    let client = try TestClient.start(folders: [folder.uri], capabilities: RenameTests.plain)
    client.open(folder.uri("s_1.md"), note(1, definingCache))
    let edit = try client.request("textDocument/rename", rename(folder.uri("s_1.md"), to: "near_store"))
    #expect(edit["documentChanges"]?.array?.count == 100)
  }

  @Test(
    "Pitfall 9: a name that is taken, or none, is refused before any edit",
    arguments: ["store", "STORE", "class", "None", "pattern", "CClass", "add_links", "1st", "a b", "", "é😀"])
  func aNameThatIsTakenOrNoneIsRefusedBeforeAnyEdit(name: String) throws {
    let client = try TestClient.start(capabilities: RenameTests.able)
    client.open("untitled:1", note(1, definingCache + "\n" + usingCache))
    let error = try client.refusal("textDocument/rename", rename("untitled:1", to: name))
    #expect(error["code"] == -32803)
    #expect(error["message"]?.string?.isEmpty == false)
  }

  @Test("Pitfall 9: a taken name is refused with both places")
  func aTakenNameIsRefusedWithBothPlaces() throws {
    let client = try TestClient.start(capabilities: RenameTests.able)
    client.open("untitled:1", note(1, definingCache + "\n" + usingCache))
    let error = try client.refusal("textDocument/rename", rename("untitled:1", to: "store"))
    let message = try #require(error["message"]?.string)
    #expect(message.contains("line 12") && message.contains("line 13"), "\(message)")
  }

  /// The capabilities of Helix, of Emacs, and of clients that know a part of what annotations need.
  @Test(
    "Pitfall 11: a client without annotations gets none",
    arguments: [
      ["workspaceEdit": ["documentChanges": true, "resourceOperations": ["rename"], "failureHandling": "abort"]],
      ["workspaceEdit": ["changeAnnotationSupport": ["groupsOnLabel": true]]], ["applyEdit": true],
    ] as [JSONValue])
  func aClientWithoutAnnotationsGetsNone(workspace: JSONValue) throws {
    let mentioning = note(1, definingCache + "\n'''\ncache\n'''").replacing(
      "**AXIAL", with: "**OPEN CODING TRACE:**\n\nTo be precise: cache\n\n**AXIAL")
    let client = try TestClient.start(capabilities: ["workspace": workspace])
    client.open("untitled:1", mentioning)
    var params = TestClient.place("untitled:1", 0, 0)
    let use = try #require(place(of: "cache =", in: mentioning))
    params["position"] = ["line": .integer(use.line), "character": .integer(use.character)]
    params["newName"] = "near_store"
    let edit = try client.request("textDocument/rename", .object(params))
    #expect(!edit.text.contains("nnotation"))
  }

  @Test("Pitfall 11: every annotation that is used is described")
  func everyAnnotationThatIsUsedIsDescribed() throws {
    let client = try TestClient.start(capabilities: RenameTests.able)
    let mentioning = note(1, definingCache + "\n'''\ncache\n'''").replacing(
      "**AXIAL", with: "**OPEN CODING TRACE:**\n\nTo be precise: cache\n\n**AXIAL")
    client.open("untitled:1", mentioning)
    let use = try #require(place(of: "cache =", in: mentioning))
    let edit = try client.request(
      "textDocument/rename",
      JSONObject(
        dictionaryLiteral: ("newName", "near_store"), ("textDocument", ["uri": "untitled:1"])
      ).at(use.line, use.character))
    let edits = (edit["documentChanges"]?.array ?? []).flatMap { $0["edits"]?.array ?? [] }
    let used = Set(edits.compactMap { $0["annotationId"]?.string })
    #expect(used == Set(edit["changeAnnotations"]?.object?.members.map(\.name) ?? []))
    #expect(!used.isEmpty)
  }
}

extension JSONObject {
  /// With a position.
  fileprivate func at(_ line: Int, _ character: Int) -> JSONValue {
    var object = self
    object["position"] = ["line": .integer(line), "character": .integer(character)]
    return .object(object)
  }
}
