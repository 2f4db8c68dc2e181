// Which reports there are for `seed-lsp report`.

/// What a report is about.
package enum ReportKind: String, CaseIterable, Sendable {
  case codes
  case codebook
  case diagram

  /// The names of the formats that it is printed in, the standard one first.
  package var formats: [String] {
    switch self {
    case .codes: CodeReport.Format.names
    case .codebook: Codebook.Format.names
    case .diagram: DiagramReport.Format.names
    }
  }

  /// What it holds, in a few words.
  package var summary: String {
    switch self {
    case .codes: "every code that the study defines"
    case .codebook: "the codes by kind with all that is said of them, for people"
    case .diagram: "decisions with their options, the forces on which these act, and links"
    }
  }

  /// The formats of all kinds, each once.
  package static var allFormats: [String] {
    allCases.flatMap(\.formats).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
