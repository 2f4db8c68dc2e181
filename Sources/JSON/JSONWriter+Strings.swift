// Writing strings: quotes, escapes and what to do with bytes that are not UTF-8.

extension JSONWriter {
  /// - Parameter isValid: whether the text is known to be UTF-8, so that only quotes, backslashes and control characters
  ///   need a look.
  mutating func append(quoting text: UnsafeBufferPointer<UInt8>, isValid: Bool) {
    bytes.append(UInt8(ascii: "\""))
    var index = 0
    while index < text.count {
      let stop = ByteScan.firstToEscape(in: text, from: index, stoppingAtNonASCII: !isValid)
      if stop > index { bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<stop])) }
      index = stop
      guard index < text.count else { break }
      if text[index] < 0x80 {
        append(escaping: text[index])
        index += 1
      } else {
        let length = Self.lengthOfScalar(at: index, in: text)
        if length > 0 {
          bytes.append(contentsOf: UnsafeBufferPointer(rebasing: text[index..<(index + length)]))
        } else {
          bytes.append(contentsOf: [0xEF, 0xBF, 0xBD])
        }
        index += max(length, 1)
      }
    }
    bytes.append(UInt8(ascii: "\""))
  }

  private mutating func append(escaping byte: UInt8) {
    bytes.append(UInt8(ascii: "\\"))
    switch byte {
    case 0x0A: bytes.append(UInt8(ascii: "n"))
    case 0x0D: bytes.append(UInt8(ascii: "r"))
    case 0x09: bytes.append(UInt8(ascii: "t"))
    case UInt8(ascii: "\""), UInt8(ascii: "\\"): bytes.append(byte)
    default:
      let digits = Array("0123456789abcdef".utf8)
      bytes.append(contentsOf: "u00".utf8)
      bytes.append(digits[Int(byte >> 4)])
      bytes.append(digits[Int(byte & 0xF)])
    }
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
