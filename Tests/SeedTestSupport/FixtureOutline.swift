// Shows answers about a whole note of a fixture as text that a test can compare.

internal import SeedIDE
internal import SeedSyntax

extension Fixture {
  /// The outline of the first file: an entry on each line, indented, as `kind name: detail [first line-last line]`, lines
  /// counted from 1; and what breaks the rules that clients rely on.
  package func outlineText() -> String {
    guard let file = files.first else { return "" }
    return text(snapshot(of: file).outline(), of: file, within: ByteRange(0, file.document.count), indentation: "")
  }

  private func text(_ items: [OutlineItem], of file: File, within outer: ByteRange, indentation: String) -> String {
    var lines: [String] = []
    for item in items {
      let kind =
        switch item.kind {
        case .source: "source"
        case .coding: "coding"
        case .code(let kind): "\(kind)"
        }
      let range = file.document.lineRange(of: item.range)
      lines.append(
        indentation + "\(kind) \(item.name)" + (item.detail.map { ": " + $0 } ?? "")
          + " [\(range.start.line + 1)-\(range.end.line + 1)]")
      if item.name.isEmpty { lines.append("  has no name") }
      if !item.range.contains(item.selectionRange) { lines.append("  selects \(item.selectionRange) outside") }
      if !outer.contains(item.range) { lines.append("  stands outside its container") }
      let children = text(item.children, of: file, within: item.range, indentation: indentation + "  ")
      if !children.isEmpty { lines.append(children) }
    }
    return lines.joined(separator: "\n")
  }
}
