// A half-open range of byte offsets: the only kind of position that exists between the edges of the program.

/// A half-open range of byte offsets in some text; what the offsets are relative to is said where a range is stored.
///
/// Eight bytes, and total: an end before the start gives an empty range, offsets are clamped to `0...UInt32.max`
/// (files are refused long before that size), and no operation traps.
package struct ByteRange: Hashable, Sendable {
  private let lower: UInt32
  private let upper: UInt32

  @inline(__always)
  package init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = Swift.max(lower, UInt32(clamping: end))
  }

  /// The empty range at an offset.
  @inline(__always)
  package init(at offset: Int) {
    lower = UInt32(clamping: offset)
    upper = lower
  }

  package static let empty = ByteRange(0, 0)

  package var start: Int { Int(lower) }
  package var end: Int { Int(upper) }
  package var count: Int { Int(upper &- lower) }
  package var isEmpty: Bool { lower == upper }

  /// The same range seen from an origin `distance` bytes earlier.
  package func shifted(by distance: Int) -> ByteRange {
    ByteRange(start + distance, end + distance)
  }

  package func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }

  /// Whether a cursor at `offset` is in the range or at one of its ends, as editors count it.
  package func touches(_ offset: Int) -> Bool {
    start <= offset && offset <= end
  }

  package func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension ByteRange: CustomStringConvertible {
  package var description: String { "\(start)..<\(end)" }
}
