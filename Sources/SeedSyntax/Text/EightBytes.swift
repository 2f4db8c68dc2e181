// Eight bytes looked at together, for what is long in the notation: words and strings.

/// Eight neighbouring bytes of a text.
///
/// Each test sets the highest bit of the bytes that it finds, by arithmetic on all eight at once. What it says of the bytes
/// behind the first one found doesn't count, since a subtraction may borrow from there.
public struct EightBytes {
  private let bytes: UInt64

  /// The eight bytes from `start` on, all of which must belong to the text.
  @inline(__always)
  public init(at start: UnsafePointer<UInt8>) {
    bytes = UInt64(littleEndian: UnsafeRawPointer(start).loadUnaligned(as: UInt64.self))
  }

  /// The offset after the ASCII word that begins at `start`, before `end`; `start` if none does.
  @inline(__always)
  public static func endOfWord(in text: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
    var offset = start
    while offset &+ 8 <= end {
      let length = EightBytes(at: text + offset).wordLength
      offset &+= length
      if length < 8 { return offset }
    }
    while offset < end, text[offset] < 0x80, text[offset].isIdentifierByte { offset &+= 1 }
    return offset
  }

  /// How many bytes come before the first that is no ASCII letter, digit or underscore.
  @inline(__always)
  public var wordLength: Int {
    let low = bytes & ~Self.highBits
    let small = low | Self.repeated(0x20)
    let letters = (small &+ Self.repeated(0x80 - 0x61)) & ~(small &+ Self.repeated(0x7F - 0x7A))
    let digits = (low &+ Self.repeated(0x80 - 0x30)) & ~(low &+ Self.repeated(0x7F - 0x39))
    let underscores = ~((low ^ Self.repeated(0x5F)) &+ Self.repeated(0x7F))
    return Self.countBeforeFirst(~(letters | digits | underscores) | bytes)
  }

  /// How many bytes come before the first at which a string in these quotes may end: a quote, a backslash, a line break (or
  /// another control character).
  @inline(__always)
  public func lengthBeforeStop(quote: UInt8) -> Int {
    let quotes = Self.zeros(bytes ^ Self.repeated(UInt64(quote)))
    let backslashes = Self.zeros(bytes ^ Self.repeated(0x5C))
    let controls = (bytes &- Self.repeated(0x20)) & ~bytes
    return Self.countBeforeFirst(quotes | backslashes | controls)
  }

  private static let highBits: UInt64 = 0x8080_8080_8080_8080

  @inline(__always)
  private static func repeated(_ byte: UInt64) -> UInt64 { byte &* 0x0101_0101_0101_0101 }

  @inline(__always)
  private static func zeros(_ bytes: UInt64) -> UInt64 { (bytes &- repeated(1)) & ~bytes }

  @inline(__always)
  private static func countBeforeFirst(_ flags: UInt64) -> Int {
    (flags & highBits).trailingZeroBitCount >> 3
  }
}
