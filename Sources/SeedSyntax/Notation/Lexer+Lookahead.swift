// Looking at bytes ahead of the lexer without reading tokens.

extension Lexer {
  @inline(__always)
  func isLineBreak(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r")
  }

  /// The offset after the line break at `offset`: `\n`, `\r\n` or `\r`.
  @inline(__always)
  func afterLineBreak(_ offset: Int) -> Int {
    let isPair = text[offset] == UInt8(ascii: "\r") && offset + 1 < count && text[offset + 1] == UInt8(ascii: "\n")
    return offset + (isPair ? 2 : 1)
  }

  /// The offset of the line break that ends the line at `offset`, or the end of the text.
  func lineEnd(from offset: Int) -> Int {
    var offset = offset
    while offset < count, !isLineBreak(text[offset]) { offset &+= 1 }
    return offset
  }

  /// The first offset from `offset` on at which no blank stands.
  @inline(__always)
  func afterBlanks(_ offset: Int) -> Int {
    var offset = offset
    while offset < count, text[offset] == UInt8(ascii: " ") || text[offset] == UInt8(ascii: "\t") { offset &+= 1 }
    return offset
  }

  /// The first byte after blanks, on the same line; 0 at the end of the text.
  @inline(__always)
  func byteAfterBlanks(_ offset: Int) -> UInt8 {
    let offset = afterBlanks(offset)
    return offset < count ? text[offset] : 0
  }

  /// The offset after the ASCII word that begins at `offset`; `offset` itself if none does.
  @inline(__always)
  func afterWord(_ offset: Int) -> Int {
    EightBytes.endOfWord(in: text, offset, count)
  }

  /// Whether the ASCII text stands at an offset.
  func hasText(_ expected: StaticString, at offset: Int) -> Bool {
    UnsafeBufferPointer(start: text, count: count).hasText(expected, at: offset)
  }

  // MARK: - Statements

  /// Whether what follows a `=` is what statements assign: `CClass(…)`, `x.add_links(…)`, `\` and a line end.
  func isValueOfStatement(at offset: Int) -> Bool {
    let start = afterBlanks(offset)
    guard start < count else { return false }
    if text[start] == UInt8(ascii: "\\") { return true }
    let end = afterWord(start)
    guard end > start, end < count else { return false }
    if text[end] == UInt8(ascii: ".") { return hasText("add_", at: end + 1) }
    return byteAfterBlanks(end) == UInt8(ascii: "(") && isStatementCallee(start, end)
  }

  /// Whether a word is a function of the notation, in its right spelling or nearly: `CClass`, `CBundle`, `add_…`.
  func isStatementCallee(_ start: Int, _ end: Int) -> Bool {
    if hasText("add_", at: start) { return true }
    guard end - start >= 2, text[start] == UInt8(ascii: "C") else { return false }
    return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(text[start + 1])
  }
}
