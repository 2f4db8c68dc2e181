// A place in some text with its line and columns, which is moved from one offset to the next at the cost of the way between.

/// A place in a run of bytes that begins at the start of a line.
///
/// Going through many places with it costs no more than going through the text, whether they stand on many lines or all on
/// one. The bytes are passed to it each time, and must be the same each time.

public struct TextPlace: Sendable {
  /// The offset of the place.
  public var offset = 0
  @usableFromInline var lineStart = 0
  /// Where the content of its line ends; negative before the first move.
  @usableFromInline var contentEnd = -1
  /// The line, counted from the one on which the bytes begin.
  public var line = 0
  /// Whether its line is ASCII: then each byte is one unit of each kind, and nothing needs to be counted.
  @usableFromInline var isASCII = false
  /// How far the place is from its line's start, in units; unless its line is ASCII.
  @usableFromInline var utf16 = 0
  @usableFromInline var utf32 = 0
  private var hasCarriageReturns = true
  /// Up to here, all bytes from its line's start on are ASCII, as far as was looked.
  private var asciiEnd = 0

  /// The place at the start of the bytes.
  public init() {}

  /// Its line, without the line break.
  public var lineContent: ByteRange { ByteRange(lineStart, contentEnd) }

  /// The place as a line and columns, for bytes that begin on line `firstLine`.
  @inlinable
  @inline(__always)
  public func position(firstLine: Int) -> LinePosition {
    isASCII
      ? LinePosition(line: firstLine + line, column: offset - lineStart)
      : LinePosition(line: firstLine + line, utf8: offset - lineStart, utf16: utf16, utf32: utf32)
  }

  /// Goes to an offset, which is clamped to the bytes.
  @inlinable
  public mutating func move(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    // Most places are on the line of the one before.
    if isASCII, target >= lineStart, target <= contentEnd {
      offset = target
    } else {
      search(target, in: bytes)
    }
  }

  /// Goes to an offset that may be on another line.
  @usableFromInline
  mutating func search(_ target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    readFirstLine(bytes)
    if target >= lineStart, target <= contentEnd { return goAlongLine(to: target, in: bytes) }
    let target = min(max(target, 0), bytes.count)
    while target < lineStart { enterPreviousLine(bytes) }
    // At the end of the bytes behind a line break, the place is on the next, empty line.
    while contentEnd < bytes.count {
      let next = bytes.lineEnd(afterContentEnd: contentEnd)
      guard next <= target else { break }
      enterNextLine(at: next, bytes)
    }
    goAlongLine(to: target, in: bytes)
  }

  /// Goes to an offset on the same line, forwards or back.
  private mutating func goAlongLine(to target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    if !isASCII {
      if target - lineStart < offset - target { start(ofLine: lineStart) }
      let passed = ColumnUnit.widths(of: bytes.clamped(to: ByteRange(min(offset, target), max(offset, target))))
      utf16 += target < offset ? -passed.utf16 : passed.utf16
      utf32 += target < offset ? -passed.utf32 : passed.utf32
    }
    offset = target
  }

  /// Goes to the start of a line, counted as `line` is; to the end of the bytes if there are fewer lines.
  public mutating func move(toLine target: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    readFirstLine(bytes)
    while line > max(target, 0) { enterPreviousLine(bytes) }
    while line < target, contentEnd < bytes.count {
      enterNextLine(at: bytes.lineEnd(afterContentEnd: contentEnd), bytes)
    }
    if line < target { move(to: bytes.count, in: bytes) } else { start(ofLine: lineStart) }
  }

  private mutating func readFirstLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard contentEnd < 0 else { return }
    hasCarriageReturns = bytes.hasCarriageReturns
    endLine(bytes)
  }

  private mutating func enterNextLine(at first: Int, _ bytes: UnsafeBufferPointer<UInt8>) {
    line += 1
    start(ofLine: first)
    endLine(bytes)
  }

  private mutating func endLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    contentEnd = bytes.lineContentEnd(from: lineStart, hasCarriageReturns: hasCarriageReturns)
    if asciiEnd < contentEnd {
      // Far enough that most lines needn't be looked at by themselves; not so far that going to and fro costs much.
      asciiEnd = bytes.endOfASCII(from: max(asciiEnd, lineStart), to: max(contentEnd, lineStart + 512))
    }
    isASCII = asciiEnd >= contentEnd
  }

  private mutating func enterPreviousLine(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard lineStart > 0 else { return }
    line -= 1
    contentEnd = lineStart - 1
    if contentEnd > 0, bytes[contentEnd] == ASCII.newline, bytes[contentEnd - 1] == 0x0D { contentEnd -= 1 }
    var first = contentEnd
    while first > 0, !bytes[first - 1].isLineBreak { first -= 1 }
    start(ofLine: first)
    asciiEnd = bytes.endOfASCII(from: first, to: contentEnd)
    isASCII = asciiEnd >= contentEnd
  }

  private mutating func start(ofLine first: Int) {
    lineStart = first
    offset = first
    utf16 = 0
    utf32 = 0
  }
}
