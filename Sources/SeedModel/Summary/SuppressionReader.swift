// Finds the comments that silence findings, in coding blocks and in Markdown.

internal import SeedSyntax

/// Reads the comments for seed-lsp in one block.
struct SuppressionReader {
  private var lines: LineCursor
  /// The last run of blank lines and comments, and the line that these comments are about. The next comment may belong to it.
  private var passed: (lines: ByteRange, lineBelow: Int)?

  init(lines: LineCursor) {
    self.lines = lines
  }

  private var bytes: UnsafeBufferPointer<UInt8> { lines.bytes }

  // MARK: - Comments

  /// `# seed-lsp: …` in a coding block; `range` is the comment.
  mutating func read(comment range: ByteRange, into reader: inout SummaryReader) {
    var position = range.start
    while bytes.byte(at: position) == ASCII.hash || bytes.byte(at: position).isBlank { position += 1 }
    read(ByteRange(position, range.end), comment: range, &reader)
  }

  /// `<!-- seed-lsp: … -->` anywhere in a block of Markdown.
  mutating func readMarkdown(into reader: inout SummaryReader) {
    var offset = 0
    while let start = bytes.offset(of: "<!--", from: offset) {
      let end = bytes.offset(of: "-->", from: start + 4) ?? bytes.count
      let comment = ByteRange(start, min(end + 3, bytes.count))
      let content = bytes.trimmed(ByteRange(start + 4, end))
      read(content, comment: comment, &reader)
      offset = comment.end
    }
  }

  /// The words of a comment: `seed-lsp: ignore[rule, rule] why`.
  private mutating func read(_ content: ByteRange, comment: ByteRange, _ reader: inout SummaryReader) {
    var offset = content.start
    guard skip("seed-lsp", &offset, content.end) else { return }
    skipBlanks(&offset, content.end)
    guard skip(":", &offset, content.end) else { return }
    skipBlanks(&offset, content.end)
    let isFile = skip("ignore-file", &offset, content.end)
    let isIgnore = isFile || skip("ignore", &offset, content.end)
    skipBlanks(&offset, content.end)
    let removal = removal(of: comment)
    // In the order of their places, since each way back costs as much again.
    let removalStart = lines.position(removal.range.start)
    let commentStart = lines.position(comment.start)
    var rules: [PlacedText] = []
    if isIgnore, skip("[", &offset, content.end) { rules = readNames(offset, content.end, &reader) }
    let range = LineRange(commentStart, lines.position(comment.end))
    let scope: Suppression.Scope =
      if rules.isEmpty {
        .unclear
      } else if isFile {
        .file
      } else {
        .line(removal.isWholeLine ? lineBelow(removal.range.end) : Int(commentStart.line))
      }
    reader.summary.suppressions.append(
      Suppression(
        scope: scope, rules: rules, range: range,
        removal: LineRange(removalStart, lines.position(removal.range.end))))
  }

  private mutating func readNames(_ start: Int, _ end: Int, _ reader: inout SummaryReader) -> [PlacedText] {
    var names: [PlacedText] = []
    var offset = start
    while offset < end {
      let nameStart = offset
      while offset < end, bytes[offset] != ASCII.comma, bytes[offset] != UInt8(ascii: "]") { offset += 1 }
      let name = bytes.trimmed(ByteRange(nameStart, offset))
      if !name.isEmpty {
        names.append(PlacedText(text: reader.addText(bytes.clamped(to: name)), range: lines.range(name)))
      }
      guard offset < end, bytes[offset] == ASCII.comma else { break }
      offset += 1
    }
    return names
  }

  /// The line that a comment alone on its line is about: the next one that isn't blank, or the one below the block.
  ///
  /// - Parameter start: where the line below the comment's own starts.
  private mutating func lineBelow(_ start: Int) -> Int {
    if let passed, passed.lines.contains(start) { return passed.lineBelow }
    var next = start
    while next < bytes.count {
      let contentEnd = bytes.lineContentEnd(from: next)
      if !isBlank(next, contentEnd), !isComment(next) { break }
      next = bytes.lineEnd(afterContentEnd: contentEnd)
    }
    // The cursor goes back: the comments that were passed are still to be read.
    var ahead = lines
    let line = Int(ahead.position(next).line)
    passed = (ByteRange(start, next), line)
    return line
  }

  /// Whether a line is itself a comment for seed-lsp, so that several can stand above one line.
  private func isComment(_ start: Int) -> Bool {
    var offset = start
    while bytes.byte(at: offset).isBlank { offset += 1 }
    guard skip("#", &offset, bytes.count) || skip("<!--", &offset, bytes.count) else { return false }
    skipBlanks(&offset, bytes.count)
    return skip("seed-lsp", &offset, bytes.count)
  }

  /// What to delete so that nothing of a comment is left, and whether that is its whole line.
  private func removal(of comment: ByteRange) -> (range: ByteRange, isWholeLine: Bool) {
    var start = comment.start
    while bytes.byte(at: start - 1).isBlank { start -= 1 }
    var end = comment.end
    while bytes.byte(at: end).isBlank { end += 1 }
    let isAlone =
      (start == 0 || bytes.byte(at: start - 1).isLineBreak) && (end >= bytes.count || bytes.byte(at: end).isLineBreak)
    return isAlone
      ? (ByteRange(start, bytes.lineEnd(afterContentEnd: end)), true) : (ByteRange(start, comment.end), false)
  }

  // MARK: - Characters

  private func skip(_ text: StaticString, _ offset: inout Int, _ end: Int) -> Bool {
    guard end - offset >= text.utf8CodeUnitCount, bytes.hasText(text, at: offset) else { return false }
    offset += text.utf8CodeUnitCount
    return true
  }

  private func skipBlanks(_ offset: inout Int, _ end: Int) {
    while offset < end, bytes[offset].isBlank { offset += 1 }
  }

  private func isBlank(_ start: Int, _ end: Int) -> Bool {
    bytes.clamped(to: ByteRange(start, end)).allSatisfy { $0.isBlank }
  }
}
