// Ids of sources: `s4`, `p12`; in names of files also `s_4`.

internal import SeedSyntax

/// The id of a source: a letter and a number.
public struct SourceID: Hashable, Sendable, Comparable {
  public let letter: UInt8
  public let number: Int

  /// Reads `s4`, `S4` or `s_4`; nil for anything else, a bare `s` included.
  public init?(_ text: UnsafeBufferPointer<UInt8>) {
    guard let first = text.first else { return nil }
    self.init(letter: first, number: text.dropFirst(text.byte(at: 1) == ASCII.underscore ? 2 : 1))
  }

  /// The letter and the digits of an id.
  init?(letter: UInt8, number digits: Slice<UnsafeBufferPointer<UInt8>>) {
    guard letter.isLetter, !digits.isEmpty, digits.count <= 6, digits.allSatisfy({ $0.isDigit }) else { return nil }
    self.letter = letter.lowercased
    number = digits.reduce(0) { $0 * 10 + Int($1 - UInt8(ascii: "0")) }
  }

  public init?(_ text: String) {
    var text = text
    guard let id = text.withUTF8({ SourceID($0) }) else { return nil }
    self = id
  }

  /// The id in the name of a file, given with or without its folders: `notes/s_33.md` is `s33`.
  public init?(fileName path: String) {
    var path = path
    let id = path.withUTF8 { bytes -> SourceID? in
      let start = bytes.lastIndex(of: UInt8(ascii: "/")).map { $0 + 1 } ?? 0
      let end = bytes[start...].firstIndex(of: UInt8(ascii: ".")) ?? bytes.count
      return SourceID(UnsafeBufferPointer(rebasing: bytes[start..<end]))
    }
    guard let id else { return nil }
    self = id
  }

  /// The id that is there most often; of two that are as often, the one that comes first.
  public static func mostFrequent(_ ids: [SourceID]) -> SourceID? {
    var best = ids.first
    var bestCount = 0
    for id in ids {
      let count = ids.count { $0 == id }
      if count > bestCount { (best, bestCount) = (id, count) }
    }
    return best
  }

  public static func < (left: SourceID, right: SourceID) -> Bool {
    left.letter == right.letter ? left.number < right.number : left.letter < right.letter
  }
}

extension SourceID: CustomStringConvertible {
  public var description: String { String(UnicodeScalar(letter)) + String(number) }
}
