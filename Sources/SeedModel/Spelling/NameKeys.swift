// What names that are taken for one another have in common.

internal import SeedSyntax

/// Hashes of a name that its misspelt forms often share.
public struct NameKeys: Sendable {
  /// How many letters at a word's beginning have to be the same in names that are taken for one another.
  public static let beginning = 3

  /// The hash of the name without what people write differently: case, underscores, a plural's `s`, `ise` and `ize`.
  public let folded: UInt32
  /// The hash of the first letters of its words.
  public let beginnings: UInt32

  /// The keys of no name.
  public static let none = NameKeys(folded: 0, beginnings: 0)

  public var isNone: Bool { beginnings == 0 }

  private init(folded: UInt32, beginnings: UInt32) {
    self.folded = folded
    self.beginnings = beginnings
  }

  public init(_ name: Span<UInt8>) {
    // 0 is the second key of no name.
    self.init(folded: Self.folded(name), beginnings: Self.beginnings(name) | 1)
  }

  public static func folded(_ name: Span<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x9747_B28C
    forEachFoldedByte(name) { hash = (hash ^ UInt32($0)) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }

  private static func beginnings(_ name: Span<UInt8>) -> UInt32 {
    let underscore = ASCII.underscore
    var hash: UInt32 = 0x811C_9DC5
    var position = 0
    for index in 0..<name.count {
      let byte = name[index]
      position = byte == underscore ? 0 : position + 1
      if position <= Self.beginning { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return hash ^ (hash >> 15)
  }

  /// Whether two names differ only in what is folded.
  public static func areSameWord(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    folded(left) == folded(right) && foldedBytes(left) == foldedBytes(right)
  }

  private static func foldedBytes(_ name: Span<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    forEachFoldedByte(name) { folded.append($0) }
    return folded
  }

  @inline(__always)
  private static func forEachFoldedByte(_ name: Span<UInt8>, _ body: (UInt8) -> Void) {
    let (underscore, s) = (ASCII.underscore, UInt8(ascii: "s"))
    for index in 0..<name.count {
      let letter = lowercased(name[index])
      if letter == underscore { continue }
      if letter == s {
        // A plural's `s` ends a word, and no `s` stands before it.
        let next = name.byte(at: index + 1)
        if next == underscore || next == 0, index > 0, lowercased(name[index - 1]) != s { continue }
      }
      body(letter == UInt8(ascii: "z") ? s : letter)
    }
  }

  /// As `UInt8.lowercased`, which is not inlined here from its own module.
  @inline(__always)
  private static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }
}
