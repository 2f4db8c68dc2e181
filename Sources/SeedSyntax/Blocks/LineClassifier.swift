// Tells from one line alone what it can be: heading, trace heading, label, fence, image, quotation or plain text.

/// What a line is by its form.
enum LineForm {
  case blank
  /// `#` to `######`, then a blank or nothing; the heading's text, trimmed.
  case heading(text: ByteRange)
  case trace(TraceHeading)
  /// Three or more backticks or tildes, the text after them trimmed.
  case fence(ticks: ByteRange, info: ByteRange)
  case quotation
  case image
  case plain
}

/// Reads lines of a piece of Markdown; offsets are into `bytes`.
struct LineClassifier {
  let bytes: UnsafeBufferPointer<UInt8>

  /// The form of the line from `start` to `contentEnd` (its line break excluded).
  @inline(__always)
  func form(of start: Int, _ contentEnd: Int) -> LineForm {
    // Most lines begin with a letter or `>`.
    guard start < contentEnd else { return .blank }
    if bytes[start].isLetter { return isFirstOfTrace(bytes[start]) ? formOfCapital(start, contentEnd) : .plain }
    return bytes[start] == ASCII.greater ? .quotation : rareForm(of: start, contentEnd)
  }

  /// Whether a capital begins the words of a trace.
  @inline(__always)
  private func isFirstOfTrace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "A") || byte == UInt8(ascii: "O") }

  private func formOfCapital(_ start: Int, _ contentEnd: Int) -> LineForm {
    traceWithoutMarks(start, contentEnd).map { .trace($0) } ?? .plain
  }

  private func rareForm(of start: Int, _ contentEnd: Int) -> LineForm {
    let first = firstNonBlank(from: start)
    guard first < contentEnd else { return .blank }
    let start = isByteOrderMark(at: start) ? start + 3 : start
    switch bytes[first] {
    case ASCII.greater:
      return .quotation
    case ASCII.hash:
      guard first == start else { return .plain }
      // Most headings are shorter than the words of a trace.
      guard contentEnd - first > 8 else { return heading(first, contentEnd) }
      return (trace(first, contentEnd) ?? misspeltTrace(first, contentEnd)).map { .trace($0) }
        ?? heading(first, contentEnd)
    case ASCII.star:
      return (trace(first, contentEnd) ?? misspeltTrace(first, contentEnd)).map { .trace($0) } ?? .plain
    case ASCII.underscore:
      return misspeltTrace(first, contentEnd).map { .trace($0) } ?? .plain
    case ASCII.backtick, ASCII.tilde:
      return fence(first, contentEnd)
    case ASCII.exclamation:
      return bytes.byte(at: first + 1) == ASCII.openBracket ? .image : .plain
    default:
      return .plain
    }
  }

  /// Where something other than blanks stands, from the start of a line on; a line break is something else.
  @inline(__always)
  func firstNonBlank(from start: Int) -> Int {
    var first = isByteOrderMark(at: start) ? start + 3 : start
    while first < bytes.count, bytes[first].isBlank {
      first += 1
      // Indentation comes in long runs: eight blanks at a time.
      while bytes.hasEightSpaces(at: first) { first += 8 }
    }
    return first
  }

  /// Whether U+FEFF stands at an offset: some editors put it before a text's first line, where it means nothing.
  @inline(__always)
  private func isByteOrderMark(at offset: Int) -> Bool {
    offset &+ 3 <= bytes.count && bytes[offset] == 0xEF && bytes[offset + 1] == 0xBB && bytes[offset + 2] == 0xBF
  }

  private func fence(_ start: Int, _ contentEnd: Int) -> LineForm {
    var end = start
    let mark = bytes[start]
    while end < contentEnd, bytes[end] == mark { end += 1 }
    guard end - start >= 3 else { return .plain }
    let info = bytes.trimmed(ByteRange(end, contentEnd))
    // The same mark after the info string makes it inline code, or words struck through (CommonMark 4.5).
    for offset in info.start..<info.end where bytes[offset] == mark { return .plain }
    return .fence(ticks: ByteRange(start, end), info: info)
  }

  /// Moves over blanks and then `word`, in any case, if it stands there as a whole word.
  ///
  /// - Parameter word: small ASCII letters only.
  @inline(__always)
  func skipWord(_ word: StaticString, _ offset: inout Int, _ end: Int) -> Bool {
    var position = offset
    while position < end, bytes[position].isBlank { position += 1 }
    // Mostly the first letter tells.
    guard position < end, bytes[position] | 0x20 == word.utf8Start[0] else { return false }
    guard let wordEnd = endOfWord(word, at: position, end) else { return false }
    offset = wordEnd
    return true
  }

  private func endOfWord(_ word: StaticString, at start: Int, _ end: Int) -> Int? {
    let count = word.utf8CodeUnitCount
    guard end - start >= count else { return nil }
    // The words have small letters only, and no other byte becomes one by this bit than its capital.
    for index in 0..<count where bytes[start + index] | 0x20 != word.utf8Start[index] { return nil }
    let wordEnd = start + count
    return wordEnd < end && bytes[wordEnd].isIdentifierByte ? nil : wordEnd
  }
}
