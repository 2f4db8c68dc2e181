// The order of source ids that people expect: s2 before s10.

/// Whether one text comes before another when runs of digits count as numbers.
package func precedesNaturally(_ left: String, _ right: String) -> Bool {
  let left = Array(left.utf8)
  let right = Array(right.utf8)
  var leftIndex = 0
  var rightIndex = 0
  while leftIndex < left.count, rightIndex < right.count {
    let leftRun = digits(in: left, from: leftIndex)
    let rightRun = digits(in: right, from: rightIndex)
    if !leftRun.isEmpty, !rightRun.isEmpty {
      // Without leading zeros, the longer number is the greater one.
      let leftNumber = left[leftRun].drop { $0 == 0x30 }
      let rightNumber = right[rightRun].drop { $0 == 0x30 }
      if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
      if !leftNumber.elementsEqual(rightNumber) { return leftNumber.lexicographicallyPrecedes(rightNumber) }
      leftIndex = leftRun.upperBound
      rightIndex = rightRun.upperBound
    } else {
      if left[leftIndex] != right[rightIndex] { return left[leftIndex] < right[rightIndex] }
      leftIndex += 1
      rightIndex += 1
    }
  }
  if left.count - leftIndex != right.count - rightIndex { return left.count - leftIndex < right.count - rightIndex }
  // Equal but for leading zeros: any order, as long as it is always the same.
  return left.lexicographicallyPrecedes(right)
}

private func digits(in text: [UInt8], from start: Int) -> Range<Int> {
  var end = start
  while end < text.count, text[end] >= 0x30, text[end] <= 0x39 { end += 1 }
  return start..<end
}
