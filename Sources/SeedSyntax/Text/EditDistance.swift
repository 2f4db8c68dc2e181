// How many slips of the pen lie between two names.

/// The number of edits between two names: characters inserted, deleted, changed, or swapped with their neighbour (restricted
/// Damerau–Levenshtein distance); nil if there are more than `limit`, which is at most 3.
public func editDistance(_ left: Span<UInt8>, _ right: Span<UInt8>, limit: Int) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  // What both end with takes no edit.
  var (leftEnd, rightEnd) = (left.count, right.count)
  while leftEnd > 0, rightEnd > 0, left[leftEnd - 1] == right[rightEnd - 1] {
    leftEnd -= 1
    rightEnd -= 1
  }
  return distance(left.extracting(0..<leftEnd), 0, right.extracting(0..<rightEnd), 0, limit: min(limit, 3))
}

/// Compares two names from some letter to their ends, whose last letters differ. Tries each edit at the first letter that
/// differs. So few edits are allowed that nearly every attempt ends at the next one.
private func distance(
  _ left: Span<UInt8>, _ leftStart: Int, _ right: Span<UInt8>, _ rightStart: Int, limit: Int
) -> Int? {
  var (leftStart, rightStart) = (leftStart, rightStart)
  // What both begin with takes no edit.
  while leftStart < left.count, rightStart < right.count, left[leftStart] == right[rightStart] {
    leftStart += 1
    rightStart += 1
  }
  let (leftCount, rightCount) = (left.count - leftStart, right.count - rightStart)
  let longer = max(leftCount, rightCount)
  if leftCount == 0 || rightCount == 0 { return longer <= limit ? longer : nil }
  guard limit > 0, abs(leftCount - rightCount) <= limit else { return nil }
  if longer == 1 { return 1 }
  let isSwapped =
    leftCount > 1 && rightCount > 1 && left[leftStart] == right[rightStart + 1]
    && left[leftStart + 1] == right[rightStart]
  // The last letters differ as well as the first ones, so that a single edit has to be at both.
  if limit == 1 { return isSwapped && leftCount == 2 && rightCount == 2 ? 1 : nil }
  var best: Int?
  for (leftTaken, rightTaken) in [(1, 1), (1, 0), (0, 1), (2, 2)] where leftTaken < 2 || isSwapped {
    let rest = distance(
      left, leftStart + leftTaken, right, rightStart + rightTaken,
      limit: best.map { min($0 - 2, limit - 1) } ?? limit - 1)
    best = rest.map { $0 + 1 } ?? best
  }
  return best
}
