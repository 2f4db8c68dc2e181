// Texts of notes as they may stand in a line of Markdown or of a diagram.

extension String {
  /// The text on one line, blanks at its ends removed and runs of them made one, without control characters.
  var oneLine: String {
    let blanks = map { $0.isWhitespace ? " " : String($0) }.joined()
    return blanks.split(separator: " ").joined(separator: " ").printable
  }

  /// The text on one line in which Markdown (CommonMark 0.31 with GitHub's tables, strikethrough and mathematics) finds no
  /// mark. It may follow a mark, but doesn't start a line safely.
  var markdownText: String {
    oneLine.unicodeScalars.map { Self.markdownMarks.contains($0) ? "\\" + String($0) : String($0) }.joined()
  }

  private static let markdownMarks: Set<Unicode.Scalar> = [
    "\\", "`", "*", "_", "[", "]", "<", ">", "|", "#", "&", "~", "$", "!",
  ]
}
