// How many slips of the pen lie between two names.

/// The number of edits between two names: characters inserted, deleted, changed, or swapped with their neighbour (restricted
/// Damerau–Levenshtein distance); nil if there are more than `limit`, which is at most 3.
///
/// Only the diagonal band that `limit` edits can reach is looked at (Ukkonen 1985).
func editDistance(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
) -> Int? {
  let limit = min(limit, 3)
  guard abs(left.count - right.count) <= limit else { return nil }
  // What both begin and end with takes no edit.
  let shorter = min(left.count, right.count)
  var prefix = 0
  while prefix < shorter, left[prefix] == right[prefix] { prefix += 1 }
  var suffix = 0
  while suffix < shorter - prefix, left[left.count - 1 - suffix] == right[right.count - 1 - suffix] { suffix += 1 }
  return distanceInBand(
    UnsafeBufferPointer(rebasing: left[prefix..<left.count - suffix]),
    UnsafeBufferPointer(rebasing: right[prefix..<right.count - suffix]), limit: limit)
}

private func distanceInBand(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
) -> Int? {
  guard !left.isEmpty, !right.isEmpty else { return max(left.count, right.count) }
  // Column `right` index of row `left` index is kept at `right - left + offset`; 9 cells hold a band of 3 to either side.
  let offset = 4
  let far = limit + 1
  var beforePrevious: [9 of Int] = .init(repeating: far)
  var previous: [9 of Int] = .init(repeating: far)
  var current: [9 of Int] = .init(repeating: far)
  for column in 0...min(limit, right.count) { previous[column + offset] = column }
  for row in 1..<left.count + 1 {
    current = .init(repeating: far)
    var best = far
    for column in max(row - limit, 0)...max(min(row + limit, right.count), max(row - limit, 0)) {
      guard column <= right.count else { break }
      let cell = column - row + offset
      var value = previous[cell + 1] + 1
      if column > 0 {
        let isSame = left[row - 1] == right[column - 1]
        value = min(value, previous[cell] + (isSame ? 0 : 1), current[cell - 1] + 1)
        if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, beforePrevious[cell] + 1)
        }
      }
      current[cell] = min(value, far)
      best = min(best, value)
    }
    guard best <= limit else { return nil }
    beforePrevious = previous
    previous = current
  }
  let distance = previous[right.count - left.count + offset]
  return distance <= limit ? distance : nil
}
