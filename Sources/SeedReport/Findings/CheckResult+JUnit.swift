// Findings as the XML that JUnit writes: a suite for each note, a test case for each finding.

internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension CheckResult {
  /// A note without findings is a suite with one case that passed. Findings less severe than `errorOn` pass too and tell
  /// themselves in `system-out`, so that a build fails in the same cases as the command.
  var junit: String {
    let failures = notes.reduce(0) { $0 + failureCount($1) }
    let tests = notes.reduce(0) { $0 + max($1.findings.count, 1) }
    var xml = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
    xml += #"<testsuites name="seed-lsp" tests="\#(tests)" failures="\#(failures)" errors="0">"# + "\n"
    for note in notes { xml += suite(note) }
    return xml + "</testsuites>\n"
  }

  private func failureCount(_ note: Note) -> Int {
    note.findings.count { $0.severity >= errorOn }
  }

  private func suite(_ note: Note) -> String {
    let path = note.path.xmlEscaped
    let tests = max(note.findings.count, 1)
    var xml =
      #"  <testsuite name="\#(path)" tests="\#(tests)" failures="\#(failureCount(note))" errors="0" skipped="0">"#
    xml += "\n"
    if note.findings.isEmpty {
      xml += #"    <testcase name="no findings" classname="\#(path)" file="\#(path)"/>"# + "\n"
    }
    for finding in note.findings { xml += testCase(finding, path) }
    return xml + "  </testsuite>\n"
  }

  /// - Parameter path: escaped.
  private func testCase(_ finding: Finding, _ path: String) -> String {
    let start = ReportPosition(finding.range.start)
    let rule = finding.rule.xmlEscaped
    let message = finding.message.xmlEscaped
    let place = "\(path):\(start.line):\(start.column)"
    let text = "\(place): \(finding.severity.name): \(message) [\(rule)]"
    let content =
      finding.severity >= errorOn
      ? #"<failure type="\#(finding.severity.name)" message="\#(message)">\#(text)</failure>"#
      : "<system-out>\(text)</system-out>"
    // The place makes the name differ from that of the same rule's other findings.
    return #"    <testcase name="\#(rule) at \#(start.line):\#(start.column)" classname="\#(path)" file="\#(path)""#
      + #" line="\#(start.line)">\#(content)</testcase>"# + "\n"
  }
}

extension String {
  /// The text for the inside of an element or a quoted attribute of XML 1.0.
  ///
  /// Control characters and noncharacters, which no XML 1.0 document can contain in any form (section 2.2), are shown by
  /// their symbols.
  var xmlEscaped: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      switch scalar {
      case "&": escaped.append(contentsOf: "&amp;".unicodeScalars)
      case "<": escaped.append(contentsOf: "&lt;".unicodeScalars)
      case ">": escaped.append(contentsOf: "&gt;".unicodeScalars)
      case "\"": escaped.append(contentsOf: "&quot;".unicodeScalars)
      case "'": escaped.append(contentsOf: "&apos;".unicodeScalars)
      // As themselves they would become blanks in an attribute.
      case "\t": escaped.append(contentsOf: "&#9;".unicodeScalars)
      case "\n": escaped.append(contentsOf: "&#10;".unicodeScalars)
      case "\r": escaped.append(contentsOf: "&#13;".unicodeScalars)
      case "\u{FFFE}", "\u{FFFF}": escaped.append("\u{FFFD}")
      default: escaped.append(DisplayedCharacter.harmless(scalar))
      }
    }
    return String(escaped)
  }
}
