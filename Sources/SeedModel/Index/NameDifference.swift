// Tells a slip of the pen between two names from a difference that is meant.

internal import SeedSyntax

/// What two similar names differ in.
enum NameDifference {
  /// How many letters at a word's beginning have to be the same.
  static let beginning = 3

  /// Whether two different names, at most two edits apart, probably mean the same.
  ///
  /// Their folded forms are equal, or one word of theirs differs by an edit inside it. What stands at a word's beginning
  /// changes its meaning (`un-`, `re-`, `in-`, `de-`), and so do digits; of short words any letter may.
  static func isSlip(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    if SimilarNames.areSameWord(left, right) { return true }
    let leftWords = left.split(separator: ASCII.underscore)
    let rightWords = right.split(separator: ASCII.underscore)
    guard leftWords.count == rightWords.count else { return false }
    let different = zip(leftWords, rightWords).filter { !$0.elementsEqual($1) }
    guard different.count == 1, let (first, second) = different.first else { return false }
    return isSlip(ofWord: first, second)
  }

  private static func isSlip(
    ofWord left: Slice<UnsafeBufferPointer<UInt8>>, _ right: Slice<UnsafeBufferPointer<UInt8>>
  ) -> Bool {
    let left = UnsafeBufferPointer(rebasing: left)
    let right = UnsafeBufferPointer(rebasing: right)
    let shorter = min(left.count, right.count)
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    guard prefix >= beginning, !left.contains(where: \.isDigit), !right.contains(where: \.isDigit) else { return false }
    switch editDistance(left, right, limit: 2) {
    case 1: return shorter >= 5
    // Two edits are a slip only inside a long word; at its end they make another word: `producer`, `product`.
    case 2: return shorter >= 8 && suffix >= 2 || isBritish(left, right)
    default: return false
    }
  }

  /// `catalogue` and `catalog`.
  private static func isBritish(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    let (longer, shorter) = left.count > right.count ? (left, right) : (right, left)
    return longer.count == shorter.count + 2 && longer.suffix(4).elementsEqual("ogue".utf8)
      && shorter.suffix(2).elementsEqual("og".utf8)
  }
}
