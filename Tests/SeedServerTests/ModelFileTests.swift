// Model files as a client sees them: indexed in the folder, served when they are open, and left alone when they are none.

import JSON
import SeedTestSupport
import Testing

@Suite struct ModelFileServerTests {
  private static let model = """
    from codeable_models import CClass
    cache = CClass(pattern, "Cache")

    """

  @Test func aModelInTheFolderMakesItsNamesKnown() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache), "models/model.py": Self.model])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    #expect(try client.undefined(folder.uri("s_1.md"), version: 1).isEmpty)
    let targets = try client.ask("definition", at: (codeLine + 1, 33), in: folder.uri("s_1.md"))
    #expect(targets.text.contains("models/model.py"))
  }

  @Test func editsOfAModelReachTheNotes() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache), "model.py": Self.model])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("model.py"), Self.model)
    #expect(try client.diagnostics(folder.uri("model.py"), version: 1).isEmpty)
    client.change(folder.uri("model.py"), version: 2, .range(1, 0, 1, 5, "store_cache"))
    #expect(try client.undefined(folder.uri("s_1.md"), version: nil).count == 1)
  }

  @Test func aRenameChangesTheModelToo() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache), "model.py": Self.model])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("model.py"), Self.model)
    var params = TestClient.place(folder.uri("model.py"), 1, 2)
    params["newName"] = "near_store"
    let response = try client.response(to: client.ask("textDocument/rename", .object(params)))
    let changes = try #require(response["result"]?["changes"])
    #expect(changes[folder.uri("model.py")]?.array?.count == 1)
    #expect(changes[folder.uri("s_1.md")]?.array?.count == 1)
  }

  @Test func otherPythonIsLeftAlone() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache), "script.py": "cache = 1\n"])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("script.py"), "cache = 1\n")
    client.open(folder.uri("s_1.md"), note(1, usingCache))
    #expect(try client.undefined(folder.uri("s_1.md"), version: 1).count == 1)
    #expect(try client.ask("definition", at: (0, 2), in: folder.uri("script.py")) == .null)
    let count = client.messages.count
    // With its first definition by `CClass` it becomes a model.
    client.change(folder.uri("script.py"), version: 2, .full("cache = CClass(pattern, \"Cache\")\n"))
    #expect(try client.undefined(folder.uri("s_1.md"), version: 1, from: count).isEmpty)
  }

  @Test func whatTheClientCallsPythonIsReadAsPython() throws {
    let client = try TestClient.start()
    client.notify(
      "textDocument/didOpen",
      ["textDocument": ["uri": "untitled:1", "languageId": "python", "version": 1, "text": .string(Self.model)]])
    #expect(try client.diagnostics("untitled:1", version: 1).isEmpty)
    let hover = try client.ask("hover", at: (1, 2), in: "untitled:1")
    #expect(hover.text.contains("Cache"))
  }
}
