// The bytes of a broken statement, with what a mend asks of them.

internal import SeedSyntax

/// The bytes of a statement.
struct StatementText {
  let bytes: [UInt8]

  func byte(at offset: Int) -> UInt8 {
    bytes.indices.contains(offset) ? bytes[offset] : 0
  }

  func bytes(in range: ByteRange) -> [UInt8] {
    Array(bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)])
  }

  func contains(_ part: StaticString, in range: ByteRange) -> Bool {
    bytes(in: range).span.contains(part)
  }

  /// Whether the same character stands before a range, perhaps with blanks between.
  func isDoubled(_ range: ByteRange) -> Bool {
    var before = range.start - 1
    while byte(at: before).isBlankOrLineBreak { before -= 1 }
    return byte(at: before) == byte(at: range.start)
  }

  var trimmedEnd: Int {
    bytes.withUnsafeBufferPointer { $0.trimmed(ByteRange(0, bytes.count)).end }
  }

  /// The closing brackets that are missing at an offset, the innermost first.
  func missingClosers(upTo end: Int) -> [UInt8] {
    var closers: [UInt8] = []
    var quote: UInt8 = 0
    var offset = 0
    while offset < end {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == UInt8(ascii: "\\") { offset += 1 }
        if byte == quote || byte.isLineBreak { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "#"):
          while offset < end, !bytes[offset].isLineBreak { offset += 1 }
        case UInt8(ascii: "("): closers.append(UInt8(ascii: ")"))
        case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
        case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          if closers.last == byte { closers.removeLast() }
        default: break
        }
      }
      offset += 1
    }
    return closers.reversed()
  }

  // MARK: - Texts

  /// Where a text begins that has its closing quotation mark at an offset and no opening one: `pattern, Cache")`; nil for any
  /// other place.
  func startOfUnopenedText(endingAt end: Int) -> Int? {
    let quote = byte(at: end)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return nil }
    var offset = end + 1
    while offset < bytes.count, !bytes[offset].isLineBreak {
      if bytes[offset] == quote { return nil }
      offset += 1
    }
    var start = end
    while start > 0, byte(at: start - 1).isIdentifierByte || byte(at: start - 1).isBlank { start -= 1 }
    while byte(at: start).isBlank { start += 1 }
    return start < end ? start : nil
  }

  /// Whether one of ‘ ’ ‚ ‛ “ ” „ ‟ stands at an offset.
  func isTypographicQuote(at offset: Int) -> Bool {
    byte(at: offset) == 0xE2 && byte(at: offset + 1) == 0x80 && (0x98...0x9F).contains(byte(at: offset + 2))
  }

  /// What stands behind the text in plain quotes that begins at an offset, or behind the byte there.
  func afterLiteral(at start: Int) -> Int {
    let quote = byte(at: start)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return start + 1 }
    var offset = start + 1
    while offset < bytes.count, bytes[offset] != quote, !bytes[offset].isLineBreak {
      offset += bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    return offset + 1
  }

  /// Where the text ends that begins with a typographic quotation mark at an offset, and how it is written with plain ones; nil
  /// where it doesn't end on its line, or holds marks of both kinds.
  func typographicLiteral(at start: Int) -> (end: Int, plain: [UInt8]?)? {
    let parsed = bytes[start...].withUnsafeBufferPointer { text in NotationTree.firstLiteral(in: text) }
    guard let length = parsed else { return nil }
    let end = start + length
    let closing = isTypographicQuote(at: end - 3) ? 3 : 1
    let content = Array(bytes[start + 3..<max(end - closing, start + 3)])
    let (double, single) = (UInt8(ascii: "\""), UInt8(ascii: "'"))
    guard content.contains(double) else { return (end, [double] + content + [double]) }
    return (end, content.contains(single) ? nil : [single] + content + [single])
  }
}
