// Finds a short text among bytes.

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Where a text stands first, from `start` on; nil if it doesn't.
  package func offset(of text: StaticString, from start: Int = 0) -> Int? {
    offset(of: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount), from: start)
  }

  /// Where a text stands first, from `start` on; nil if it doesn't, or is empty.
  package func offset(of text: UnsafeBufferPointer<UInt8>, from start: Int = 0) -> Int? {
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
}
