// Which lines differ between two texts.

/// Compares two texts line by line.
///
/// Lines that stand once in both texts and in the same order are found first (the patience algorithm, Cohen 2003); only what
/// lies between them is compared in detail (Myers 1986, in the standard library), so that the time grows with the text and
/// not with the square of the changes.
enum LineDifference {
  /// Lines of the old text that others of the new one replace; either may be none.
  struct Change: Hashable {
    var old: Range<Int>
    var new: Range<Int>
  }

  /// The changes in order, none beside another.
  static func changes(_ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]) -> [Change] {
    var numbers: [ArraySlice<UInt8>: Int] = [:]
    func number(_ line: ArraySlice<UInt8>) -> Int {
      if let known = numbers[line] { return known }
      let next = numbers.count
      numbers[line] = next
      return next
    }
    let oldNumbers = old.map(number)
    let newNumbers = new.map(number)
    var changes: [Change] = []
    var oldStart = 0
    var newStart = 0
    let end = (old: old.count, new: new.count)
    for anchor in anchors(oldNumbers, newNumbers) + [end] {
      compare(oldNumbers, oldStart..<anchor.old, newNumbers, newStart..<anchor.new, &changes)
      oldStart = anchor.old + 1
      newStart = anchor.new + 1
    }
    return changes
  }

  /// Pairs of equal lines, ascending on both sides.
  private static func anchors(_ old: [Int], _ new: [Int]) -> [(old: Int, new: Int)] {
    func unique(_ lines: [Int]) -> [Int: Int] {
      var places: [Int: Int?] = [:]
      for (index, line) in lines.enumerated() {
        if places.updateValue(index, forKey: line) != nil { places[line] = .some(nil) }
      }
      return places.compactMapValues { $0 }
    }
    let oldPlaces = unique(old)
    let newPlaces = unique(new)
    let pairs = old.indices.compactMap { index -> (old: Int, new: Int)? in
      guard oldPlaces[old[index]] != nil, let place = newPlaces[old[index]] else { return nil }
      return (index, place)
    }
    return longestAscent(pairs)
  }

  /// The longest part of the pairs in which the new places ascend (patience sorting).
  private static func longestAscent(_ pairs: [(old: Int, new: Int)]) -> [(old: Int, new: Int)] {
    /// The pair on top of each pile, and for each pair the one below it on the pile before.
    var tops: [Int] = []
    var below: [Int?] = []
    for (index, pair) in pairs.enumerated() {
      var low = 0
      var high = tops.count
      while low < high {
        let middle = (low + high) / 2
        if pairs[tops[middle]].new < pair.new { low = middle + 1 } else { high = middle }
      }
      below.append(low > 0 ? tops[low - 1] : nil)
      if low == tops.count { tops.append(index) } else { tops[low] = index }
    }
    var ascent: [(old: Int, new: Int)] = []
    var next = tops.last
    while let index = next {
      ascent.append(pairs[index])
      next = below[index]
    }
    return ascent.reversed()
  }

  /// Adds the changes between two stretches of lines.
  private static func compare(
    _ old: [Int], _ oldRange: Range<Int>, _ new: [Int], _ newRange: Range<Int>, _ changes: inout [Change]
  ) {
    let difference = new[newRange].difference(from: old[oldRange])
    var removed: Set<Int> = []
    var inserted: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): removed.insert(oldRange.lowerBound + offset)
      case .insert(let offset, _, _): inserted.insert(newRange.lowerBound + offset)
      }
    }
    var oldIndex = oldRange.lowerBound
    var newIndex = newRange.lowerBound
    while oldIndex < oldRange.upperBound || newIndex < newRange.upperBound {
      let start = (oldIndex, newIndex)
      while removed.contains(oldIndex) { oldIndex += 1 }
      while inserted.contains(newIndex) { newIndex += 1 }
      if start != (oldIndex, newIndex) {
        append(Change(old: start.0..<oldIndex, new: start.1..<newIndex), to: &changes)
      } else {
        oldIndex += 1
        newIndex += 1
      }
    }
  }

  private static func append(_ change: Change, to changes: inout [Change]) {
    if let last = changes.last, last.old.upperBound == change.old.lowerBound,
      last.new.upperBound == change.new.lowerBound
    {
      changes[changes.count - 1].old = last.old.lowerBound..<change.old.upperBound
      changes[changes.count - 1].new = last.new.lowerBound..<change.new.upperBound
    } else {
      changes.append(change)
    }
  }
}
