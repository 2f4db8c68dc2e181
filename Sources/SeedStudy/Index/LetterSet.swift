// The letters of a name as bits.

/// The letters that a text has, in any case. They tell at a glance that a name can't match.
public struct LetterSet: Hashable, Sendable {
  /// One bit for each letter and digit, one for `_` and one for anything else.
  private(set) var bits: UInt64 = 0

  public init(_ text: some Sequence<UInt8>) {
    for byte in text { bits |= Self.bit(byte) }
  }

  public init(_ text: Span<UInt8>) {
    for index in 0..<text.count { bits |= Self.bit(text[index]) }
  }

  mutating func formUnion(_ other: LetterSet) { bits |= other.bits }

  @inline(__always)
  func isSuperset(of other: LetterSet) -> Bool { bits & other.bits == other.bits }

  @inline(__always)
  private static func bit(_ byte: UInt8) -> UInt64 {
    // Nearly every byte is a letter. The two cases of a letter differ in one bit, which is masked out.
    if (byte | 0x20) &- 0x61 < 26 { return 1 << UInt64(byte & 0x1F) }
    switch byte {
    case 0x30...0x39: return 1 << UInt64(byte & 0xF | 0x20)
    case 0x5F: return 1 << 62
    default: return 1 << 63
    }
  }
}
