// Tells whether bytes are UTF-8, at the speed at which plain English can be passed over.

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte that belongs to no character (Unicode 16, table 3-7, "Well-Formed UTF-8 Byte
  /// Sequences"); nil if all bytes do.
  public var firstOffsetNotUTF8: Int? {
    var offset = 0
    while offset < count {
      if self[offset] < 0x80 {
        offset = endOfASCII(from: offset, to: count)
      } else {
        guard let length = sequenceLength(at: offset) else { return offset }
        offset += length
      }
    }
    return nil
  }

  /// The length of the character of several bytes that begins at an offset; nil if there is none.
  private func sequenceLength(at offset: Int) -> Int? {
    let first = self[offset]
    let second = byte(at: offset + 1)
    let length: Int
    switch (first, second) {
    case (0xC2...0xDF, 0x80...0xBF): return 2
    case (0xE0, 0xA0...0xBF), (0xE1...0xEC, 0x80...0xBF), (0xED, 0x80...0x9F), (0xEE...0xEF, 0x80...0xBF): length = 3
    case (0xF0, 0x90...0xBF), (0xF1...0xF3, 0x80...0xBF), (0xF4, 0x80...0x8F): length = 4
    default: return nil
    }
    for next in 2..<length where byte(at: offset + next) & 0xC0 != 0x80 { return nil }
    return length
  }
}
