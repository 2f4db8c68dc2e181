// The line breaks of a note: what is written into it ends its lines as those around it do.

extension Document {
  /// The line break at the end of the line that holds an offset; of the first line where that one has none, and `\n` in a text
  /// of one line.
  public func lineBreak(at offset: Int) -> String {
    lineBreak(afterContentEnd: line(at: offset).end) ?? lineBreak(afterContentEnd: line(at: 0).end) ?? "\n"
  }

  /// A text that is written with `\n`, with the line breaks of the line that holds an offset. A text with others stays.
  public func withLineBreaks(_ text: String, at offset: Int) -> String {
    guard text.utf8.contains(ASCII.newline), !text.utf8.contains(0x0D) else { return text }
    let lines = text.utf8.split(separator: ASCII.newline, omittingEmptySubsequences: false)
    return lines.map { String(decoding: $0, as: UTF8.self) }.joined(separator: lineBreak(at: offset))
  }

  private func lineBreak(afterContentEnd end: Int) -> String? {
    let next = bytes(in: ByteRange(end, end + 2))
    if next.starts(with: [0x0D, ASCII.newline]) { return "\r\n" }
    switch next.first {
    case 0x0D: return "\r"
    case ASCII.newline: return "\n"
    default: return nil
    }
  }
}
