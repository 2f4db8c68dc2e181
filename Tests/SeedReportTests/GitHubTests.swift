// Workflow commands as GitHub documents them, and the problem matcher for the concise format.

import Foundation
import SeedModel
import SeedReport
import SeedTestSupport
import Testing

@Suite struct GitHubTests {
  /// Reads a command as the runner does: properties without `,` and `:`, then the data.
  private func parse(_ line: Substring) throws -> (command: String, properties: [String: String], data: String) {
    let match = try #require(line.wholeMatch(of: /::(error|warning|notice) ([^:]*)::(.*)/), "\(line)")
    var properties: [String: String] = [:]
    for property in match.2.split(separator: ",") {
      let parts = property.split(separator: "=", maxSplits: 1)
      try #require(parts.count == 2)
      properties[String(parts[0])] = unescaped(parts[1], ["%3A": ":", "%2C": ","])
    }
    return (String(match.1), properties, unescaped(match.3, [:]))
  }

  private func unescaped(_ text: Substring, _ more: [String: String]) -> String {
    var text = String(text)
    for (escape, character) in more.merging(["%0D": "\r", "%0A": "\n"], uniquingKeysWith: { first, _ in first }) {
      text = text.replacing(escape, with: character)
    }
    return text.replacing("%25", with: "%")
  }

  @Test func everyFindingIsACommandOnOneLine() throws {
    let text = SampleFindings.result().text(in: .github)
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }.map { Substring($0) }
    #expect(lines.count == 5)
    #expect(try lines.map { try parse($0).command } == ["error", "warning", "notice", "notice", "warning"])
    #expect(SampleFindings.empty.text(in: .github) == "")
  }

  @Test func theCommandIsWrittenAsDocumented() {
    #expect(
      SampleFindings.result().text(in: .github).hasPrefix(
        """
        ::error file=s_1.md,line=1,endLine=1,col=2,endColumn=4,title=seed-lsp%3A other-rule::\
        s_1.md:1:2: Plain error. [other-rule]

        """))
  }

  @Test func awkwardNamesAndMessagesAreEscaped() throws {
    let text = SampleFindings.result().text(in: .github)
    let last = try #require(text.unicodeScalars.split(separator: "\n").last.map { Substring($0) })
    let command = try parse(last)
    #expect(
      command.properties == [
        "file": SampleFindings.awkwardPath, "line": "3", "endLine": "3", "col": "4", "endColumn": "8",
        "title": "seed-lsp: some-rule",
      ])
    let message = SampleFindings.awkwardMessage.replacing("\u{1B}", with: "␛").replacing("\t", with: "␉")
      .replacing("\0", with: "␀")
    #expect(command.data == "\(SampleFindings.awkwardPath):3:4: \(message) [some-rule]")
  }

  @Test func aFindingOverSeveralLinesHasNoColumns() throws {
    let lines = SampleFindings.result().text(in: .github).split(separator: "\n")
    let command = try parse(lines[1])
    #expect(command.properties["line"] == "2")
    #expect(command.properties["endLine"] == "3")
    #expect(command.properties["col"] == nil)
    #expect(command.properties["endColumn"] == nil)
  }
}
