// The distinct names of a page, in the order of their first occurrence: their bytes in one array.

/// Distinct names, by index.
///
/// A page keeps its names itself rather than as numbers of a common table, so that notes can be summarised at the same time
/// on several threads and summaries can be compared.
public struct NameList: Hashable, Sendable {
  private(set) var bytes: [UInt8] = []
  private var ends: [Int32] = []

  public init() {}

  public var count: Int { ends.count }

  public var indices: Range<Int> { 0..<ends.count }

  mutating func makeRoom(for count: Int) {
    bytes.reserveCapacity(count * 20)
    ends.reserveCapacity(count)
  }

  /// Adds a name; the caller sees to it that it isn't there yet.
  mutating func append(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    bytes.append(contentsOf: name)
    ends.append(Int32(clamping: bytes.count))
    return ends.count - 1
  }

  /// Calls `body` with a name's bytes; with none for an index that doesn't exist.
  @inline(__always)
  public func withName<Result>(at index: Int, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { all in
      guard index >= 0, index < ends.count else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return body(UnsafeBufferPointer(rebasing: all[start..<Int(ends[index])]))
    }
  }

  /// The name as text; empty for an index that doesn't exist.
  public subscript(index: Int) -> String {
    withName(at: index) { String(decoding: $0, as: UTF8.self) }
  }

  /// Calls `body` with all names at hand, for loops over many of them; valid only during the call.
  @inline(__always)
  public func withNames<Result>(_ body: (Names) -> Result) -> Result {
    bytes.withUnsafeBufferPointer { bytes in
      ends.withUnsafeBufferPointer { body(Names(bytes: bytes, ends: $0)) }
    }
  }

  /// The names of a list, where they stand in memory.
  public struct Names {
    fileprivate let bytes: UnsafeBufferPointer<UInt8>
    fileprivate let ends: UnsafeBufferPointer<Int32>

    /// A name's bytes; none for an index that doesn't exist.
    @inline(__always)
    public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
      guard index >= 0, index < ends.count else { return UnsafeBufferPointer(start: nil, count: 0) }
      let start = index == 0 ? 0 : Int(ends[index - 1])
      return UnsafeBufferPointer(rebasing: bytes[start..<Int(ends[index])])
    }
  }
}
