// The encodings that a note may have on the disk: UTF-8, and UTF-16 as some Windows programs save it.

/// How a file's text is written as bytes. Inside, text is always UTF-8.
package enum TextEncoding: Hashable, Sendable {
  case utf8
  /// With the byte order mark `FF FE`.
  case utf16LittleEndian
  /// With the byte order mark `FE FF`.
  case utf16BigEndian

  /// By the byte order mark alone: UTF-16 without one can't be told from other bytes for certain.
  init(of bytes: [UInt8]) {
    self =
      if bytes.starts(with: [0xFF, 0xFE]) {
        .utf16LittleEndian
      } else if bytes.starts(with: [0xFE, 0xFF]) {
        .utf16BigEndian
      } else {
        .utf8
      }
  }

  /// Why bytes that don't say how they are encoded are no text; nil if they may be some. What begins like a text is one.
  static func problem(_ bytes: [UInt8]) -> FileError.Reason? {
    var zeros = (even: 0, odd: 0)
    let start = bytes.prefix(4096)
    for (index, byte) in start.enumerated() where byte == 0 {
      if index.isMultiple(of: 2) { zeros.even += 1 } else { zeros.odd += 1 }
    }
    guard zeros.even + zeros.odd > 0 else { return nil }
    // Of most letters one of the two bytes is zero, always the same one.
    let (more, fewer) = (max(zeros.even, zeros.odd), min(zeros.even, zeros.odd))
    return more * 4 >= start.count && fewer * 8 <= more ? .isUnmarkedUTF16 : .isBinary
  }

  /// The text in UTF-8. UTF-16 loses its byte order mark, which `encode` puts back.
  ///
  /// - Returns: nil for what is no UTF-16: half a unit at the end, or half of a pair of surrogates. UTF-8 is taken as it is.
  func decode(_ bytes: [UInt8]) -> [UInt8]? {
    guard self != .utf8 else { return bytes }
    guard bytes.count.isMultiple(of: 2) else { return nil }
    let units = stride(from: 2, to: bytes.count, by: 2).lazy.map { index in
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      return self == .utf16BigEndian ? first << 8 | second : second << 8 | first
    }
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    let hasError = transcode(units.makeIterator(), from: UTF16.self, to: UTF8.self, stoppingOnError: true) {
      text.append($0)
    }
    return hasError ? nil : text
  }

  /// The bytes of a file with a text in UTF-8, whose bytes that are none become U+FFFD.
  package func encode(_ text: [UInt8]) -> [UInt8] {
    guard self != .utf8 else { return text }
    var bytes: [UInt8] = self == .utf16BigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    bytes.reserveCapacity(2 * text.count + 2)
    for unit in String(decoding: text, as: UTF8.self).utf16 {
      let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
      bytes += self == .utf16BigEndian ? [high, low] : [low, high]
    }
    return bytes
  }
}
