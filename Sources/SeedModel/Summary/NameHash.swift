// Hashes of names, and whether two are the same.

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

public enum NameHash {
  /// Eight bytes at a time, each mixed in by a multiplication. Not proof against chosen collisions, which could only slow
  /// down who wrote them.
  public static func of(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let bytes = UnsafeRawBufferPointer(name)
    var hash = UInt64(truncatingIfNeeded: bytes.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= bytes.count {
      hash = (hash ^ bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    if bytes.count >= 8 {
      // The last eight, some of which were mixed in already.
      rest = bytes.loadUnaligned(fromByteOffset: bytes.count - 8, as: UInt64.self)
    } else {
      for byte in name { rest = rest << 8 | UInt64(byte) }
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  public static func of(_ name: String) -> UInt32 {
    var name = name
    return name.withUTF8 { of($0) }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether the bytes are those of another name.
  @inline(__always)
  public func isSame(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    guard let left = baseAddress, let right = other.baseAddress else { return true }
    return memcmp(left, right, count) == 0
  }

  /// Whether the bytes are those of a text.
  public func isSame(as text: String) -> Bool {
    var text = text
    return text.withUTF8 { isSame(as: $0) }
  }
}
