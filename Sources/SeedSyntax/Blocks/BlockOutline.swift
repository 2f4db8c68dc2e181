// Where the blocks of a text lie, for whoever needs to know no more: they are found, but not read.

/// The blocks in the first lines of a text.
public struct BlockOutline: Sendable {
  public struct Entry: Hashable, Sendable {
    public let kind: BlockKind
    /// The block's bytes in the text.
    public let range: ByteRange
  }

  /// In order; the last one holds the line up to which was asked.
  public private(set) var entries: [Entry] = []

  /// - Parameter line: the last line that matters, zero-based; past the end all lines do.
  public init(_ text: [UInt8], format: DocumentFormat = .note, upToLine line: Int) {
    var text = ScannableText(text, format)
    text.withScanner { scanner in
      var context = BlockContext.start
      var offset = 0
      var lineBreaks = 0
      while offset < scanner.bytes.count, lineBreaks <= line {
        let scanned = scanner.block(at: offset, context: context)
        entries.append(Entry(kind: scanned.kind, range: ByteRange(offset, offset + scanned.count)))
        context = scanned.contextAfter
        offset += scanned.count
        lineBreaks += scanned.lineBreakCount
      }
    }
  }
}
