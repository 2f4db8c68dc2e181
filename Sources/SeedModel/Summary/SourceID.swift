// Ids of sources: `s4`, `p12`; in names of files also `s_4`.

internal import SeedSyntax

/// The id of a source: a letter and a number.
public struct SourceID: Hashable, Sendable, Comparable {
  public let letter: UInt8
  public let number: Int

  /// Reads `s4`, `S4` or `s_4`; nil for anything else, a bare `s` included.
  public init?(_ text: Span<UInt8>) {
    guard !text.isEmpty else { return nil }
    self.init(letter: text[0], number: text.extracting(droppingFirst: text.byte(at: 1) == ASCII.underscore ? 2 : 1))
  }

  /// The letter and the digits of an id.
  init?(letter: UInt8, number digits: Span<UInt8>) {
    guard letter.isLetter, !digits.isEmpty, digits.count <= 6, digits.indices.allSatisfy({ digits[$0].isDigit }) else {
      return nil
    }
    self.letter = letter.lowercased
    number = digits.indices.reduce(0) { $0 * 10 + Int(digits[$1] - UInt8(ascii: "0")) }
  }

  public init?(_ text: String) {
    self.init(text.utf8.span)
  }

  /// The id in the name of a file, given with or without its folders: `notes/s_33.md` is `s33`.
  public init?(fileName path: String) {
    let bytes = path.utf8.span
    let start = bytes.indices.last { bytes[$0] == UInt8(ascii: "/") }.map { $0 + 1 } ?? 0
    let end = bytes.indices[start...].first { bytes[$0] == UInt8(ascii: ".") } ?? bytes.count
    self.init(bytes.extracting(start..<end))
  }

  /// The id that is there most often; of two that are as often, the one that comes first.
  public static func mostFrequent(_ ids: [SourceID]) -> SourceID? {
    // Nearly all notes claim three.
    let counts = ids.count > 8 ? Dictionary(ids.map { ($0, 1) }, uniquingKeysWith: +) : nil
    var best = ids.first
    var bestCount = 0
    for id in ids {
      let count = counts.map { $0[id] ?? 0 } ?? ids.count { $0 == id }
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
