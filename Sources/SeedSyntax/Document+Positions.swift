// Lines and columns of a document, in any column unit, to byte offsets and back.

extension Document {
  /// The offset of a line's start; the end of the text for a line past the last one.
  package func offset(ofLine line: Int) -> Int {
    guard line > 0 else { return 0 }
    guard line < lineCount, let place = block(onLine: line) else { return count }
    return place.start + place.block.text.withBytes { $0.lineStart(ofLine: line - place.line) }
  }

  /// The offset at a line and a column, both zero-based.
  ///
  /// A column past the line's end is the line's end, one inside a character is that character's start, and a line past the
  /// last one is the end of the text (LSP 3.17, "Position").
  package func offset(line: Int, column: Int, unit: ColumnUnit) -> Int {
    guard line >= 0 else { return 0 }
    guard line < lineCount, let place = block(onLine: line) else { return count }
    return place.start
      + place.block.text.withBytes { bytes in
        let start = bytes.lineStart(ofLine: line - place.line)
        let content = bytes.clamped(to: ByteRange(start, bytes.lineContentEnd(from: start)))
        return start + unit.offset(ofColumn: column, in: content)
      }
  }

  /// The line and the columns of an offset, which is clamped to the text.
  package func position(of offset: Int) -> LinePosition {
    guard let place = block(at: offset) else { return LinePosition(line: 0, utf8: 0, utf16: 0, utf32: 0) }
    return place.block.text.withBytes { bytes in
      let target = min(max(offset - place.start, 0), bytes.count)
      var line = 0
      var start = 0
      while true {
        let contentEnd = bytes.lineContentEnd(from: start)
        let end = bytes.lineEnd(afterContentEnd: contentEnd)
        // At the end of the text behind a line break, the position is on the next, empty line.
        guard end <= target, contentEnd < bytes.count else { break }
        line += 1
        start = end
      }
      return LinePosition(line: place.line + line, prefix: bytes.clamped(to: ByteRange(start, target)))
    }
  }

  package func lineRange(of range: ByteRange) -> LineRange {
    LineRange(position(of: range.start), position(of: range.end))
  }

  /// The range of the line that holds an offset, without its line break.
  package func line(at offset: Int) -> ByteRange {
    guard let place = block(at: offset) else { return .empty }
    return place.block.text.withBytes { bytes in
      let target = min(max(offset - place.start, 0), bytes.count)
      var start = 0
      while true {
        let contentEnd = bytes.lineContentEnd(from: start)
        let end = bytes.lineEnd(afterContentEnd: contentEnd)
        guard end <= target, contentEnd < bytes.count else {
          return ByteRange(place.start + start, place.start + contentEnd)
        }
        start = end
      }
    }
  }
}
