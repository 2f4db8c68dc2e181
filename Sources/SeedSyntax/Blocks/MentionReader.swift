// Finds the names that prose mentions: `Familiar options: rest_apis, triggering`.

/// Reads the mentions of one paragraph.
///
/// A mention is an identifier with an underscore in it anywhere in the text, or any identifier that is a whole item of a
/// list: after a lead that ends in `:` or `->`, separated by commas or "and", or alone on its line, perhaps in quotation marks
/// or behind the mark of a bullet.
/// Only a lead that speaks of codes (`New option:`, `Reoccurring codes ->`) makes its items listed ones: what follows `To be
/// precise:` may be plain English. Whether a mention means a code is decided where the codes are known.
struct MentionReader {
  let bytes: UnsafeBufferPointer<UInt8>

  func mentions() -> [Mention] {
    var mentions: [Mention] = []
    var isListing = false
    // The last lead, until an item behind it asks whether it speaks of codes.
    var unreadLead: ByteRange?
    var isOfCodes = true
    func readList(_ start: Int, _ end: Int) {
      let first = mentions.count
      readItems(start, end, &mentions)
      guard mentions.count > first else { return }
      if let lead = unreadLead { isOfCodes = speaksOfCodes(lead) }
      unreadLead = nil
      if !isOfCodes { for index in first..<mentions.count { mentions[index].isListed = false } }
    }
    var lineStart = 0
    while lineStart < bytes.count {
      let contentEnd = bytes.lineContentEnd(from: lineStart)
      let lead = leadEnd(lineStart, contentEnd)
      if let lead {
        // A list has several names.
        if mentions.isEmpty { mentions.reserveCapacity(4) }
        readWords(lineStart, lead, &mentions)
        isListing = true
        unreadLead = ByteRange(lineStart, lead)
        readList(lead, contentEnd)
      } else if isListing || isSingleWord(lineStart, contentEnd) {
        // A list may run over to the next line.
        readList(afterBullet(lineStart, contentEnd), contentEnd)
      } else {
        readWords(lineStart, contentEnd, &mentions)
      }
      lineStart = bytes.lineEnd(afterContentEnd: contentEnd)
    }
    return mentions
  }

  /// Where the items after a lead begin: behind the first `:` or `->` that is followed by a blank or nothing.
  private func leadEnd(_ start: Int, _ end: Int) -> Int? {
    let colonEnd = leadEnd(ASCII.colon, start, end)
    return leadEnd(ASCII.greater, start, colonEnd ?? end) { $0 > start && bytes[$0 - 1] == ASCII.dash } ?? colonEnd
  }

  /// The offset behind the first of a kind of mark that is followed by a blank or nothing.
  @inline(__always)
  private func leadEnd(_ mark: UInt8, _ start: Int, _ end: Int, where isLead: (Int) -> Bool = { _ in true }) -> Int? {
    var offset = bytes.firstOffset(of: mark, start, end)
    while offset < end {
      if offset + 1 >= end || bytes[offset + 1].isBlank, isLead(offset) { return offset + 1 }
      offset = bytes.firstOffset(of: mark, offset + 1, end)
    }
    return nil
  }

  /// Whether a lead has a word by which researchers introduce codes, or one that begins like it.
  private func speaksOfCodes(_ lead: ByteRange) -> Bool {
    var words = WordReader(bytes, lead)
    while let word = words.next() {
      let initial: UInt32 = 1 << UInt32(bytes[word.start] & 0x1F)
      guard Self.initialsOfCodes & initial != 0 else { continue }
      if Self.wordsOfCodes.contains(where: { begins(word, with: $0) }) { return true }
    }
    return false
  }

  private static let wordsOfCodes: [StaticString] = [
    "option", "force", "decision", "practice", "pattern", "code", "term", "solution", "driver", "categor", "link",
    "relation", "familiar", "recogni", "reoccur", "recur", "confirm", "new", "known", "exist", "add", "identif",
  ]

  /// One bit for each letter with which one of these begins, in any case.
  private static let initialsOfCodes: UInt32 = wordsOfCodes.reduce(0) { $0 | 1 << UInt32($1.utf8Start[0] & 0x1F) }

  private func begins(_ word: ByteRange, with beginning: StaticString) -> Bool {
    let count = beginning.utf8CodeUnitCount
    guard word.count >= count else { return false }
    return (0..<count).allSatisfy { bytes[word.start + $0].lowercased == beginning.utf8Start[$0] }
  }

  /// Where the text of a line starts behind the mark of a bullet, `-`, `*` or `+`, if it has one.
  private func afterBullet(_ start: Int, _ end: Int) -> Int {
    let mark = bytes.trimmed(ByteRange(start, end)).start
    guard mark + 1 < end, bytes[mark + 1].isBlank else { return start }
    switch bytes[mark] {
    case ASCII.dash, UInt8(ascii: "*"), UInt8(ascii: "+"): return mark + 1
    default: return start
    }
  }

  private func isSingleWord(_ start: Int, _ end: Int) -> Bool {
    let item = withoutQuotes(bytes.trimmed(ByteRange(afterBullet(start, end), end)))
    return !item.isEmpty && isIdentifier(item)
  }

  private func readItems(_ start: Int, _ end: Int, _ mentions: inout [Mention]) {
    var itemStart = start
    while itemStart < end {
      let itemEnd = bytes.firstOffset(of: ASCII.comma, itemStart, end)
      readItem(ByteRange(itemStart, itemEnd), &mentions)
      itemStart = itemEnd + 1
    }
  }

  /// One item between commas; the last ones may be joined by "and".
  private func readItem(_ range: ByteRange, _ mentions: inout [Mention]) {
    var wordCount = 0
    var nameCount = 0
    // The first and the last of the names, and whether the second word is "and".
    var first = ByteRange(at: range.start)
    var last = first
    var isJoinedInTheMiddle = false
    var words = WordReader(bytes, range)
    // An item has three words at most.
    while wordCount <= 3, let word = words.next() {
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
    // Most lines of prose have no name in them.
    guard bytes.firstOffset(of: ASCII.underscore, start, end) < end else { return }
    var words = WordReader(bytes, ByteRange(start, end))
    while let word = words.next() {
      if isSnakeCase(word) { mentions.append(Mention(range: word, isListed: false)) }
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
      let width = isQuote(bytes[start]) ? 1 : bytes.markWidth(at: start)
      guard width > 0 else { break }
      start = min(start + width, end)
    }
    while end > start {
      let width =
        isStop(bytes[end - 1]) ? 1 : (2...4).first { end - $0 >= start && bytes.markWidth(at: end - $0) == $0 } ?? 0
      guard width > 0 else { break }
      end -= width
    }
    return ByteRange(start, end)
  }

  private func isIdentifier(_ range: ByteRange) -> Bool {
    guard bytes.byte(at: range.start).isIdentifierStart else { return false }
    return WordReader(bytes, range).endOfWord(from: range.start) == range.end
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

/// Reads the identifiers of a range that aren't part of an address, a path or a number.
private struct WordReader {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let range: ByteRange
  private var offset: Int
  private let classes = LexerTables.classes

  init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: ByteRange) {
    self.bytes = bytes
    self.range = range
    offset = range.start
  }

  mutating func next() -> ByteRange? {
    while offset < range.end {
      let start = offset
      let end = endOfWord(from: start)
      guard end > start else {
        offset = start + max(bytes.markWidth(at: start), 1)
        continue
      }
      offset = end
      let before = start > range.start ? bytes[start - 1] : ASCII.space
      let after = end < range.end ? bytes[end] : ASCII.space
      let isPath = before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || before == UInt8(ascii: "@")
      let isCall = after == UInt8(ascii: "(")
      if bytes[start].isIdentifierStart, !isPath, !isCall { return ByteRange(start, end) }
    }
    return nil
  }

  /// Where the word ends that begins at an offset, which must be the start of a character; the offset if none does.
  func endOfWord(from start: Int) -> Int {
    var offset = start
    while offset < range.end {
      let byte = bytes[offset]
      guard classes[Int(byte)] & ByteClass.wordBit != 0 || (byte >= 0x80 && bytes.markWidth(at: offset) == 0) else {
        break
      }
      offset &+= 1
    }
    return offset
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The number of bytes of a character outside ASCII that is no letter: a quotation mark, a dash, an arrow, a blank, an
  /// emoji; 0 for anything else.
  @inline(__always)
  fileprivate func markWidth(at offset: Int) -> Int {
    self[offset] < 0x80 ? 0 : rareMarkWidth(at: offset)
  }

  private func rareMarkWidth(at offset: Int) -> Int {
    switch (self[offset], byte(at: offset + 1)) {
    // U+0080 to U+00BF; U+2000 to U+2BFF and U+3000 to U+303F; U+1F000 to U+1FFFF.
    case (0xC2, 0x80...0xBF): 2
    case (0xE2, 0x80...0xAF), (0xE3, 0x80): 3
    case (0xF0, 0x9F): 4
    default: 0
    }
  }
}
