// Tells a slip of the pen between two names from a difference that is meant.

internal import SeedModel
internal import SeedSyntax

/// What two similar names differ in.
enum NameDifference {
  /// Whether two different names, at most two edits apart, probably mean the same.
  ///
  /// Their folded forms are equal, or one word of theirs differs by an edit inside it. What stands at a word's beginning
  /// changes its meaning (`un-`, `re-`, `in-`, `de-`), and so do digits; of short words any letter may.
  static func isSlip(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Bool {
    if NameKeys.areSameWord(left, right) { return true }
    var different: (UnsafeBufferPointer<UInt8>, UnsafeBufferPointer<UInt8>)?
    var (restOfLeft, restOfRight) = (left[...], right[...])
    while !restOfLeft.isEmpty, !restOfRight.isEmpty {
      let (first, second) = (takeWord(&restOfLeft), takeWord(&restOfRight))
      if first.isSame(as: second) { continue }
      guard different == nil else { return false }
      different = (first, second)
    }
    guard restOfLeft.isEmpty, restOfRight.isEmpty, let (first, second) = different else { return false }
    return isSlip(ofWord: first, second)
  }

  /// Takes the next word, and the underscores around it; nothing if only underscores are left.
  private static func takeWord(_ rest: inout Slice<UnsafeBufferPointer<UInt8>>) -> UnsafeBufferPointer<UInt8> {
    rest = rest.drop { $0 == ASCII.underscore }
    let word = rest.prefix { $0 != ASCII.underscore }
    rest = rest.dropFirst(word.count).drop { $0 == ASCII.underscore }
    return UnsafeBufferPointer(rebasing: word)
  }

  private static func isSlip(
    ofWord left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Bool {
    let shorter = min(left.count, right.count)
    let prefix = zip(left, right).prefix { $0 == $1 }.count
    let suffix = zip(left.reversed(), right.reversed()).prefix { $0 == $1 }.count
    guard prefix >= NameKeys.beginning, !left.contains(where: \.isDigit), !right.contains(where: \.isDigit) else {
      return false
    }
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
