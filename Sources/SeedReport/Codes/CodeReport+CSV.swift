// The codes of a study as comma-separated values (RFC 4180), for spreadsheets.

extension CodeReport {
  /// A header and a row for each code. Where a code has several of something, `; ` stands between them.
  var csv: String {
    let hasStudies = codes.contains { $0.study != nil }
    var header = ["name", "kind", "display name", "definitions", "uses", "decisions", "options", "forces", "sources"]
    if hasStudies { header.append("study") }
    let rows = codes.map { code in
      var cells = [
        code.name, code.kind ?? "", code.displayName ?? "",
        Self.list(code.definitions.map { "\($0.path):\($0.line)" }), String(code.uses.count),
        Self.list(code.decisions), Self.list(code.options.map(\.name)),
        Self.list(code.forces.map { [$0.name, $0.mark].filter { !$0.isEmpty }.joined(separator: " ") }),
        Self.list(code.sources),
      ]
      if hasStudies { cells.append(code.study ?? "") }
      return cells
    }
    return ([header] + rows).map { $0.map(Self.cell).joined(separator: ",") + "\r\n" }.joined()
  }

  private static func list(_ items: [String]) -> String {
    items.joined(separator: "; ")
  }

  /// A cell, in quotation marks where it needs them (RFC 4180, section 2).
  private static func cell(_ text: String) -> String {
    let needsQuotes = text.utf8.contains { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }
    guard needsQuotes else { return text }
    return "\"" + text.unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }.joined() + "\""
  }
}
