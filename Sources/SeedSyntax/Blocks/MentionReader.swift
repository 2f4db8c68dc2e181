// Finds the names that prose mentions: `Familiar options: rest_apis, triggering`.

/// Reads the mentions of one paragraph.
///
/// Quotation marks and dashes outside ASCII part words as those of ASCII do.
///
/// A mention is an identifier with an underscore in it anywhere in the text, or any identifier that is a whole item of a
/// list: after a lead that ends in `:` or `->`, separated by commas or "and", or alone on its line. Whether a mention means a
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
    let item = bytes.trimmed(ByteRange(start, end))
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
    var words: [ByteRange] = []
    forEachWord(range.start, range.end) { words.append($0) }
    var item = bytes.trimmed(range)
    let stops: [UInt8] = [UInt8(ascii: "."), UInt8(ascii: ";"), UInt8(ascii: "`")]
    while !item.isEmpty, stops.contains(bytes[item.end - 1]) { item = ByteRange(item.start, item.end - 1) }
    let names = words.filter { !isWord($0, "and") && !isWord($0, "or") }
    if names.count == 1, let name = names.first, name.end == item.end, name.start == item.start || words.count == 2 {
      mentions.append(Mention(range: name, isListed: true))
      return
    }
    if words.count == 3, names.count == 2, words[0] == names[0], words[2] == names[1] {
      mentions.append(contentsOf: names.map { Mention(range: $0, isListed: true) })
      return
    }
    for word in words where isSnakeCase(word) { mentions.append(Mention(range: word, isListed: false)) }
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
      guard bytes[offset].isIdentifierByte else {
        offset += 1
        continue
      }
      let wordStart = offset
      while offset < end, bytes[offset].isIdentifierByte { offset += 1 }
      let before = wordStart > start ? bytes[wordStart - 1] : ASCII.space
      let after = offset < end ? bytes[offset] : ASCII.space
      let isPath = before == UInt8(ascii: "/") || after == UInt8(ascii: "/") || before == UInt8(ascii: "@")
      let isCall = after == UInt8(ascii: "(")
      if bytes[wordStart].isIdentifierStart, !isPath, !isCall { body(ByteRange(wordStart, offset)) }
    }
  }

  private func isIdentifier(_ range: ByteRange) -> Bool {
    guard bytes.byte(at: range.start).isIdentifierStart else { return false }
    return bytes.clamped(to: range).allSatisfy { $0.isIdentifierByte }
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
