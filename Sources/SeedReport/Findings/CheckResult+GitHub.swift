// Findings as workflow commands of GitHub Actions, which shows them beside the lines of a change.
//
// https://docs.github.com/actions/reference/workflows-and-actions/workflow-commands, "Setting an error message".

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension CheckResult {
  /// `::error file=…,line=…,…,title=…::message`, a finding on each line.
  var gitHubCommands: String {
    var commands = ""
    forEachFinding { finding, note in commands += Self.command(finding, note.path) + "\n" }
    return commands
  }

  private static func command(_ finding: Finding, _ path: String) -> String {
    let start = ReportPosition(finding.range.start)
    let end = ReportPosition(finding.range.end)
    var properties = "file=\(escapedProperty(path)),line=\(start.line),endLine=\(end.line)"
    // Columns are understood within one line only.
    if start.line == end.line { properties += ",col=\(start.column),endColumn=\(end.column)" }
    properties += ",title=\(escapedProperty("seed-lsp: \(finding.rule)"))"
    // The log shows the message alone, so the place is said in it too.
    let message = "\(path):\(start.line):\(start.column): \(finding.message) [\(finding.rule)]"
    return "::\(finding.severity.gitHubCommand) \(properties)::\(escapedData(message))"
  }

  /// As `@actions/core` does it: a percent sign and line breaks would end or change the command.
  static func escapedData(_ text: String) -> String {
    escaped(text, alsoColonAndComma: false)
  }

  static func escapedProperty(_ text: String) -> String {
    escaped(text, alsoColonAndComma: true)
  }

  private static func escaped(_ text: String, alsoColonAndComma: Bool) -> String {
    var escaped = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      switch scalar {
      case "%": escaped.append(contentsOf: "%25".unicodeScalars)
      case "\r": escaped.append(contentsOf: "%0D".unicodeScalars)
      case "\n": escaped.append(contentsOf: "%0A".unicodeScalars)
      case ":" where alsoColonAndComma: escaped.append(contentsOf: "%3A".unicodeScalars)
      case "," where alsoColonAndComma: escaped.append(contentsOf: "%2C".unicodeScalars)
      // The log is a terminal to those who read it.
      default: escaped.append(DisplayedCharacter.harmless(scalar))
      }
    }
    return String(escaped)
  }
}

extension Severity {
  fileprivate var gitHubCommand: String {
    switch self {
    case .error: "error"
    case .warning: "warning"
    case .information, .hint: "notice"
    }
  }
}
