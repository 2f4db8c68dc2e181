// From lines to byte offsets, for features that go through a whole note: each line is looked for from the one before.

internal import SeedModel
internal import SeedSyntax

/// Finds where lines start in a note, quickest when asked in ascending order.
struct LineWalker {
  private let document: Document
  /// The number of bytes in the note.
  private let count: Int
  private var place: PlacedBlock?
  private var line = 0
  private var start = 0

  init(_ document: Document) {
    self.document = document
    count = document.count
    place = document.block(at: 0)
  }

  /// The byte at which a line starts, counted from 0; the end of the text for a line past the last one.
  mutating func offset(ofLine target: Int) -> Int {
    if target < line { self = LineWalker(document) }
    while line < target {
      guard let current = place else { return count }
      if target >= current.line + current.block.lineBreakCount, let next = document.block(after: current) {
        (place, line, start) = (next, next.line, next.start)
        continue
      }
      let next = current.block.text.withBytes { bytes -> Int? in
        let contentEnd = bytes.lineContentEnd(from: start - current.start)
        return contentEnd < bytes.count ? bytes.lineEnd(afterContentEnd: contentEnd) : nil
      }
      guard let next else { return count }
      line += 1
      start = current.start + next
    }
    return start
  }

  /// The bytes between two places, as far as they lie in the note.
  mutating func bytes(of range: LineRange) -> ByteRange {
    let first = offset(ofLine: Int(range.start.line)) + Int(range.start.utf8)
    let last = offset(ofLine: Int(range.end.line)) + Int(range.end.utf8)
    return ByteRange(min(first, count), min(last, count))
  }
}
