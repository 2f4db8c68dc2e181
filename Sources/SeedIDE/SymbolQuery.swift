// Matches what someone types to find a name: letters in their order, in any case, with anything between them.

internal import SeedSyntax

/// How well a text matches a query, the best first.
package enum MatchQuality: UInt8, Sendable, Hashable, Comparable {
  /// The text is the query.
  case exact
  /// The text begins with the query.
  case prefix
  /// Each letter of the query begins a word of the text or follows the letter before it: `dto` in `domain_team_ownership`.
  case wordStarts
  /// The text has the query's letters in their order.
  case subsequence

  package static func < (left: MatchQuality, right: MatchQuality) -> Bool { left.rawValue < right.rawValue }
}

/// A query, ready to be compared with many texts.
///
/// Case doesn't count as far as ASCII goes; blanks, `_` and `-` are one and the same, so that a code is found by how its name
/// is spoken.
struct SymbolQuery {
  private let letters: [UInt8]
  /// For each byte, as a bit mask, where in the query it stands.
  private let masks: [UInt64]

  /// The number of letters beyond which a query is cut: no name is as long.
  private static let maximumCount = 63

  init(_ text: String) {
    var letters: [UInt8] = []
    var text = text
    text.withUTF8 { bytes in
      for byte in bytes.clamped(to: bytes.trimmed(ByteRange(0, bytes.count))).prefix(Self.maximumCount) {
        letters.append(Self.folded[Int(byte)])
      }
    }
    var masks = [UInt64](repeating: 0, count: 256)
    for byte in 0..<256 {
      for (position, letter) in letters.enumerated() where Self.folded[byte] == letter {
        masks[byte] |= 1 << UInt64(position)
      }
    }
    self.letters = letters
    self.masks = masks
  }

  /// Whether every text matches.
  var isEmpty: Bool { letters.isEmpty }

  /// Each byte as it is compared.
  private static let folded: [UInt8] = (0...255).map { (byte: UInt8) in
    byte.isBlank || byte == ASCII.dash ? ASCII.underscore : byte.lowercased
  }

  /// Calls `body` with the query's tables at hand, for many comparisons.
  @inline(__always)
  func withTables<Result>(_ body: (Tables) -> Result) -> Result {
    letters.withUnsafeBufferPointer { letters in
      masks.withUnsafeBufferPointer { masks in
        Self.folded.withUnsafeBufferPointer { folded in
          body(Tables(letters: letters, masks: masks, folded: folded))
        }
      }
    }
  }

  /// The query as it is compared; valid only while ``SymbolQuery/withTables(_:)`` runs.
  struct Tables {
    let letters: UnsafeBufferPointer<UInt8>
    let masks: UnsafeBufferPointer<UInt64>
    let folded: UnsafeBufferPointer<UInt8>

    /// Whether a text has the query's letters in their order.
    @inline(__always)
    func matches(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      guard var wanted = letters.first else { return true }
      guard letters.count <= text.count else { return false }
      var found = 0
      for byte in text where folded[Int(byte)] == wanted {
        found += 1
        guard found < letters.count else { return true }
        wanted = letters[found]
      }
      return false
    }

    /// Whether a text that matches does so from its beginning, and whether it is the query.
    @inline(__always)
    func beginning(of text: UnsafeBufferPointer<UInt8>) -> MatchQuality? {
      guard letters.count <= text.count else { return nil }
      for index in 0..<letters.count where folded[Int(text[index])] != letters[index] { return nil }
      return letters.count == text.count ? .exact : .prefix
    }

    /// Whether each letter of the query can be found at a word's beginning or right after the one before it.
    ///
    /// Bit `n` of the masks means that the first `n` letters have been found: `anywhere` by some way, `adjacent` by one that
    /// ends at the byte before.
    func matchesWordStarts(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
      var anywhere: UInt64 = 1
      var adjacent: UInt64 = 0
      let goal: UInt64 = 1 << UInt64(letters.count)
      var previous = ASCII.underscore
      for byte in text {
        let isStart =
          !previous.isIdentifierByte || previous == ASCII.underscore || (byte.isDigit && !previous.isDigit)
          || (byte.isUppercase && !previous.isUppercase)
        adjacent = ((isStart ? anywhere : adjacent) & masks[Int(byte)]) << 1
        anywhere |= adjacent
        if anywhere & goal != 0 { return true }
        previous = byte
      }
      return false
    }
  }
}

extension UInt8 {
  fileprivate var isUppercase: Bool { self >= 0x41 && self <= 0x5A }
}
