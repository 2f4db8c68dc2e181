// Where something stands on its page, by its offset in a block.

internal import SeedSyntax

/// Turns offsets of a block into line positions on its page. Each costs the way from the one before.
struct LineCursor {
  let bytes: UnsafeBufferPointer<UInt8>
  private let firstLine: Int
  private var place = TextPlace()

  init(bytes: UnsafeBufferPointer<UInt8>, firstLine: Int) {
    self.bytes = bytes
    self.firstLine = firstLine
  }

  mutating func position(_ offset: Int) -> LinePosition {
    place.move(to: offset, in: bytes)
    return place.position(firstLine: firstLine)
  }

  mutating func range(_ range: ByteRange) -> LineRange {
    let start = position(range.start)
    return LineRange(start, position(range.end))
  }
}
