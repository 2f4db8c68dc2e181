// The distinct names of a page, in the order of their first occurrence: their bytes in one array.

internal import SeedSyntax

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
  mutating func append(_ name: Span<UInt8>) -> Int {
    bytes.append(copying: name)
    ends.append(Int32(clamping: bytes.count))
    return ends.count - 1
  }

  /// Calls `body` with a name's bytes; with none for an index that doesn't exist.
  @inline(__always)
  public func withName<Result>(at index: Int, _ body: (Span<UInt8>) -> Result) -> Result {
    guard index >= 0, index < ends.count else { return body(Span()) }
    let start = index == 0 ? 0 : Int(ends[index - 1])
    return body(bytes.span.extracting(start..<Int(ends[index])))
  }

  /// The name as text; empty for an index that doesn't exist.
  public subscript(index: Int) -> String {
    withName(at: index) { $0.text }
  }
}
