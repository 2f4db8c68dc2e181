// The built command as an editor starts it.

import Foundation
import JSON
import SeedTestSupport
import Testing

/// The built command through real pipes. One after another: a process that is started meanwhile could inherit them.
@Suite(.serialized) struct ServerProcessTests {
  @Test func theCommandServesASession() throws {
    let folder = try NotesFolder(["s_1.md": note(1, definingCache), "s_2.md": note(2, usingCache)])
    let client = try TestClient.process()
    try client.initialize(folders: [folder.uri])
    client.open(folder.uri("s_2.md"), note(2, usingCache + "\nadd_links({store: [missing]})"))
    #expect(try client.undefined(folder.uri("s_2.md"), version: 1).messages.contains { $0.contains("`missing`") })
    let use = try #require(place(of: "cache", in: note(2, usingCache)))
    let found = try client.ask("definition", at: (use.line, use.character), in: folder.uri("s_2.md"))
    #expect(found.array?.compactMap { $0["uri"]?.string } == [folder.uri("s_1.md")])
    #expect(try client.end() == 0)
  }

  @Test(arguments: [["serve"], ["--stdio"], ["serve", "--stdio"]])
  func theEndOfInputEndsTheProcess(arguments: [String]) throws {
    let client = try TestClient.process(arguments)
    try client.initialize()
    client.endInput()
    #expect(try client.waitForExit() == 1)
  }

  @Test func exitWithoutShutdownExitsWithOne() throws {
    let client = try TestClient.process()
    client.notify("exit")
    #expect(try client.waitForExit() == 1)
  }

  @Test func aMessageLargerThanAPipeCrossesWhole() throws {
    let client = try TestClient.process()
    try client.initialize(options: ["diagnostics": ["limit": 0]])
    let lines = (0..<8000).map { "add_decision_option_link(store, missing_\($0), \"\")" }
    client.open("untitled:1", note(1, "store = CClass(decision, \"x\")\n" + lines.joined(separator: "\n")))
    #expect(try client.undefined("untitled:1", version: 1).count == 8000)
    #expect(try client.end() == 0)
  }

  /// What a long session leaves behind must not grow with its length.
  @Test("Pitfall 22: memory does not grow with the number of edits")
  func memoryDoesNotGrowWithTheNumberOfEdits() throws {
    let client = try TestClient.process()
    try client.initialize()
    client.open("untitled:1", note(1, definingCache))
    var version = 1
    func edit(_ times: Int) throws {
      for _ in 0..<times {
        version += 1
        let isTyping = version.isMultiple(of: 2)
        client.change(
          "untitled:1", version: version, .range(codeLine, 5, codeLine, isTyping ? 5 : 6, isTyping ? "x" : ""))
        _ = client.ask("textDocument/hover", .object(TestClient.place("untitled:1", codeLine, 2)))
      }
      _ = try client.undefined("untitled:1", version: version)
    }
    try edit(400)
    let before = try client.residentKilobytes()
    try edit(1600)
    let after = try client.residentKilobytes()
    #expect(after - before < 4096, "\(before) kB, then \(after) kB")
    #expect(try client.end() == 0)
  }
}

extension TestClient {
  /// The memory of the server's process.
  func residentKilobytes() throws -> Int {
    let id = try #require(processID)
    let status = try String(contentsOfFile: "/proc/\(id)/status", encoding: .utf8)
    let line = try #require(status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") })
    return try #require(line.split { !$0.isNumber }.first.flatMap { Int($0) })
  }
}
