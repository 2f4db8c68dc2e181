// Finds a short text among bytes, and compares bytes with one.

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where a byte stands first between two offsets of these bytes; the second one if it doesn't, or if they are no offsets of
  /// these bytes in order.
  public func firstOffset(of byte: UInt8, _ start: Int, _ end: Int) -> Int {
    guard let base = baseAddress, start >= 0, start < end, end <= count else { return end }
    guard let found = memchr(base + start, Int32(byte), end - start) else { return end }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// Where a text stands first, from `start` on; nil if it doesn't.
  public func offset(of text: StaticString, from start: Int = 0) -> Int? {
    // Mostly not even its first byte is there.
    let first = firstOffset(of: text.utf8Start[0], start, count)
    guard first < count else { return nil }
    return offset(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), from: first)
  }

  /// Where a text stands first, from `start` on; nil if it doesn't, or is empty.
  public func offset(of text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
    guard let base = baseAddress, let wanted = text.baseAddress, let first = text.first, start >= 0 else { return nil }
    var offset = start
    while offset + text.count <= count {
      let end = count - text.count + 1
      guard let found = memchr(base + offset, Int32(first), end - offset) else { return nil }
      offset = UnsafeRawPointer(found) - UnsafeRawPointer(base)
      if memcmp(base + offset, wanted, text.count) == 0 { return offset }
      offset += 1
    }
    return nil
  }

  /// Where the first byte beyond ASCII stands between two offsets of these bytes; the second one if there is none.
  func endOfASCII(from start: Int, to end: Int) -> Int {
    let raw = UnsafeRawBufferPointer(self)
    let highestBits: UInt64 = 0x8080_8080_8080_8080
    let end = Swift.min(end, count)
    var offset = Swift.max(start, 0)
    while offset &+ 32 <= end {
      let first = raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
      let second = raw.loadUnaligned(fromByteOffset: offset &+ 8, as: UInt64.self)
      let third = raw.loadUnaligned(fromByteOffset: offset &+ 16, as: UInt64.self)
      let fourth = raw.loadUnaligned(fromByteOffset: offset &+ 24, as: UInt64.self)
      guard (first | second | third | fourth) & highestBits == 0 else { break }
      offset &+= 32
    }
    while offset &+ 8 <= end {
      let marks = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) & highestBits
      guard marks == 0 else { return offset &+ marks.trailingZeroBitCount >> 3 }
      offset &+= 8
    }
    while offset < end, self[offset] < 0x80 { offset &+= 1 }
    return offset
  }

  /// Whether eight spaces stand at an offset of these bytes.
  @inline(__always)
  func hasEightSpaces(at offset: Int) -> Bool {
    offset &+ 8 <= count
      && UnsafeRawBufferPointer(self).loadUnaligned(fromByteOffset: offset, as: UInt64.self) == 0x2020_2020_2020_2020
  }

  /// Whether a text stands at an offset.
  @inlinable
  @inline(__always)
  public func hasText(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count, count - offset >= length else { return false }
    for index in 0..<length where self[offset + index] != text.utf8Start[index] { return false }
    return true
  }

  /// Whether a text stands at an offset, in any case; the text itself has no capitals.
  public func hasTextInAnyCase(_ text: StaticString, at offset: Int) -> Bool {
    let length = text.utf8CodeUnitCount
    guard offset >= 0, offset <= count, count - offset >= length else { return false }
    for index in 0..<length where self[offset + index].lowercased != text.utf8Start[index] { return false }
    return true
  }

  /// Whether the bytes are a text and nothing else.
  @inlinable
  @inline(__always)
  public func equals(_ text: StaticString) -> Bool {
    count == text.utf8CodeUnitCount && isSame(as: text)
  }

  /// Whether the bytes are those of a text that is as long.
  @usableFromInline
  func isSame(as text: StaticString) -> Bool {
    guard let base = baseAddress else { return true }
    return memcmp(base, text.utf8Start, count) == 0
  }
}
