// Findings as text for people: in full with the line that they are about, or on one line each.

internal import SeedModel
package import SeedRules
package import SeedStudy
internal import SeedSyntax

/// Writes findings as compilers do.
package struct FindingText {
  private let path: (DocumentID) -> String
  private let isFull: Bool
  private let style: TextStyle
  private let lines: (DocumentID) -> SourceLines?

  /// - Parameters:
  ///   - isFull: whether to write message, place and excerpt, or `path:line:column: severity: message [rule]`.
  ///   - path: what to call a note.
  ///   - lines: gives a note's text for the excerpts; nil if it can't be read any more.
  package init(
    isFull: Bool, style: TextStyle, path: @escaping (DocumentID) -> String,
    lines: @escaping (DocumentID) -> SourceLines?
  ) {
    self.path = path
    self.isFull = isFull
    self.style = style
    self.lines = lines
  }

  /// A finding, ended by a line break; in full, by an empty line too.
  ///
  /// Lines and columns count from 1, columns in UTF-16 units, as most editors count them.
  package func text(of finding: Finding, in document: DocumentID) -> String {
    let severity = style.colour(finding.severity.name, as: TextStyle.Role(finding.severity))
    let message = finding.message.printable
    guard isFull else {
      return "\(place(finding.range, document)): \(severity): \(message) [\(finding.rule)]\n"
    }
    let heading = "\(severity): \(style.colour(message, as: .message)) [\(finding.rule)]\n"
    let related = finding.related.map { related in
      "note: \(related.message.printable)\n" + excerpt(related.range, related.document, .hint)
    }
    return heading + excerpt(finding.range, document, TextStyle.Role(finding.severity)) + related.joined() + "\n"
  }

  private func place(_ range: LineRange, _ document: DocumentID) -> String {
    "\(path(document).printable):\(range.start.line + 1):\(range.start.utf16 + 1)"
  }

  private func excerpt(_ range: LineRange, _ document: DocumentID, _ role: TextStyle.Role) -> String {
    let number = String(range.start.line + 1)
    let margin = String(repeating: " ", count: number.utf8.count)
    let arrow = "\(margin)\(style.colour("-->", as: .margin)) \(place(range, document))\n"
    guard let line = lines(document)?[Int(range.start.line)] else { return arrow }
    let excerpt = Excerpt(range, of: line, columns: style.columns - number.utf8.count - 3)
    let bar = style.colour("|", as: .margin)
    let text = excerpt.line.isEmpty ? "" : " " + excerpt.line
    return arrow + "\(margin) \(bar)\n" + "\(style.colour(number, as: .margin)) \(bar)\(text)\n"
      + "\(margin) \(bar) \(marks(excerpt.marks, role))\n"
  }

  private func marks(_ marks: String, _ role: TextStyle.Role) -> String {
    let carets = marks.utf8.firstIndex(of: UInt8(ascii: "^")) ?? marks.endIndex
    return marks[..<carets] + style.colour(String(marks[carets...]), as: role)
  }
}
