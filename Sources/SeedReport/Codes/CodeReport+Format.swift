// The formats of the report of codes.

extension CodeReport: FormattedReport {
  package enum Format: String, ReportFormat {
    /// An array with an object for each code, for programs.
    case json
    /// A row for each code, for spreadsheets.
    case csv
    /// A table for people.
    case markdown
  }

  package func bytes(in format: Format) -> [UInt8] {
    switch format {
    case .json: json
    case .csv: Array(csv.utf8)
    case .markdown: Array(markdown.utf8)
    }
  }
}
