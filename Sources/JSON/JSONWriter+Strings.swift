// Writing strings: quotes, escapes and what to do with bytes that are not UTF-8.

extension JSONWriter {
  /// - Parameter isValid: whether the text is known to be UTF-8, so that only quotes, backslashes and control characters
  ///   need a look.
  mutating func append(quoting text: UnsafeBufferPointer<UInt8>, isValid: Bool) {
    buffer.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let stop = ByteScan.firstToEscape(in: text, from: index, stoppingAtNonASCII: !isValid)
      if stop > index { buffer.append(UnsafeBufferPointer(rebasing: text[index..<stop])) }
      index = stop
      guard index < text.count else { break }
      if text[index] < 0x80 {
        append(escaping: text[index])
        index += 1
      } else {
        let length = Self.lengthOfScalar(at: index, in: text)
        if length > 0 {
          buffer.append(UnsafeBufferPointer(rebasing: text[index..<(index + length)]))
        } else {
          buffer.append("\u{FFFD}")
        }
        index += max(length, 1)
      }
    }
    buffer.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping byte: UInt8) {
    buffer.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: buffer.append(UInt8(ascii: "n"))
    case 0x0D: buffer.append(UInt8(ascii: "r"))
    case 0x09: buffer.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): buffer.append(byte)
    default:
      buffer.append("u00")
      buffer.append(Self.hexadecimalDigit(byte >> 4))
      buffer.append(Self.hexadecimalDigit(byte & 0xF))
    }
  }

  private static func hexadecimalDigit(_ value: UInt8) -> UInt8 {
    value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "a") - 10 + value
  }

  /// How many bytes the character at an index has, which starts with a byte that is not ASCII.
  ///
  /// - Returns: 2, 3 or 4, or 0 if no well-formed sequence stands there (The Unicode Standard, table 3-7).
  private static func lengthOfScalar(at index: Int, in text: UnsafeBufferPointer<UInt8>) -> Int {
    let first = text[index]
    let length: Int
    var second: ClosedRange<UInt8> = 0x80...0xBF
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0...0xEF:
      length = 3
      // Overlong forms and surrogates are not characters.
      if first == 0xE0 { second = 0xA0...0xBF }
      if first == 0xED { second = 0x80...0x9F }
    case 0xF0...0xF4:
      length = 4
      if first == 0xF0 { second = 0x90...0xBF }
      if first == 0xF4 { second = 0x80...0x8F }
    default: return 0
    }
    guard index + length <= text.count, second.contains(text[index + 1]) else { return 0 }
    for position in (index + 2)..<(index + max(length, 2)) where text[position] & 0xC0 != 0x80 { return 0 }
    return length
  }
}
