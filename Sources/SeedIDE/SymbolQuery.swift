// Matches what someone types to find a name: letters in their order, in any case, with anything between them.

internal import SeedModel
internal import SeedStudy
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

  /// The letters that every text which matches has; separators may stand for others.
  var neededLetters: LetterSet { LetterSet(letters.filter { $0 != ASCII.underscore }) }

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
          Self.classes.withUnsafeBufferPointer { classes in
            body(Tables(letters: letters, masks: masks, folded: folded, classes: classes))
          }
        }
      }
    }
  }

  /// The query as it is compared; valid only while ``SymbolQuery/withTables(_:)`` runs.
  struct Tables {
    let letters: UnsafeBufferPointer<UInt8>
    let masks: UnsafeBufferPointer<UInt64>
    let folded: UnsafeBufferPointer<UInt8>
    let classes: UnsafeBufferPointer<UInt8>

    /// Whether a text has the query's letters in their order.
    @inline(__always)
    func matches(_ text: Span<UInt8>) -> Bool {
      guard letters.count <= text.count else { return false }
      // Most texts lack the last letter of a long query; one look for it is less than many for those before.
      if letters.count > 2, firstOffset(of: letters[letters.count - 1], in: text, from: letters.count - 1) == nil {
        return false
      }
      var offset = 0
      for letter in letters {
        guard let found = firstOffset(of: letter, in: text, from: offset) else { return false }
        offset = found + 1
      }
      return true
    }

    /// Where a letter of the query stands next in a text.
    ///
    /// Eight bytes at a time: with the bit set in which upper and lower case differ, a byte that is the letter leaves zero
    /// when the letter is taken away, and the lowest zero byte is found by arithmetic (Warren, "Hacker's Delight", 6-1).
    @inline(__always)
    private func firstOffset(of letter: UInt8, in text: Span<UInt8>, from start: Int) -> Int? {
      let lowBits: UInt64 = 0x0101_0101_0101_0101
      let wanted = lowBits &* UInt64(letter | 0x20)
      var offset = start
      // A separator is one of several bytes.
      let end = letter == UInt8(ascii: "_") ? -1 : text.count - 8
      while offset <= end {
        let word = UInt64(littleEndian: text.eightBytes(at: offset))
        let difference = (word | lowBits &* 0x20) ^ wanted
        let zeros = (difference &- lowBits) & ~difference & (lowBits &* 0x80)
        guard zeros != 0 else {
          offset += 8
          continue
        }
        offset += zeros.trailingZeroBitCount >> 3
        // The bit hides more than case: `@` looks like a backtick, and so on.
        if folded[Int(text[offset])] == letter { return offset }
        offset += 1
      }
      while offset < text.count {
        if folded[Int(text[offset])] == letter { return offset }
        offset += 1
      }
      return nil
    }

    /// Whether a text that matches does so from its beginning, and whether it is the query.
    @inline(__always)
    func beginning(of text: Span<UInt8>) -> MatchQuality? {
      guard letters.count <= text.count else { return nil }
      for index in 0..<letters.count where folded[Int(text[index])] != letters[index] { return nil }
      return letters.count == text.count ? .exact : .prefix
    }

    /// Whether each letter of the query can be found at a word's beginning or right after the one before it.
    ///
    /// Bit `n` of the masks means that the first `n` letters have been found: `anywhere` by some way, `adjacent` by one that
    /// ends at the byte before.
    func matchesWordStarts(_ text: Span<UInt8>) -> Bool {
      var anywhere: UInt64 = 1
      var adjacent: UInt64 = 0
      let goal: UInt64 = 1 << UInt64(letters.count)
      var previous = ByteClass.separator
      for index in 0..<text.count {
        let byte = text[index]
        let current = classes[Int(byte)]
        let isStart =
          previous == ByteClass.separator
          || (current != previous && (current == ByteClass.digit || current == ByteClass.uppercase))
        adjacent = ((isStart ? anywhere : adjacent) & masks[Int(byte)]) << 1
        anywhere |= adjacent
        if anywhere & goal != 0 { return true }
        previous = current
      }
      return false
    }
  }

  /// What a byte is, as far as it tells where words begin.
  private enum ByteClass {
    static let separator: UInt8 = 0
    static let digit: UInt8 = 1
    static let uppercase: UInt8 = 2
    static let other: UInt8 = 3
  }

  /// The class of each byte.
  private static let classes: [UInt8] = (0...255).map { (byte: UInt8) in
    if !byte.isIdentifierByte || byte == ASCII.underscore { return ByteClass.separator }
    if byte.isDigit { return ByteClass.digit }
    return byte >= 0x41 && byte <= 0x5A ? ByteClass.uppercase : ByteClass.other
  }
}
