// The forms in which findings are printed.

/// How to print findings.
package enum FindingFormat: String, CaseIterable, Sendable {
  /// Message, place and excerpt.
  case full
  /// `path:line:column: severity: message [rule]`
  case concise
  /// An array of findings.
  case json
  /// A finding on each line.
  case jsonLines = "json-lines"
  /// Static Analysis Results Interchange Format 2.1.0.
  case sarif
  /// Workflow commands of GitHub Actions.
  case github
  /// XML as JUnit writes it, for build servers.
  case junit

  /// The form of the text if the format is for people; nil for one that is for programs, which get nothing but the findings.
  package var text: FindingText.Format? {
    switch self {
    case .full: .full
    case .concise: .concise
    case .json, .jsonLines, .sarif, .github, .junit: nil
    }
  }
}

extension CheckResult {
  /// The findings in a format for programs, as UTF-8; nil for one that is for people, which `FindingText` writes.
  package func report(in format: FindingFormat) -> [UInt8]? {
    switch format {
    case .full, .concise: nil
    case .json: json
    case .jsonLines: jsonLines
    case .sarif: sarif
    case .github: Array(gitHubCommands.utf8)
    case .junit: Array(junit.utf8)
    }
  }
}
