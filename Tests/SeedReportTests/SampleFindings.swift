// Findings that are hard to write down, for the tests of formats.

import SeedModel
import SeedReport
import SeedRules
import SeedStudy
import SeedSyntax

enum SampleFindings {
  static let awkwardPath = "field notes/a,b:c%d \"é\".md"
  static let awkwardMessage = "100% <wrong> & \"bad\": it's\r\n\tå 😀 \u{1B}[2J\u{0}\u{FFFE} ]]>"
  static let rules = [
    RuleDescription(name: "some-rule", severity: .warning, documentation: "It finds things. Often.\n\nMore *text*."),
    RuleDescription(name: "other-rule", severity: .hint),
  ]

  /// A note with a finding of each severity, one with awkward names, and one without findings.
  static func result(errorOn: Severity = .warning, isComplete: Bool = true) -> CheckResult {
    let first = DocumentID(rawValue: 0)
    let second = DocumentID(rawValue: 1)
    let awkward = Finding(
      rule: "some-rule", severity: .warning, range: range((2, 4, 3), (2, 10, 7)), message: awkwardMessage,
      related: [RelatedPlace(document: first, range: range((0, 0, 0), (0, 1, 1)), message: "First <here>, 50%.")],
      fixes: [
        Fix(title: "Guess", isSafe: false, edits: [LineEdit(range((2, 4, 3), (2, 10, 7)), "guess")]),
        Fix(
          title: "Mend \"it\"", isSafe: true,
          edits: [
            LineEdit(range((2, 4, 3), (2, 5, 4)), "a\n\"b\""),
            LineEdit(range((3, 0, 0), (3, 0, 0)), ""),
          ]),
      ])
    let severities = Severity.allCases.enumerated().map { index, severity in
      Finding(
        rule: "other-rule", severity: severity, range: range((index, 1, 1), (index + index % 2, 3, 3)),
        message: "Plain \(severity).")
    }
    return CheckResult(
      notes: [
        CheckResult.Note(document: first, path: "s_1.md", findings: severities),
        CheckResult.Note(document: second, path: awkwardPath, findings: [awkward]),
        CheckResult.Note(document: DocumentID(rawValue: 2), path: "s_3.md", findings: []),
      ], rules: rules, errorOn: errorOn, isComplete: isComplete)
  }

  static let empty = CheckResult(
    notes: [CheckResult.Note(document: DocumentID(rawValue: 0), path: "s_1.md", findings: [])], rules: rules)

  /// A range from places given as line, UTF-8 column and UTF-16 column, all from 0.
  private static func range(_ start: (Int, Int, Int), _ end: (Int, Int, Int)) -> LineRange {
    LineRange(
      LinePosition(line: start.0, utf8: start.1, utf16: start.2, utf32: start.2),
      LinePosition(line: end.0, utf8: end.1, utf16: end.2, utf32: end.2))
  }
}

extension CheckResult {
  func bytes(in format: FindingReport.Format) -> [UInt8] { FindingReport(self).bytes(in: format) }

  func text(in format: FindingReport.Format) -> String { FindingReport(self).text(in: format) }
}
