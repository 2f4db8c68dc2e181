// The inner loops over string bytes, eight at a time where that is safe.

enum ByteScan {
  /// The first `"` or `\` at or after an index, or the number of bytes if there is none.
  static func firstQuoteOrBackslash(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    while index + 8 <= bytes.count {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      let hits = zeroBytes(word ^ repeated(0x22)) | zeroBytes(word ^ repeated(0x5C))
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    while index < bytes.count, bytes[index] != 0x22, bytes[index] != 0x5C { index += 1 }
    return index
  }

  /// The first byte at or after an index that can't be copied into a JSON string as it is: `"`, `\`, a control
  /// character, or, if asked for, a byte that is not ASCII. The number of bytes if there is none.
  static func firstToEscape(
    in bytes: UnsafeBufferPointer<UInt8>, from start: Int, stoppingAtNonASCII: Bool
  ) -> Int {
    let high: UInt64 = stoppingAtNonASCII ? repeated(0x80) : 0
    var index = start
    let raw = UnsafeRawBufferPointer(bytes)
    func hits(at index: Int) -> UInt64 {
      let word = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
      // A byte below 0x20 borrows into its high bit; bytes that have that bit already are no control characters.
      let control = (word &- repeated(0x20)) & ~word & repeated(0x80)
      return zeroBytes(word ^ repeated(0x22)) | zeroBytes(word ^ repeated(0x5C)) | control | (word & high)
    }
    while index + 8 <= bytes.count {
      let hits = hits(at: index)
      if hits != 0 { return index + hits.trailingZeroBitCount / 8 }
      index += 8
    }
    if index < bytes.count, bytes.count - start >= 8 {
      // The last eight: those of them that have been looked at are none.
      let hits = hits(at: bytes.count - 8)
      return hits == 0 ? bytes.count : bytes.count - 8 + hits.trailingZeroBitCount / 8
    }
    while index < bytes.count {
      let byte = bytes[index]
      if byte == 0x22 || byte == 0x5C || byte < 0x20 || (stoppingAtNonASCII && byte >= 0x80) { break }
      index += 1
    }
    return index
  }

  /// The UTF-16 unit of a `\uXXXX` at an index, or nil if none stands there.
  static func unicodeEscape(at index: Int, in bytes: UnsafeBufferPointer<UInt8>) -> UInt16? {
    guard index + 6 <= bytes.count, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u") else {
      return nil
    }
    var unit: UInt16 = 0
    for position in (index + 2)..<(index + 6) {
      guard let digit = hexadecimalDigit(bytes[position]) else { return nil }
      unit = unit << 4 | UInt16(digit)
    }
    return unit
  }

  private static func hexadecimalDigit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }

  @inline(__always)
  private static func repeated(_ byte: UInt8) -> UInt64 {
    UInt64(byte) &* 0x0101_0101_0101_0101
  }

  /// Marks, by its high bit, the lowest byte that is zero. Bytes above it may be marked wrongly, by the borrow.
  @inline(__always)
  private static func zeroBytes(_ word: UInt64) -> UInt64 {
    (word &- repeated(0x01)) & ~word & repeated(0x80)
  }
}
