// Keeps changes of one text apart: which bytes are taken by one of them already.

/// The ranges that are taken by fixes, by position; none touches one of another fix.
public struct OccupiedRanges {
  private var ranges: [ByteRange] = []

  public init() {}

  /// Takes a fix's ranges; false if one of them overlaps or touches another fix's. Then the two fixes could depend on each other.
  public mutating func insert(_ added: [ByteRange]) -> Bool {
    for range in added {
      let index = firstIndex(endingFrom: range.start)
      if index < ranges.count, ranges[index].start <= range.end { return false }
    }
    for range in added { ranges.insert(range, at: firstIndex(endingFrom: range.start)) }
    return true
  }

  /// The first range that ends at an offset or behind it.
  private func firstIndex(endingFrom offset: Int) -> Int {
    ranges.firstIndexInOrder { $0.end >= offset }
  }
}
