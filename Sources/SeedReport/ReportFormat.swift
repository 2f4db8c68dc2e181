// What all reports have in common: each has formats of its own, and gives its bytes in each of them.

/// The formats of one report, the standard one first.
///
/// The raw value is the name that `--format` and the server's commands take.
package protocol ReportFormat: CaseIterable, RawRepresentable, Hashable, Sendable
where RawValue == String, AllCases == [Self] {}

extension ReportFormat {
  /// The names of all formats, the standard one first.
  package static var names: [String] { allCases.map(\.rawValue) }

  /// The names of all formats for a sentence: "`json`, `csv`, `markdown`".
  package static var list: String { names.map { "`\($0)`" }.joined(separator: ", ") }
}

/// A report that is ready to be printed or sent.
package protocol FormattedReport {
  associatedtype Format: ReportFormat

  /// The report as UTF-8.
  func bytes(in format: Format) -> [UInt8]
}

extension FormattedReport {
  package func text(in format: Format) -> String {
    String(decoding: bytes(in: format), as: UTF8.self)
  }

  /// The report in the format of a name; in the standard one for nil, and for a name that no format has.
  package func bytes(inFormat name: String?) -> [UInt8] {
    guard let format = name.flatMap({ Format(rawValue: $0) }) ?? Format.allCases.first else { return [] }
    return bytes(in: format)
  }
}
