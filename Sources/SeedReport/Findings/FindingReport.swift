// The findings of a check in the formats in which they are printed.

package import SeedStudy

/// The findings of a check, and nothing else: neither statistics nor a summary.
package struct FindingReport: FormattedReport {
  package enum Format: String, ReportFormat {
    case full
    case concise
    case json
    case jsonLines = "json-lines"
    case sarif
    case github
    case junit

    /// Whether the format is for people. Next to a format for programs, nothing else is printed to the output.
    package var isForPeople: Bool { self == .full || self == .concise }

    /// What it holds and whom it is for, in a few words.
    package var summary: String {
      switch self {
      case .full: "message, place and line, for people (the default)"
      case .concise: "`path:line:column: severity: message [rule]`, a finding on each line"
      case .json: "an array of findings, described below; `[]` if there are none"
      case .jsonLines: "a finding as JSON on each line"
      case .sarif: "SARIF 2.1.0, for code scanning"
      case .github: "workflow commands, which GitHub Actions shows beside the changed lines"
      case .junit: "JUnit XML, for build servers; what is less severe than --error-on says is no failure there"
      }
    }
  }

  private let result: CheckResult
  private let style: TextStyle
  private let lines: (DocumentID) -> SourceLines?

  /// - Parameters:
  ///   - style: how text for people is set.
  ///   - lines: gives a note's text for the excerpts; nil if it can't be read any more.
  package init(
    _ result: CheckResult, style: TextStyle = TextStyle(),
    lines: @escaping (DocumentID) -> SourceLines? = { _ in nil }
  ) {
    self.result = result
    self.style = style
    self.lines = lines
  }

  package func bytes(in format: Format) -> [UInt8] {
    switch format {
    case .full: text(isFull: true)
    case .concise: text(isFull: false)
    case .json: result.json
    case .jsonLines: result.jsonLines
    case .sarif: result.sarif
    case .github: Array(result.gitHubCommands.utf8)
    case .junit: Array(result.junit.utf8)
    }
  }

  private func text(isFull: Bool) -> [UInt8] {
    let writer = FindingText(isFull: isFull, style: style, path: result.path, lines: lines)
    var text: [UInt8] = []
    result.forEachFinding { finding, note in
      text.append(contentsOf: writer.text(of: finding, in: note.document).utf8)
    }
    return text
  }
}
