// Opening, changing and closing documents, with bad edits among them.

import JSON
import SeedTestSupport
import Testing

private let uri = "untitled:note"

@Suite struct SynchronizationTests {
  private func client(_ text: String) throws -> TestClient {
    let client = try TestClient.start()
    client.open(uri, text)
    return client
  }

  @Test func aRangeIsReplaced() throws {
    let client = try client(note(1, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    client.change(uri, version: 2, .range(codeLine, 0, codeLine, 0, definingCache + "\n"))
    #expect(try client.undefined(uri, version: 2).isEmpty)
  }

  @Test func changesInOneMessageAreMadeOneAfterAnother() throws {
    let client = try client(note(1, usingCache))
    client.change(
      uri, version: 2,
      .range(codeLine, 0, codeLine, 0, "\n"),
      .range(codeLine, 0, codeLine, 0, #"che = CClass(pattern, "Cache")"#),
      .range(codeLine, 0, codeLine, 0, "ca"))
    #expect(try client.undefined(uri, version: 2).isEmpty)
  }

  @Test func aFullTextReplacesEverything() throws {
    let client = try client(note(1, usingCache))
    client.change(uri, version: 2, .full(note(1, definingCache)), .range(codeLine, 0, codeLine, 5, "other"))
    #expect(try client.undefined(uri, version: 2).isEmpty)
    let hover = try client.ask("hover", at: (codeLine, 1), in: uri)
    #expect(hover["contents"]?["value"]?.string?.contains("other") == true)
  }

  @Test("Pitfall 4: what is between `\\r` and `\\n` can be edited")
  func whatIsBetweenReturnAndLineFeedCanBeEdited() throws {
    let text = note(1, definingCache).replacing("\n", with: "\r\n")
    let client = try client(text)
    #expect(try client.undefined(uri, version: 1).isEmpty)
    let end = definingCache.count
    // A column past the end is the line's end, in front of both.
    client.change(uri, version: 2, .range(codeLine, end + 1, codeLine, end + 1, "\r\n" + usingCache))
    #expect(try client.undefined(uri, version: 2).isEmpty)
    // Deleting from the line's end to the start of the next takes both away.
    client.change(uri, version: 3, .range(codeLine, end, codeLine + 1, 0, ""))
    client.change(uri, version: 4, .range(codeLine, end, codeLine, end, "\r"))
    client.change(uri, version: 5, .range(codeLine + 1, 0, codeLine + 1, 0, "\n"))
    let hover = try client.ask("hover", at: (codeLine + 1, 2), in: uri)
    #expect(hover["contents"]?["value"]?.string?.contains("store") == true)
    #expect(hover["range"]?.start == TextPlace(line: codeLine + 1, character: 0))
  }

  @Test func anEditBeyondTheEndIsMadeAtTheEnd() throws {
    let client = try client(note(1, usingCache))
    client.change(
      uri, version: 2,
      .range(5000, 77, 2_147_483_647, 2_147_483_647, "\n``` python\n\(definingCache)\n```\n"))
    let hover = try client.ask("hover", at: (codeLine + 1, 33), in: uri)
    #expect(hover["contents"]?["value"]?.string?.contains("Cache") == true)
    #expect(try client.undefined(uri, version: 2).isEmpty)
  }

  @Test func aReversedRangeIsReportedAndTheNextFullTextHeals() throws {
    let client = try client(note(1, usingCache))
    client.change(uri, version: 2, .range(codeLine + 1, 0, codeLine, 0, "x"), .full("never made"))
    let message = try client.logMessage(containing: "before its start")
    #expect(message["type"] == 1)
    #expect(try client.undefined(uri, version: 2).count == 1)
    #expect(try client.ask("hover", at: (codeLine, 1), in: uri).isNull == false)
    client.change(uri, version: 3, .full(note(1, definingCache)))
    #expect(try client.undefined(uri, version: 3).isEmpty)
  }

  @Test func aChangeWithoutTextIsReportedAndChangesNothing() throws {
    let client = try client(note(1, usingCache))
    client.notify(
      "textDocument/didChange",
      ["textDocument": ["uri": .string(uri), "version": 2], "contentChanges": [["range": nil]]])
    try client.logMessage(containing: "`contentChanges[0].text` is missing")
    #expect(try client.ask("hover", at: (codeLine, 1), in: uri).isNull == false)
  }

  @Test func aDocumentThatWasNeverOpenedCanNotChangeOrBeClosed() throws {
    let client = try TestClient.start()
    client.change("untitled:other", version: 2, .full("x"))
    try client.logMessage(containing: "untitled:other changed but was never opened")
    client.close("untitled:other")
    try client.logMessage(containing: "untitled:other was closed but was never opened")
    #expect(try client.ask("hover", at: (0, 0), in: "untitled:other").isNull)
    #expect(try client.end() == 0)
  }

  @Test func aClosedDocumentCountsAsItIsOnTheDisk() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("s_1.md"), note(1, ""))
    client.open(folder.uri("s_2.md"), note(2, usingCache))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).count == 1)
    let count = client.messages.count
    client.close(folder.uri("s_1.md"))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1, from: count).isEmpty)
  }

  @Test func aReopenedDocumentIsReportedAgain() throws {
    let folder = try NotesFolder(["s_2.md": note(2, usingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    let uri = folder.uri("s_2.md")
    for version in [1, 7, 3] {
      client.open(uri, note(2, usingCache), version: version)
      #expect(try client.undefined(uri, version: version).count == 1)
      client.close(uri)
    }
    try client.settle()
    #expect(client.undefinedOnDisplay[uri]?.count == 1)
  }

  @Test func findingsOfADocumentThatIsNoFileGoWhenItIsClosed() throws {
    let client = try client(note(1, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    client.close(uri)
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func findingsOfADocumentThatWasNeverSavedGoWhenItIsClosed() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache)])
    let client = try TestClient.start(folders: [folder.uri])
    client.open(folder.uri("new.md"), note(2, "add_links({unknown_thing: cache})\n" + usingCache + "\nfoo(bar)"))
    _ = try client.undefined(folder.uri("new.md"), version: 1)
    #expect(client.undefinedOnDisplay[folder.uri("new.md")] != nil)
    client.close(folder.uri("new.md"))
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
  }

  @Test func anEmptyDocumentBecomesASeedWhileItIsTyped() throws {
    let client = try client("")
    let text = note(1, usingCache)
    var version = 1
    var (line, column) = (0, 0)
    for character in text {
      version += 1
      client.change(uri, version: version, .range(line, column, line, column, String(character)))
      (line, column) = character == "\n" ? (line + 1, 0) : (line, column + String(character).utf16.count)
    }
    #expect(try client.undefined(uri, version: version).count == 1)
  }

  @Test func aSeedThatStopsBeingOneHasNoFindings() throws {
    let client = try client(note(1, usingCache))
    #expect(try client.undefined(uri, version: 1).count == 1)
    client.change(uri, version: 2, .full("# A page about something else\n\nNo codes."))
    try client.settle()
    #expect(client.undefinedOnDisplay.isEmpty)
    #expect(try client.ask("hover", at: (0, 0), in: uri).isNull)
    client.change(uri, version: 3, .full(note(1, usingCache)))
    #expect(try client.undefined(uri, version: 3).count == 1)
  }

  @Test func textThatIsNotUnicodeDoesNoHarm() throws {
    let client = try TestClient.start()
    // Half of a surrogate pair, as editors that count UTF-16 send it.
    let body =
      #"{"jsonrpc":"2.0","method":"textDocument/didOpen","params":{"textDocument":{"uri":"untitled:note","version":1,"#
      + #""text":"**AXIAL CODING TRACE:**\n``` python\nfoo(\ud83d)\n```\n"}}}"#
    client.send(bytes: Array("Content-Length: \(body.utf8.count)\r\n\r\n\(body)".utf8))
    _ = try client.undefined(uri, version: 1)
    #expect(try client.end() == 0)
  }
}
