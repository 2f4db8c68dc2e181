// Notes that are no text, in the folders that a client has open.

import JSON
import SeedTestSupport
import Testing

@Suite struct UnreadableFileTests {
  private let damaged: [UInt8] = [0xFF, 0xFE, 0x61]

  private func problems(_ client: TestClient) -> [String: [String]] {
    client.displayed(rule: "unreadable-file").filter { !$0.value.isEmpty }
  }

  @Test func aNoteThatIsNoTextIsToldUntilItIsSavedAsText() throws {
    let folder = try NotesFolder(["s_1.md": note(1, usingCache)])
    try folder.write("s_2.md", bytes: damaged)
    try folder.write("readme.md", bytes: damaged)
    let client = try TestClient.start(folders: [folder.uri])
    #expect(try client.logMessage(containing: "readme.md: starts as UTF-16 does but is damaged")["type"] == 2)
    try client.settle()
    #expect(Set(problems(client).keys) == [folder.uri("s_2.md")])
    try folder.write("s_2.md", note(2, ""))
    client.filesChanged((folder.uri("s_2.md"), 2))
    try client.settle()
    #expect(problems(client).isEmpty)
    try folder.write("s_1.md", bytes: note(1, usingCache).utf8.flatMap { [$0, 0] })
    client.filesChanged((folder.uri("s_1.md"), 2))
    try client.settle()
    #expect(problems(client)[folder.uri("s_1.md")]?.count == 1)
    try folder.remove("s_1.md")
    client.filesChanged((folder.uri("s_1.md"), 3))
    try client.settle()
    #expect(problems(client).isEmpty)
  }

  @Test func whatTheEditorCanReadIsAsTheEditorSays() throws {
    let folder = try NotesFolder([:])
    try folder.write("s_2.md", bytes: damaged)
    let client = try TestClient.start(folders: [folder.uri])
    try client.logMessage(containing: "Read 1 note")
    client.open(folder.uri("s_2.md"), note(2, ""))
    try client.settle()
    #expect(problems(client).isEmpty)
    client.close(folder.uri("s_2.md"))
    try client.settle()
    #expect(problems(client)[folder.uri("s_2.md")]?.count == 1)
  }
}
