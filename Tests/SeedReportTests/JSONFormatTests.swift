// Findings as JSON, read back by Foundation: the members that programs rely on, and no others.

import Foundation
import SeedReport
import Testing

@Suite struct JSONFormatTests {
  private let findings: [[String: Any]]

  init() throws {
    let parsed = try JSONSerialization.jsonObject(with: Data(SampleFindings.result().bytes(in: .json)))
    findings = try #require(parsed as? [[String: Any]])
  }

  /// Compares by value, whatever the order of the members.
  private func isEqual(_ value: Any?, _ json: String) throws -> Bool {
    let expected = try JSONSerialization.jsonObject(with: Data(json.utf8), options: .fragmentsAllowed)
    return (value as? NSObject) == (expected as? NSObject)
  }

  @Test func aPlainFindingIsExactlyThis() throws {
    #expect(
      try isEqual(
        findings.first,
        """
        {"rule": "other-rule", "severity": "error", "path": "s_1.md",
         "range": {"start": {"line": 1, "column": 2}, "end": {"line": 1, "column": 4}},
         "message": "Plain error.", "related": [], "fix": null}
        """))
  }

  @Test func relatedPlacesAndTheSafeFixAreGiven() throws {
    let finding = try #require(findings.last)
    #expect(
      Set(finding.keys) == ["rule", "severity", "path", "range", "message", "related", "fix"])
    #expect(finding["path"] as? String == SampleFindings.awkwardPath)
    #expect(finding["message"] as? String == SampleFindings.awkwardMessage)
    #expect(
      try isEqual(
        finding["range"], #"{"start": {"line": 3, "column": 4}, "end": {"line": 3, "column": 8}}"#))
    #expect(
      try isEqual(
        finding["related"],
        """
        [{"path": "s_1.md", "range": {"start": {"line": 1, "column": 1}, "end": {"line": 1, "column": 2}},
          "message": "First <here>, 50%."}]
        """))
    #expect(
      try isEqual(
        finding["fix"],
        #"""
        {"title": "Mend \"it\"", "safe": true, "edits": [
          {"range": {"start": {"line": 3, "column": 4}, "end": {"line": 3, "column": 5}}, "newText": "a\n\"b\""},
          {"range": {"start": {"line": 4, "column": 1}, "end": {"line": 4, "column": 1}}, "newText": ""}]}
        """#))
  }

  @Test func everySeverityHasItsName() {
    #expect(findings.map { $0["severity"] as? String } == ["error", "warning", "information", "hint", "warning"])
  }

  @Test func noFindingsAreAnEmptyArray() {
    #expect(SampleFindings.empty.text(in: .json) == "[]\n")
    #expect(SampleFindings.empty.text(in: .jsonLines) == "")
  }

  @Test func jsonLinesHoldTheSameFindings() throws {
    let lines = SampleFindings.result().text(in: .jsonLines)
    // By bytes: only these count as line ends.
    let objects = try lines.utf8.split(separator: 0x0A).map { line in
      try #require(try JSONSerialization.jsonObject(with: Data(line)) as? NSObject)
    }
    #expect(objects == findings.map { $0 as NSObject })
    #expect(lines.hasSuffix("\n"))
  }
}
