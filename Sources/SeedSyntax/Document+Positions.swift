// Lines and columns of a document, in any column unit, to byte offsets and back.

extension Document {
  /// The offset of a line's start; the end of the text for a line past the last one.
  public func offset(ofLine line: Int) -> Int {
    guard line > 0 else { return 0 }
    guard line < lineCount, let place = block(onLine: line) else { return count }
    return place.start + place.block.text.withBytes { $0.lineStart(ofLine: line - place.line) }
  }

  /// The offset at a line and a column, both zero-based.
  ///
  /// A column past the line's end is the line's end, one inside a character is that character's start, and a line past the
  /// last one is the end of the text (LSP 3.17, "Position").
  public func offset(line: Int, column: Int, unit: ColumnUnit) -> Int {
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
  ///
  /// Of many offsets, ask a `LineWalker`: here each is counted from the start of its block.
  public func position(of offset: Int) -> LinePosition {
    var walker = LineWalker(self)
    return walker.position(of: offset)
  }

  public func lineRange(of range: ByteRange) -> LineRange {
    var walker = LineWalker(self)
    return walker.lineRange(of: range)
  }

  /// The range of the line that holds an offset, without its line break.
  public func line(at offset: Int) -> ByteRange {
    var walker = LineWalker(self)
    return walker.line(at: offset)
  }
}
