// Binary search in ordered collections.

extension RandomAccessCollection where Index == Int {
  /// The index of the first element that satisfies a predicate which all elements behind it satisfy, too; `endIndex` if
  /// none does.
  public func firstIndexInOrder(where isBehind: (Element) -> Bool) -> Int {
    var low = startIndex
    var high = endIndex
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
