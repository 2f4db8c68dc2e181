// Turns many places of a document into lines and columns and back, each found from the one before.

/// Finds places in a document at the cost of the way from the place that was asked for before.
public struct LineWalker: Sendable {
  private let document: Document
  /// The number of bytes in the document.
  private let count: Int
  /// The block in which the walker stands, and where in it; nil before the first question.
  private var current: (block: PlacedBlock, place: TextPlace)?

  public init(_ document: Document) {
    self.document = document
    count = document.count
  }

  /// The line and the columns of an offset, which is clamped to the text.
  public mutating func position(of offset: Int) -> LinePosition {
    let offset = min(max(offset, 0), count)
    let isIn = { (block: PlacedBlock) in offset >= block.start && offset < block.end }
    enter(isIn) { $0.block(at: offset) }
    return move { place, block, bytes in
      place.move(to: offset - block.start, in: bytes)
      return place.position(firstLine: block.line)
    } ?? LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0)
  }

  public mutating func lineRange(of range: ByteRange) -> LineRange {
    let start = position(of: range.start)
    return LineRange(start, position(of: range.end))
  }

  /// The range of the line that holds an offset, without its line break.
  public mutating func line(at offset: Int) -> ByteRange {
    _ = position(of: offset)
    return current.map { $0.place.lineContent.shifted(by: $0.block.start) } ?? .empty
  }

  /// The byte at which a line starts, counted from 0; the end of the text for a line past the last one.
  public mutating func offset(ofLine line: Int) -> Int {
    guard line > 0 else { return 0 }
    let isIn = { (block: PlacedBlock) in line >= block.line && line < block.line + block.block.lineBreakCount }
    enter(isIn) { $0.block(onLine: line) }
    return move { place, block, bytes in
      place.move(toLine: line - block.line, in: bytes)
      return block.start + place.offset
    } ?? 0
  }

  /// The byte at a position; nil if the text has no such position.
  public mutating func offset(of position: LinePosition) -> Int? {
    let offset = offset(ofLine: Int(position.line)) + Int(position.utf8)
    let found = self.position(of: offset)
    return found.line == position.line && found.utf8 == position.utf8 ? offset : nil
  }

  /// The bytes between two places, as far as they lie in the document.
  public mutating func bytes(of range: LineRange) -> ByteRange {
    let start = offset(ofLine: Int(range.start.line)) + Int(range.start.utf8)
    let end = offset(ofLine: Int(range.end.line)) + Int(range.end.utf8)
    return ByteRange(min(start, count), min(end, count))
  }

  // MARK: - Going from block to block

  /// Enters the block that is wanted: it is mostly the current one or the next.
  private mutating func enter(_ isWanted: (PlacedBlock) -> Bool, orElse find: (Document) -> PlacedBlock?) {
    if let current, isWanted(current.block) { return }
    let next = current.flatMap { document.block(after: $0.block) }.flatMap { isWanted($0) ? $0 : nil }
    guard let block = next ?? find(document), block.start != current?.block.start else { return }
    current = (block, TextPlace())
  }

  private mutating func move<Result>(
    _ body: (inout TextPlace, PlacedBlock, UnsafeBufferPointer<UInt8>) -> Result
  ) -> Result? {
    guard let block = current?.block, var place = current?.place else { return nil }
    defer { current = (block, place) }
    return block.block.text.withBytes { body(&place, block, $0) }
  }
}
