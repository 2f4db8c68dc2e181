// Notes with more findings than anyone reads.

import JSON
import SeedServer
import SeedTestSupport
import Testing

@Suite struct DiagnosticsLimitTests {
  /// A note with one finding on each of some lines of one block, the first of which is `codeLine`.
  private func brokenNote(_ count: Int, firstLine: String = "missing_0.links()") -> String {
    note(1, ([firstLine] + (1..<count).map { "missing_\($0).links()" }).joined(separator: "\n"))
  }

  private func options(limit: JSONValue) -> JSONValue { ["diagnostics": ["limit": limit]] }

  /// The lines of a report's findings, counted from the first line of the block; without the notice at the top.
  private func lines(_ report: [JSONValue]) -> [Int] {
    report.filter { $0["code"] != nil }.compactMap { ($0["range"]?.start?.line).map { $0 - codeLine } }
  }

  private func notice(_ report: [JSONValue]) -> String? {
    report.first { $0["code"] == nil }?["message"]?.string
  }

  @Test func aHundredAreShownAndTheRestIsCounted() throws {
    let client = try TestClient.start()
    client.open("untitled:1", brokenNote(300))
    let report = try client.diagnostics("untitled:1", version: 1)
    #expect(lines(report) == Array(0..<100))
    #expect(report.first?["code"] == nil)
    #expect(
      notice(report)?.hasPrefix("This note has 300 findings. Shown here: the first 100. `seed-lsp check`") == true)
  }

  @Test func asManyAsAreShownNeedNoNotice() throws {
    let client = try TestClient.start()
    client.open("untitled:1", brokenNote(100))
    let report = try client.diagnostics("untitled:1", version: 1)
    #expect(lines(report) == Array(0..<100))
    #expect(notice(report) == nil)
  }

  /// The second kind of note has a comment that silences a finding, so that it has to be looked at as a whole.
  @Test(arguments: ["missing_0.links()", "missing_0.links()  # seed-lsp: ignore[undefined-code]"])
  func thoseAroundTheLastChangeAreShown(firstLine: String) throws {
    let client = try TestClient.start()
    client.open("untitled:1", brokenNote(300, firstLine: firstLine))
    var version = 1
    func type(_ text: String, on line: Int) throws -> [Int] {
      version += 1
      client.change("untitled:1", version: version, .range(codeLine + line, 0, codeLine + line, 0, text))
      return lines(try client.diagnostics("untitled:1", version: version))
    }
    #expect(try type("x", on: 200) == Array(150..<250))
    #expect(try type("y", on: 200) == Array(150..<250))
    #expect(try type("x", on: 299) == Array(200..<300))
    #expect(try type("# ", on: 298) == Array(199..<298) + [299])
    let first = firstLine.contains("#") ? 1 : 0
    #expect(try type("x", on: 3) == Array(first..<first + 100))
  }

  @Test func aPulledReportIsCutInTheSameWay() throws {
    let client = try TestClient.start(
      capabilities: ["textDocument": ["diagnostic": [:]]], options: ["diagnostics": ["delivery": "pull", "limit": 10]])
    client.open("untitled:1", brokenNote(300))
    client.change("untitled:1", version: 2, .range(codeLine + 50, 0, codeLine + 50, 0, "x"))
    let answer = try client.request("textDocument/diagnostic", ["textDocument": ["uri": "untitled:1"]])
    let report = try #require(answer["items"]?.array)
    #expect(lines(report) == Array(45..<55))
    #expect(notice(report)?.hasPrefix("This note has 300 findings. Shown here: 10 around the last change. ") == true)
  }

  /// A client that sends the whole text has changed what is unlike the text before.
  @Test func thoseAroundTheFirstDifferenceOfAWholeTextAreShown() throws {
    let client = try TestClient.start(options: options(limit: 10))
    client.open("untitled:1", brokenNote(300))
    let changed = brokenNote(300).replacing("missing_200.", with: "missing_200_too.")
    client.change("untitled:1", version: 2, .full(changed))
    #expect(lines(try client.diagnostics("untitled:1", version: 2)) == Array(195..<205))
    client.change("untitled:1", version: 3, .full(changed))
    #expect(lines(try client.diagnostics("untitled:1", version: 3)) == Array(290..<300))
  }

  /// Whatever is typed where, in a note of many pages: what is sent is what was encoded before, or is encoded anew.
  @Test func anyChangeIsReportedAsAnExcerptOfTheWhole() throws {
    var random = SeededGenerator(seed: 5)
    let blocks = (0..<250).map { block in
      let uses = (0..<Int.random(in: 0..<4, using: &random)).map { "missing_\(block)_\($0).links()" }
      return "> Quoted words.\n\n**AXIAL CODING TRACE:**\n``` python\n" + (["# code"] + uses).joined(separator: "\n")
        + "\n```\n\n"
    }
    var lines = (note(1, "") + blocks.joined()).split(separator: "\n", omittingEmptySubsequences: false).map(
      String.init)
    let client = try TestClient.start(options: options(limit: 9))
    client.open("untitled:1", lines.joined(separator: "\n"))
    for version in 2..<60 {
      let line = Int.random(in: 0..<lines.count, using: &random)
      let text = ["x", "# ", "new_\(version).links()\n", "\n"].randomElement(using: &random) ?? ""
      lines.replaceSubrange(
        line...line,
        with: (text + lines[line]).split(separator: "\n", omittingEmptySubsequences: false).map(String.init))
      client.change("untitled:1", version: version, .range(line, 0, line, 0, text))
      let fresh = try TestClient.start(options: options(limit: 0))
      fresh.open("untitled:1", lines.joined(separator: "\n"))
      let all = try fresh.diagnostics("untitled:1", version: 1)
      let before = all.count { ($0["range"]?.start?.line ?? 0) < line }
      let start = min(max(before - 4, 0), max(all.count - 9, 0))
      let report = try client.diagnostics("untitled:1", version: version)
      try #require(all.count > 9)
      #expect(Array(report.dropFirst()) == Array(all[start..<start + 9]), "version \(version)")
      #expect(notice(report)?.hasPrefix("This note has \(all.count) findings.") == true)
    }
  }

  @Test func aNoteThatIsNotOpenIsCutToo() throws {
    let folder = try NotesFolder(["s_1.md": brokenNote(300)])
    let client = try TestClient.start(folders: [folder.uri])
    let report = try client.diagnostics(folder.uri("s_1.md"), version: nil)
    #expect(lines(report) == Array(0..<100))
    #expect(notice(report) != nil)
  }

  @Test func theLimitFollowsTheSettings() throws {
    let client = try TestClient.start(options: options(limit: 2))
    client.open("untitled:1", brokenNote(300))
    #expect(lines(try client.diagnostics("untitled:1", version: 1)) == [0, 1])
    func set(_ limit: JSONValue) throws -> [Int] {
      let start = client.messages.count
      client.notify("workspace/didChangeConfiguration", ["settings": options(limit: limit)])
      return lines(try client.diagnostics("untitled:1", version: 1, from: start))
    }
    #expect(try set(0) == Array(0..<300))
    #expect(try set(7) == Array(0..<7))
    // What is no number of findings leaves the setting as it is.
    client.notify("workspace/didChangeConfiguration", ["settings": options(limit: -1)])
    client.notify("workspace/didChangeConfiguration", ["settings": options(limit: "3")])
    client.change("untitled:1", version: 2, .range(0, 0, 0, 0, ""))
    #expect(lines(try client.diagnostics("untitled:1", version: 2)) == Array(0..<7))
  }
}
