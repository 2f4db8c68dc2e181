// Finds what a misspelt word of the vocabulary means.

internal import SeedSyntax

/// Compares a word with each of a few others.
public enum Spelling {
  /// Names whose distance is at most this are similar.
  public static let maximumDistance = 2

  /// The words that are a slip of the pen away from `word`, the closest first; not the word itself.
  public static func closest(to word: String, in words: some Sequence<String>) -> [String] {
    words.compactMap { candidate -> (distance: Int, word: String)? in
      distance(word.utf8.span, candidate.utf8.span).map { ($0, candidate) }
    }
    .sorted { ($0.distance, $0.word) < ($1.distance, $1.word) }.map(\.word)
  }

  /// How far two different names are apart: 0 if their folded forms are equal; nil if they are equal or not similar.
  public static func distance(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int? {
    guard !left.isSame(as: right) else { return nil }
    return NameKeys.areSameWord(left, right) ? 0 : slips(left, right)
  }

  /// How many edits two different names are apart; nil if they are equal or too many.
  public static func slips(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Int? {
    // In a short name, two edits make another name.
    let limit = min(left.count, right.count) < 5 ? 1 : maximumDistance
    let distance = editDistance(left, right, limit: limit)
    return distance == 0 ? nil : distance
  }

  /// Whether two names are one word: they differ in nothing but case, `_`, and `ise` or `ize`. A plural may be meant as one.
  public static func isSameWord(_ left: String, _ right: String) -> Bool {
    letters(left).elementsEqual(letters(right))
  }

  private static func letters(_ name: String) -> some Sequence<UInt8> {
    name.utf8.lazy.filter { $0 != ASCII.underscore }.map(\.lowercased)
      .map { $0 == UInt8(ascii: "z") ? UInt8(ascii: "s") : $0 }
  }
}
