// The order in which people expect numbered files and sources: s_2 before s_10.

internal import SeedSyntax

public enum NaturalOrder {
  /// Whether a path comes before another: folder by folder, numbers by their value, letters without case. Paths that are equal
  /// so far are ordered by their bytes, so that the order is total.
  public static func areInIncreasingOrder(_ left: String, _ right: String) -> Bool {
    areInIncreasingOrder(left.utf8.span, right.utf8.span)
  }

  public static func areInIncreasingOrder(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    areInIncreasingOrder(left.span, right.span)
  }

  /// The indices of some paths in the order of the paths; equal ones stay in the order in which they are given.
  public static func order(of paths: [String]) -> [Int] {
    var bytes: [UInt8] = []
    var starts = [0]
    starts.reserveCapacity(paths.count + 1)
    for path in paths {
      bytes.append(contentsOf: path.utf8)
      starts.append(bytes.count)
    }
    func areInOrder(_ left: Int, _ right: Int) -> Bool {
      areInIncreasingOrder(
        bytes.span.extracting(starts[left]..<starts[left + 1]),
        bytes.span.extracting(starts[right]..<starts[right + 1]))
    }
    let indices = Array(paths.indices)
    // Mostly the paths are in order: they were sorted when they were read.
    if indices.dropLast().allSatisfy({ !areInOrder($0 + 1, $0) }) { return indices }
    return indices.sorted { areInOrder($0, $1) }
  }

  private static func areInIncreasingOrder(
    _ left: Span<UInt8>, _ right: Span<UInt8>
  ) -> Bool {
    // Paths in one folder start alike. A number is compared as a whole.
    var start = 0
    let shorter = min(left.count, right.count)
    while start + 8 <= shorter, left.eightBytes(at: start) == right.eightBytes(at: start) { start += 8 }
    while start < shorter, left[start] == right[start] { start += 1 }
    while start > 0, isDigit(left[start - 1]) { start -= 1 }
    var leftIndex = start
    var rightIndex = start
    while leftIndex < left.count, rightIndex < right.count {
      if isDigit(left[leftIndex]), isDigit(right[rightIndex]) {
        let leftNumber = number(left, &leftIndex)
        let rightNumber = number(right, &rightIndex)
        if leftNumber.count != rightNumber.count { return leftNumber.count < rightNumber.count }
        for offset in 0..<leftNumber.count {
          let (leftDigit, rightDigit) = (left[leftNumber.start + offset], right[rightNumber.start + offset])
          if leftDigit != rightDigit { return leftDigit < rightDigit }
        }
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
    return left.precedes(right)
  }

  /// The digits of a number without leading zeros; moves behind it.
  private static func number(_ bytes: Span<UInt8>, _ index: inout Int) -> ByteRange {
    var start = index
    while index < bytes.count, isDigit(bytes[index]) { index += 1 }
    while start < index, bytes[start] == UInt8(ascii: "0") { start += 1 }
    return ByteRange(start, index)
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  /// `/` comes first, so that a folder's files stay together.
  private static func rank(_ byte: UInt8) -> UInt8 {
    if byte == UInt8(ascii: "/") { return 0 }
    return byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
  }
}

/// The notes of a study in the natural order of their names; those of one name in the order in which they were added.
///
/// Not a part of the study itself, so that a sort needs no copy of the study.
struct NoteOrder: Sendable {
  /// The names by the numbers of the notes, those of removed notes too.
  private var names: [[UInt8]] = []

  mutating func append(_ name: String) { names.append(Array(name.utf8)) }

  func isBefore(_ left: DocumentID, _ right: DocumentID) -> Bool {
    let (leftIndex, rightIndex) = (Int(left.rawValue), Int(right.rawValue))
    guard names.indices.contains(leftIndex), names.indices.contains(rightIndex), names[leftIndex] != names[rightIndex]
    else { return left < right }
    return NaturalOrder.areInIncreasingOrder(names[leftIndex], names[rightIndex])
  }
}
