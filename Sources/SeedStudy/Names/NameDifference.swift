// Tells a slip of the pen between two names from a difference that is meant.

internal import SeedModel
internal import SeedSyntax

/// What two similar names differ in.
enum NameDifference {
  /// Whether two different names, at most two edits apart, probably mean the same.
  ///
  /// Either their folded forms are equal, or one word differs by an edit inside it. A difference at a word's beginning changes
  /// the meaning (`un-`, `re-`, `in-`, `de-`), and so do digits. In a short word any letter may.
  static func isSlip(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    if NameKeys.areSameWord(left, right) { return true }
    var different: (left: Range<Int>, right: Range<Int>)?
    var (leftOffset, rightOffset) = (0, 0)
    while leftOffset < left.count, rightOffset < right.count {
      let (first, second) = (takeWord(left, &leftOffset), takeWord(right, &rightOffset))
      if left.extracting(first).isSame(as: right.extracting(second)) { continue }
      guard different == nil else { return false }
      different = (first, second)
    }
    guard leftOffset == left.count, rightOffset == right.count, let different else { return false }
    return isSlip(ofWord: left.extracting(different.left), right.extracting(different.right))
  }

  /// Takes the next word, and the underscores around it; nothing if only underscores are left.
  private static func takeWord(_ name: Span<UInt8>, _ offset: inout Int) -> Range<Int> {
    while name.byte(at: offset) == ASCII.underscore { offset += 1 }
    let start = offset
    while offset < name.count, name[offset] != ASCII.underscore { offset += 1 }
    let end = offset
    while name.byte(at: offset) == ASCII.underscore { offset += 1 }
    return start..<end
  }

  private static func isSlip(ofWord left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    let shorter = min(left.count, right.count)
    guard left.lengthInCommon(with: right) >= NameKeys.beginning, !hasDigit(left), !hasDigit(right) else {
      return false
    }
    var suffix = 0
    while suffix < shorter, left[left.count - 1 - suffix] == right[right.count - 1 - suffix] { suffix += 1 }
    switch editDistance(left, right, limit: 2) {
    case 1: return shorter >= 5
    // Two edits are a slip only inside a long word; at its end they make another word: `producer`, `product`.
    case 2: return shorter >= 8 && suffix >= 2 || isBritish(left, right) || isBritish(right, left)
    default: return false
    }
  }

  private static func hasDigit(_ word: Span<UInt8>) -> Bool { word.indices.contains { word[$0].isDigit } }

  /// `catalogue` and `catalog`.
  private static func isBritish(_ longer: Span<UInt8>, _ shorter: Span<UInt8>) -> Bool {
    longer.count == shorter.count + 2 && longer.extracting(last: 4).equals("ogue")
      && shorter.extracting(last: 2).equals("og")
  }
}
