// A half-open range of byte offsets: inside the program, all positions are counted in bytes.

/// A half-open range of byte offsets in some text; what the offsets are relative to is said where a range is stored.
///
/// Eight bytes, and total: an end before the start gives an empty range, offsets are clamped to `0...UInt32.max`
/// (files are refused long before that size), and no operation traps.
///
/// Inlinable, like all in this target that loops of other targets use for each byte or node: else each use is a call.

public struct ByteRange: Hashable, Sendable {
  @usableFromInline let lower: UInt32
  @usableFromInline let upper: UInt32

  @inlinable @inline(__always)
  public init(_ start: Int, _ end: Int) {
    lower = UInt32(clamping: start)
    upper = Swift.max(lower, UInt32(clamping: end))
  }

  /// The empty range at an offset.
  @inlinable @inline(__always)
  public init(at offset: Int) {
    lower = UInt32(clamping: offset)
    upper = lower
  }

  public static let empty = ByteRange(0, 0)

  @inlinable public var start: Int { Int(lower) }
  @inlinable public var end: Int { Int(upper) }
  @inlinable public var count: Int { Int(upper &- lower) }
  @inlinable public var isEmpty: Bool { lower == upper }

  /// The same range seen from an origin `distance` bytes earlier.
  @inlinable
  public func shifted(by distance: Int) -> ByteRange {
    ByteRange(start + distance, end + distance)
  }

  public func contains(_ offset: Int) -> Bool {
    start <= offset && offset < end
  }

  /// Whether a cursor at `offset` is in the range or at one of its ends, as editors count it.
  public func touches(_ offset: Int) -> Bool {
    start <= offset && offset <= end
  }

  public func contains(_ other: ByteRange) -> Bool {
    start <= other.start && other.end <= end
  }
}

extension ByteRange: CustomStringConvertible {

  public var description: String { "\(start)..<\(end)" }
}
