// Finds the names that prose mentions: `Familiar options: rest_apis, triggering`.

/// Reads the mentions of one paragraph.
///
/// A mention is an identifier with an underscore in it anywhere in the text, or any identifier that is a whole item of a
/// list: after a lead that ends in `:` or `->`, separated by commas or "and", or alone on its line, perhaps in quotation marks. Whether a mention means a
/// code is for whoever knows the codes.
struct MentionReader {
  let bytes: UnsafeBufferPointer<UInt8>

  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var isListing = false
    var lineStart = 0
    while lineStart < bytes.count {
      let contentEnd = bytes.lineContentEnd(from: lineStart)
      let lead = leadEnd(lineStart, contentEnd)
      if let lead {
        readWords(lineStart, lead, &mentions)
        isListing = true
        readItems(lead, contentEnd, &mentions)
      } else if isListing || isSingleWord(lineStart, contentEnd) {
        // A list may run over to the next line.
        readItems(lineStart, contentEnd, &mentions)
      } else {
        readWords(lineStart, contentEnd, &mentions)
      }
      lineStart = bytes.lineEnd(afterContentEnd: contentEnd)
    }
    return mentions
  }

  /// Where the items after a lead begin: behind the first `:` or `->` that is followed by a blank or nothing.
  private func leadEnd(_ start: Int, _ end: Int) -> Int? {
    for offset in start..<end {
      let next = bytes.byte(at: offset + 1)
      guard offset + 1 >= end || next.isBlank else { continue }
      if bytes[offset] == ASCII.colon { return offset + 1 }
      if bytes[offset] == ASCII.greater, offset > start, bytes[offset - 1] == ASCII.dash { return offset + 1 }
    }
    return nil
  }

  private func isSingleWord(_ start: Int, _ end: Int) -> Bool {
    let item = withoutQuotes(bytes.trimmed(ByteRange(start, end)))
    return !item.isEmpty && isIdentifier(item)
  }

  private func readItems(_ start: Int, _ end: Int, _ mentions: inout [Mention]) {
    var itemStart = start
    while itemStart < end {
      var itemEnd = itemStart
      while itemEnd < end, bytes[itemEnd] != ASCII.comma { itemEnd += 1 }
      readItem(ByteRange(itemStart, itemEnd), &mentions)
      itemStart = itemEnd + 1
    }
  }

  /// One item between commas; the last ones may be joined by "and".
  private func readItem(_ range: ByteRange, _ mentions: inout [Mention]) {
    var wordCount = 0
    var nameCount = 0
    // Of the names, as far as they can be all that the item has; and whether the second word is "and".
    var first = ByteRange(at: range.start)
    var last = first
    var isJoinedInTheMiddle = false
    forEachWord(range.start, range.end) { word in
      wordCount += 1
      if isWord(word, "and") || isWord(word, "or") {
        isJoinedInTheMiddle = isJoinedInTheMiddle || wordCount == 2
      } else {
        nameCount += 1
        if nameCount == 1 { first = word }
        last = word
      }
    }
    guard wordCount > 0 else { return }
    if nameCount == 1, wordCount <= 2 {
      let item = withoutQuotes(bytes.trimmed(range))
      if first.end == item.end, first.start == item.start || wordCount == 2 {
        mentions.append(Mention(range: first, isListed: true))
        return
      }
    }
    if wordCount == 3, nameCount == 2, isJoinedInTheMiddle {
      mentions.append(Mention(range: first, isListed: true))
      mentions.append(Mention(range: last, isListed: true))
      return
    }
    readWords(range.start, range.end, &mentions)
  }

  private func readWords(_ start: Int, _ end: Int, _ mentions: inout [Mention]) {
    forEachWord(start, end) { word in
      if isSnakeCase(word) { mentions.append(Mention(range: word, isListed: false)) }
    }
  }

  /// Calls `body` with every identifier that isn't part of an address, a path or a number.
  private func forEachWord(_ start: Int, _ end: Int, _ body: (ByteRange) -> Void) {
    var offset = start
    while offset < end {
      guard isWordByte(at: offset) else {
        offset += max(markWidth(at: offset), 1)
        continue
      }
      let wordStart = offset
      while offset < end, isWordByte(at: offset) { offset += 1 }
      let before = wordStart > start ? bytes[wordStart - 1] : ASCII.space
      let after = offset < end ? bytes[offset] : ASCII.space
      let isPath = before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || before == UInt8(ascii: "@")
      let isCall = after == UInt8(ascii: "(")
      if bytes[wordStart].isIdentifierStart, !isPath, !isCall { body(ByteRange(wordStart, offset)) }
    }
  }

  /// Whether a byte is one of a word; offsets must be asked for in ascending order, from the start of a character.
  private func isWordByte(at offset: Int) -> Bool {
    bytes[offset].isIdentifierByte && markWidth(at: offset) == 0
  }

  /// The number of bytes of a character outside ASCII that is no letter: a quotation mark, a dash, an arrow, a blank, an
  /// emoji; 0 for anything else.
  private func markWidth(at offset: Int) -> Int {
    switch (bytes[offset], bytes.byte(at: offset + 1)) {
    // U+0080 to U+00BF; U+2000 to U+2BFF and U+3000 to U+303F; U+1F000 to U+1FFFF.
    case (0xC2, 0x80...0xBF): 2
    case (0xE2, 0x80...0xAF), (0xE3, 0x80): 3
    case (0xF0, 0x9F): 4
    default: 0
    }
  }

  /// An item without the marks around it: quotes, and what ends a sentence.
  private func withoutQuotes(_ item: ByteRange) -> ByteRange {
    func isQuote(_ byte: UInt8) -> Bool {
      byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "`")
    }
    func isStop(_ byte: UInt8) -> Bool { isQuote(byte) || byte == UInt8(ascii: ".") || byte == UInt8(ascii: ";") }
    var (start, end) = (item.start, item.end)
    while start < end {
      let width = isQuote(bytes[start]) ? 1 : markWidth(at: start)
      guard width > 0 else { break }
      start = min(start + width, end)
    }
    while end > start {
      let width =
        isStop(bytes[end - 1]) ? 1 : (2...4).first { end - $0 >= start && markWidth(at: end - $0) == $0 } ?? 0
      guard width > 0 else { break }
      end -= width
    }
    return ByteRange(start, end)
  }

  private func isIdentifier(_ range: ByteRange) -> Bool {
    guard bytes.byte(at: range.start).isIdentifierStart else { return false }
    return (range.start..<range.end).allSatisfy { isWordByte(at: $0) }
  }

  /// Whether a word can only be meant as a name: ASCII, with an underscore between other characters.
  private func isSnakeCase(_ range: ByteRange) -> Bool {
    let word = bytes.clamped(to: range)
    guard let first = word.first, let last = word.last, first != ASCII.underscore, last != ASCII.underscore else {
      return false
    }
    return word.contains(ASCII.underscore) && word.allSatisfy { $0 < 0x80 }
  }

  private func isWord(_ range: ByteRange, _ word: StaticString) -> Bool {
    range.count == word.utf8CodeUnitCount && LineClassifier(bytes: bytes).isWord(word, range)
  }
}
