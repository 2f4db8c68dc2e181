// The codes of a study as a table in Markdown, for people.

extension CodeReport {
  /// A table with a row for each code; a sentence if there are none.
  var markdown: String {
    guard !codes.isEmpty else { return "No codes.\n" }
    var lines = [
      "| code | kind | display name | decisions | uses | sources |", "| --- | --- | --- | --- | ---: | --- |",
    ]
    for code in codes {
      let cells = [
        "`\(code.name)`", code.kind ?? "", code.displayName ?? "", code.decisions.joined(separator: ", "),
        String(code.uses.count), code.sources.joined(separator: ", "),
      ]
      lines.append("| \(cells.map(Self.cell).joined(separator: " | ")) |")
    }
    return lines.map { $0 + "\n" }.joined()
  }

  /// A text that stays inside its cell.
  private static func cell(_ text: String) -> String {
    text.map { $0.isNewline ? " " : $0 == "|" ? "\\|" : String($0) }.joined()
  }
}
