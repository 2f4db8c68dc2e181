// What other servers got wrong about the names of documents.

import JSON
import SeedTestSupport
import Testing

@Suite struct NamePitfallTests {
  @Test(
    "Pitfall 18: every way to write a file's name is one document, and answers are in the client's way",
    arguments: [
      ("file:///c%3A/notes/s_1.md", "file:///C:/notes/s_1.md"),
      ("file:///c:/notes/s_1.md", "file:///C%3a/notes/s_1.md"),
      ("file:///notes/a%20b%23c/s_1.md", "file:///notes/a b#c/s_1.md"),
      ("file:///notes/100%25.md", "file:///notes/100%.md"),
      ("file:///notes/n%C3%A9.md", "file:///notes/n%c3%a9.md"),
      ("file://server/share/s_1.md", "file://SERVER/share/s_1.md"),
      ("file:///notes/s_1.md", "file://localhost/notes/s_1.md/"),
    ])
  func everyWayToWriteAFilesNameIsOneDocumentAndAnswersAreInTheClientsWay(opened: String, other: String) throws {
    let client = try TestClient.start()
    client.open(opened, note(1, definingCache))
    let found = try client.ask("definition", at: (codeLine, 1), in: other)
    #expect(found.array?.compactMap { $0["uri"]?.string } == [opened])
    client.change(other, version: 2, .full(note(1, usingCache)))
    #expect(try client.undefined(opened, version: 2).count == 1)
  }

  @Test("Pitfall 18: different files stay different")
  func differentFilesStayDifferent() throws {
    let client = try TestClient.start()
    // Composed and decomposed letters, and the case of names, tell files apart here.
    let names = ["file:///n/%C3%A9.md", "file:///n/e%CC%81.md", "file:///n/E.md", "file:///n/e.md"]
    for (number, name) in names.enumerated() { client.open(name, note(number + 1, definingCache), version: number) }
    for (number, name) in names.enumerated() { _ = try client.undefined(name, version: number) }
    for name in names {
      let symbols = try client.request("textDocument/documentSymbol", ["textDocument": ["uri": .string(name)]])
      #expect(symbols.array?.isEmpty == false)
    }
  }

  @Test(
    "Pitfall 19: what is no file is served in itself",
    arguments: ["untitled:Untitled-1", "buffer:///7", "git:/s_1.md?ref", "vscode-notebook-cell:/s_1.md#W0"])
  func whatIsNoFileIsServedInItself(uri: String) throws {
    let client = try TestClient.start(options: ["inlayHints": ["enable": true]])
    client.open(uri, note(1, definingCache + "\n" + usingCache))
    #expect(try client.undefined(uri, version: 1).isEmpty)
    let document: JSONValue = ["textDocument": ["uri": .string(uri)]]
    #expect(try client.ask("references", at: (codeLine, 1), in: uri).array?.count == 2)
    #expect(try client.request("textDocument/semanticTokens/full", document)["data"]?.array?.isEmpty == false)
    var rename = TestClient.place(uri, codeLine, 1)
    rename["newName"] = "near_store"
    #expect(try client.request("textDocument/rename", .object(rename))["changes"]?[uri]?.array?.count == 2)
    client.notify("textDocument/didSave", document)
    client.filesChanged((uri, 2), (uri, 3))
    #expect(try client.ask("hover", at: (codeLine, 1), in: uri).isNull == false)
    client.close(uri)
    #expect(try client.end() == 0)
  }
}
