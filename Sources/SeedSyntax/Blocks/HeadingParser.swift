// Recognises headings: those of the header, `# coding`, and those of traces, also where they are misspelt.

extension LineClassifier {
  /// A heading of Markdown. Without the blank behind its `#`, only the headings of notes count: `#2 Explain …` is a title that
  /// happens to start with `#`.
  func heading(_ start: Int, _ contentEnd: Int) -> LineForm {
    var end = start
    while end < contentEnd, bytes[end] == ASCII.hash { end += 1 }
    let text = bytes.trimmed(ByteRange(end, contentEnd))
    guard end - start <= 6, text.start > end || text.isEmpty || isCodingHeading(text) || isFieldOfSource(text) else {
      return .plain
    }
    return .heading(text: text)
  }

  // MARK: - Traces

  /// `**OPEN CODING TRACE:**`, `**AXIAL CODING TRACE**: source and references`, `**AXIAL CODING:**`,
  /// `### AXIAL CODING TRACE:`; in any case, with any blanks between the words.
  func trace(_ start: Int, _ contentEnd: Int) -> TraceHeading? {
    var offset = start
    let mark = bytes[offset]
    while offset < contentEnd, bytes[offset] == mark { offset += 1 }
    guard mark == ASCII.hash || offset - start >= 2 else { return nil }
    let wordsStart = offset
    let kind: TraceHeading.Kind
    if skipWord("open", &offset, contentEnd) {
      kind = .open
    } else if skipWord("axial", &offset, contentEnd) {
      kind = .axial
    } else {
      return nil
    }
    guard skipWord("coding", &offset, contentEnd) else { return nil }
    let hasTrace = skipWord("trace", &offset, contentEnd)
    // What may follow: `:**`, `**:`, `**`, `:`, and text after that.
    let afterWords = offset
    while offset < contentEnd, bytes[offset].isBlank { offset += 1 }
    // `**Open coding traces**` has another word there.
    guard
      hasTrace || bytes.byte(at: offset) == ASCII.colon || bytes.byte(at: offset) == ASCII.star
        || offset == contentEnd
    else { return nil }
    while offset < contentEnd, bytes[offset] == ASCII.colon || bytes[offset] == ASCII.star || bytes[offset].isBlank {
      offset += 1
    }
    // `## Open coding` may head a chapter of any text.
    if mark == ASCII.hash, !hasTrace { return nil }
    if mark == ASCII.star, !hasStars(afterWords, contentEnd) { return nil }
    let isOfSource = kind == .axial && skipWord("source", &offset, contentEnd)
    return TraceHeading(
      kind: isOfSource ? .source : kind, range: bytes.trimmed(ByteRange(start, contentEnd)),
      words: bytes.trimmed(ByteRange(wordsStart, afterWords)))
  }

  private func hasStars(_ start: Int, _ end: Int) -> Bool {
    var offset = start
    while offset + 1 < end {
      if bytes[offset] == ASCII.star, bytes[offset + 1] == ASCII.star { return true }
      offset += 1
    }
    return false
  }

  /// A line in capitals that has the words of a trace and no marks around them.
  func traceWithoutMarks(_ start: Int, _ contentEnd: Int) -> TraceHeading? {
    guard bytes.hasText("AXIAL CODING TRACE", at: start) || bytes.hasText("OPEN CODING TRACE", at: start) else {
      return nil
    }
    return misspeltTrace(start, contentEnd)
  }

  /// A heading that is a slip of the pen away from that of a trace: letters that are wrong or swapped, marks that are missing.
  func misspeltTrace(_ start: Int, _ contentEnd: Int) -> TraceHeading? {
    let mark = bytes[start]
    var wordsStart = start
    while wordsStart < contentEnd, bytes[wordsStart] == mark, !mark.isLetter { wordsStart += 1 }
    let markCount = wordsStart - start
    var wordsEnd = wordsStart
    while wordsEnd < contentEnd, bytes[wordsEnd].isLetter || bytes[wordsEnd].isBlank { wordsEnd += 1 }
    let words = bytes.trimmed(ByteRange(wordsStart, wordsEnd))
    // A star before a blank is a bullet.
    guard words.count >= 8, words.count <= 32, mark == ASCII.hash || words.start == wordsStart else { return nil }
    var offset = wordsEnd
    var closingCount = 0
    while offset < contentEnd, bytes[offset] == ASCII.colon || bytes[offset] == mark || bytes[offset].isBlank {
      if bytes[offset] == mark { closingCount += 1 }
      offset += 1
    }
    guard mark == ASCII.hash || mark.isLetter || closingCount > 0 || markCount >= 2 else { return nil }
    let isOfSource = isSource(offset, contentEnd)
    guard isOfSource || offset == contentEnd,
      let kind = kindOfTrace(words, isTwoWords: mark == ASCII.star && markCount >= 2)
    else { return nil }
    guard kind == .axial || !isOfSource else { return nil }
    return TraceHeading(
      kind: isOfSource ? .source : kind, range: bytes.trimmed(ByteRange(start, contentEnd)), words: words,
      hasRightMarks: mark == ASCII.hash || (markCount == 2 && closingCount == 2 && mark == ASCII.star), isMisspelt: true
    )
  }

  /// Words that a trace can have.
  private struct TraceWords {
    let kind: TraceHeading.Kind
    let text: StaticString
    /// How many slips of the pen may be in them.
    let limit: Int
    let letters: UInt32

    init(_ kind: TraceHeading.Kind, _ text: StaticString, limit: Int) {
      self.kind = kind
      self.text = text
      self.limit = limit
      letters = text.withUTF8Buffer { Self.letters($0) }
    }

    /// One bit for each letter in any case, one for blanks.
    static func letters(_ text: some Sequence<UInt8>) -> UInt32 {
      text.reduce(0) { $0 | 1 << UInt32($1 & 0x1F) }
    }
  }

  private static let traces = [
    TraceWords(.open, "open coding trace", limit: 2), TraceWords(.axial, "axial coding trace", limit: 2),
    TraceWords(.open, "open coding", limit: 1), TraceWords(.axial, "axial coding", limit: 1),
  ]

  /// Which trace some words mean, letters and blanks; nil if they mean none.
  private func kindOfTrace(_ words: ByteRange, isTwoWords: Bool) -> TraceHeading.Kind? {
    // Each letter that is missing is a slip: nearly all headings are out of the question by that.
    let letters = TraceWords.letters(bytes.clamped(to: words))
    func mayBe(_ trace: TraceWords) -> Bool {
      (isTwoWords || trace.limit == 2) && (trace.letters & ~letters).nonzeroBitCount <= trace.limit
    }
    guard Self.traces.contains(where: mayBe) else { return nil }
    var text: [UInt8] = []
    for offset in words.start..<words.end where !(bytes[offset].isBlank && bytes[offset - 1].isBlank) {
      text.append(bytes[offset].isBlank ? ASCII.space : bytes[offset].lowercased)
    }
    return Self.traces.first { trace in
      mayBe(trace) && trace.text.withUTF8Buffer { editDistance(text.span, $0.span, limit: trace.limit) } != nil
    }?.kind
  }

  /// Whether `source and references` stands behind the words of a trace, perhaps misspelt.
  private func isSource(_ start: Int, _ end: Int) -> Bool {
    var wordEnd = start
    while wordEnd < end, bytes[wordEnd].isLetter { wordEnd += 1 }
    return isSlip(ByteRange(start, wordEnd), of: "source", limit: 1)
  }

  // MARK: - The header's end

  /// `# coding`, which ends the header; at any level, in any case, perhaps with a colon.
  func isCodingHeading(_ text: ByteRange) -> Bool {
    var offset = text.start
    guard skipWord("coding", &offset, text.end) else { return false }
    if offset < text.end, bytes[offset] == ASCII.colon { offset += 1 }
    return offset == text.end
  }

  /// Whether a heading behind the header's fields is a slip of the pen away from `# coding`.
  func isMisspeltCodingHeading(_ text: ByteRange) -> Bool {
    let colon = bytes.byte(at: text.end - 1) == ASCII.colon ? 1 : 0
    let word = ByteRange(text.start, text.end - colon)
    guard bytes.clamped(to: word).allSatisfy({ $0.isLetter }) else { return false }
    return isSlip(word, of: "coding", limit: 1)
  }

  /// Whether a word has at most so many letters wrong, in any case.
  private func isSlip(_ range: ByteRange, of word: StaticString, limit: Int) -> Bool {
    guard abs(range.count - word.utf8CodeUnitCount) <= limit else { return false }
    let text = bytes.clamped(to: range).map(\.lowercased)
    return word.withUTF8Buffer { editDistance(text.span, $0.span, limit: limit) } != nil
  }
}
