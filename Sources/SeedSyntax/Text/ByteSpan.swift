// Looks at bytes in place, with each access checked. Names are passed around as such spans.

extension Span<UInt8> {
  /// The byte at an offset; 0 outside.
  @inlinable
  @inline(__always)
  public func byte(at offset: Int) -> UInt8 {
    indices.contains(offset) ? self[offset] : 0
  }

  /// The eight bytes from an offset on, all of which must be there.
  @inlinable
  @inline(__always)
  public func eightBytes(at offset: Int) -> UInt64 {
    bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self)
  }

  /// Whether the bytes are the same as others.
  @inlinable
  @inline(__always)
  public func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard count >= 8 else {
      for offset in 0..<count where self[offset] != other[offset] { return false }
      return true
    }
    var offset = 0
    while offset + 8 <= count {
      guard eightBytes(at: offset) == other.eightBytes(at: offset) else { return false }
      offset += 8
    }
    // The last eight, some of which were compared already.
    return eightBytes(at: count - 8) == other.eightBytes(at: count - 8)
  }

  /// Whether the bytes are those of a text.
  @inlinable
  public func isSame(as text: String) -> Bool { isSame(as: text.utf8.span) }

  /// Whether the bytes are a text and nothing else.
  @inlinable
  @inline(__always)
  public func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && text.withUTF8Buffer { isSame(as: $0.span) }
  }

  /// Whether a text stands somewhere.
  public func contains(_ text: StaticString) -> Bool {
    withUnsafeBufferPointer { $0.offset(of: text) != nil }
  }

  /// Whether the bytes come before others, compared one by one.
  public func precedes(_ other: Span<UInt8>) -> Bool {
    let shared = lengthInCommon(with: other)
    return shared < Swift.min(count, other.count) ? self[shared] < other[shared] : count < other.count
  }

  /// How many bytes both begin with.
  public func lengthInCommon(with other: Span<UInt8>) -> Int {
    var length = 0
    while length < count, length < other.count, self[length] == other[length] { length += 1 }
    return length
  }

  /// The bytes as text; what is not UTF-8 shows as U+FFFD.
  public var text: String {
    withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }
}

extension [UInt8] {
  public mutating func append(copying bytes: Span<UInt8>) {
    bytes.withUnsafeBufferPointer { append(contentsOf: $0) }
  }
}

extension ByteRange {
  /// The part of the range that lies among so many bytes.
  public func clamped(to count: Int) -> Range<Int> {
    min(start, count)..<min(end, count)
  }
}
