// Hashes of names.

internal import SeedSyntax

public enum NameHash {
  /// Mixes in eight bytes at a time by a multiplication. Collisions can be chosen: they would only slow down who chose them.
  public static func of(_ name: Span<UInt8>) -> UInt32 {
    var hash = UInt64(truncatingIfNeeded: name.count) &* 0x9E37_79B9_7F4A_7C15
    var offset = 0
    while offset + 8 <= name.count {
      hash = (hash ^ name.eightBytes(at: offset)) &* 0xFF51_AFD7_ED55_8CCD
      hash ^= hash >> 32
      offset += 8
    }
    var rest: UInt64 = 0
    if name.count >= 8 {
      // The last eight, some of which were mixed in already.
      rest = name.eightBytes(at: name.count - 8)
    } else {
      for index in 0..<name.count { rest = rest << 8 | UInt64(name[index]) }
    }
    hash = (hash ^ rest) &* 0xC4CE_B9FE_1A85_EC53
    return UInt32(truncatingIfNeeded: hash ^ hash >> 32)
  }

  public static func of(_ name: String) -> UInt32 {
    of(name.utf8.span)
  }
}
