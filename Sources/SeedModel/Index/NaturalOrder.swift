// The order in which people expect numbered files and sources: s_2 before s_10.

package enum NaturalOrder {
  /// Whether a path comes before another: folder by folder, numbers by their value, letters without case; what is equal so
  /// far by its bytes, so that the order is total.
  package static func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
    areInIncreasingOrder(Array(left.utf8), Array(right.utf8))
  }

  package static func areInIncreasingOrder(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    // Paths in one folder start alike. A number is compared as a whole.
    var start = 0
    while start < left.count, start < right.count, left[start] == right[start] { start += 1 }
    while start > 0, isDigit(left[start - 1]) { start -= 1 }
    var leftIndex = start
    var rightIndex = start
    while leftIndex < left.count, rightIndex < right.count {
      if isDigit(left[leftIndex]), isDigit(right[rightIndex]) {
        let leftNumber = number(left, &leftIndex)
        let rightNumber = number(right, &rightIndex)
        if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
        if !leftNumber.elementsEqual(rightNumber) { return leftNumber.lexicographicallyPrecedes(rightNumber) }
      } else {
        let leftRank = rank(left[leftIndex])
        let rightRank = rank(right[rightIndex])
        if leftRank != rightRank { return leftRank < rightRank }
        leftIndex += 1
        rightIndex += 1
      }
    }
    let leftRest = left.count - leftIndex
    let rightRest = right.count - rightIndex
    if leftRest != rightRest { return leftRest < rightRest }
    return left.lexicographicallyPrecedes(right)
  }

  /// The digits of a number without leading zeros; moves behind it.
  private static func number(_ bytes: [UInt8], _ index: inout Int) -> ArraySlice<UInt8> {
    let start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    return bytes[start..<index].drop { $0 == UInt8(ascii: "0") }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `/` comes first, so that a folder's files stay together.
  private static func rank(_ byte: UInt8) -> UInt8 {
    if byte == UInt8(ascii: "/") { return 0 }
    return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}
