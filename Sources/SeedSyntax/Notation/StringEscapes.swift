// The escapes of string literals (Python's language reference, section 2.4.1.1).

/// Reads the escapes in the text of a literal.
struct StringEscapes {
  let text: UnsafeBufferPointer<UInt8>
  /// Whether the literal is one of bytes, in which `\u` means nothing.
  let isOfBytes: Bool

  /// Adds the whole text.
  func appendAll(to bytes: inout [UInt8]) {
    var offset = 0
    while offset < text.count {
      let next = text.firstOffset(of: UInt8(ascii: "\\"), offset, text.count)
      bytes.append(contentsOf: text.clamped(to: ByteRange(offset, next)))
      guard next < text.count else { return }
      offset = append(at: next, to: &bytes)
    }
  }

  /// Adds what a backslash and what follows it stand for; returns the offset behind them. A backslash that begins no escape
  /// stands for itself.
  func append(at backslash: Int, to bytes: inout [UInt8]) -> Int {
    let next = backslash + 1
    switch text.byte(at: next) {
    case _ where next >= text.count: break
    case UInt8(ascii: "\n"): return next + 1
    case UInt8(ascii: "\r"): return next + (text.byte(at: next + 1) == UInt8(ascii: "\n") ? 2 : 1)
    case UInt8(ascii: "0")...UInt8(ascii: "7"): return appendOctal(at: next, to: &bytes)
    case UInt8(ascii: "x"):
      if let value = hexadecimal(next + 1, digits: 2) {
        if isOfBytes { bytes.append(UInt8(truncatingIfNeeded: value)) } else { _ = append(value, to: &bytes) }
        return next + 3
      }
    case UInt8(ascii: "u") where !isOfBytes:
      if let end = appendUnicode(at: next + 1, digits: 4, to: &bytes) { return end }
    case UInt8(ascii: "U") where !isOfBytes:
      if let end = appendUnicode(at: next + 1, digits: 8, to: &bytes) { return end }
    case let byte:
      if let meant = Self.simple(byte) {
        bytes.append(meant)
        return next + 1
      }
    }
    bytes.append(UInt8(ascii: "\\"))
    return next
  }

  private static func simple(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "\\"), UInt8(ascii: "'"), UInt8(ascii: "\""): byte
    case UInt8(ascii: "n"): 0x0A
    case UInt8(ascii: "t"): 0x09
    case UInt8(ascii: "r"): 0x0D
    case UInt8(ascii: "a"): 0x07
    case UInt8(ascii: "b"): 0x08
    case UInt8(ascii: "f"): 0x0C
    case UInt8(ascii: "v"): 0x0B
    default: nil
    }
  }

  private func appendOctal(at start: Int, to bytes: inout [UInt8]) -> Int {
    var value: UInt32 = 0
    var offset = start
    while offset < start + 3, (UInt8(ascii: "0")...UInt8(ascii: "7")).contains(text.byte(at: offset)) {
      value = value * 8 + UInt32(text[offset] - UInt8(ascii: "0"))
      offset += 1
    }
    if isOfBytes { bytes.append(UInt8(truncatingIfNeeded: value)) } else { _ = append(value, to: &bytes) }
    return offset
  }

  /// `\u00dc`, or the two halves of a character beyond the sixteen bits.
  private func appendUnicode(at start: Int, digits: Int, to bytes: inout [UInt8]) -> Int? {
    guard let value = hexadecimal(start, digits: digits) else { return nil }
    let end = start + digits
    if (0xD800..<0xDC00).contains(value), text.hasText("\\u", at: end), let low = hexadecimal(end + 2, digits: 4),
      (0xDC00..<0xE000).contains(low)
    {
      return append(0x10000 + (value - 0xD800) << 10 + (low - 0xDC00), to: &bytes) ? end + 6 : nil
    }
    return append(value, to: &bytes) ? end : nil
  }

  private func hexadecimal(_ start: Int, digits: Int) -> UInt32? {
    guard start + digits <= text.count else { return nil }
    var value: UInt32 = 0
    for offset in start..<start + digits {
      let digit: UInt8
      switch text[offset].lowercased {
      case let byte where byte.isDigit: digit = byte - UInt8(ascii: "0")
      case let byte where (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(byte): digit = byte - UInt8(ascii: "a") + 10
      default: return nil
      }
      // Eight digits fill the 32 bits.
      value = value << 4 | UInt32(digit)
    }
    return value
  }

  /// Adds a character; false if there is none of that number.
  private func append(_ value: UInt32, to bytes: inout [UInt8]) -> Bool {
    guard let scalar = Unicode.Scalar(value) else { return false }
    bytes.append(contentsOf: UTF8.encode(scalar).map { Array($0) } ?? [])
    return true
  }
}
