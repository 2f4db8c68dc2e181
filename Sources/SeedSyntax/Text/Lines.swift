// Line breaks: `\n`, `\r\n` and `\r`, and nothing else (LSP 3.17, "Text Documents").

#if canImport(Glibc)
  private import Glibc
#elseif canImport(Musl)
  private import Musl
#elseif canImport(Darwin)
  private import Darwin
#endif

extension UnsafeBufferPointer<UInt8> {
  /// Whether there is a `\r`: most texts have none, and then line ends are found twice as fast.
  public var hasCarriageReturns: Bool {
    guard let base = baseAddress else { return false }
    return memchr(base, 0x0D, count) != nil
  }

  /// Where the line that holds `offset` ends: the offset of its line break, or of the end of the bytes.
  ///
  /// - Parameter hasCarriageReturns: false if it is known that there are none.
  @inline(__always)
  public func lineContentEnd(from offset: Int, hasCarriageReturns: Bool = true) -> Int {
    hasCarriageReturns ? lineContentEndOfAnyKind(from: offset) : newline(from: offset)
  }

  private func newline(from offset: Int) -> Int {
    guard let base = baseAddress, offset < count else { return count }
    let start = Swift.max(offset, 0)
    guard let newline = memchr(base + start, Int32(ASCII.newline), count - start) else { return count }
    return UnsafeRawPointer(newline) - UnsafeRawPointer(base)
  }

  private func lineContentEndOfAnyKind(from offset: Int) -> Int {
    guard let base = baseAddress, offset < count else { return count }
    var position = Swift.max(offset, 0)
    // Windows that grow, so that a text whose lines all end in `\r` isn't searched to its end for a `\n` each time.
    var window = 256
    while position < count {
      let start = UnsafeRawPointer(base + position)
      var length = Swift.min(window, count - position)
      let newline = memchr(start, 0x0A, length)
      if let newline { length = UnsafeRawPointer(newline) - start }
      if let carriageReturn = memchr(start, 0x0D, length) {
        return position + (UnsafeRawPointer(carriageReturn) - start)
      }
      position += length
      if newline != nil { return position }
      window *= 4
    }
    return count
  }

  /// Where the next line starts, given where this one's content ends.
  @inline(__always)
  public func lineEnd(afterContentEnd contentEnd: Int) -> Int {
    guard contentEnd < count else { return count }
    if self[contentEnd] == 0x0D, contentEnd + 1 < count, self[contentEnd + 1] == 0x0A { return contentEnd + 2 }
    return contentEnd + 1
  }

  /// The number of line breaks.
  public var lineBreakCount: Int {
    let hasCarriageReturns = hasCarriageReturns
    var breaks = 0
    var offset = 0
    while true {
      let contentEnd = lineContentEnd(from: offset, hasCarriageReturns: hasCarriageReturns)
      guard contentEnd < count else { return breaks }
      breaks += 1
      offset = lineEnd(afterContentEnd: contentEnd)
    }
  }

  /// Where line `line` starts, counted from 0; the end of the bytes if there are fewer lines.
  public func lineStart(ofLine line: Int) -> Int {
    var offset = 0
    for _ in 0..<Swift.max(line, 0) {
      let contentEnd = lineContentEnd(from: offset)
      guard contentEnd < count else { return count }
      offset = lineEnd(afterContentEnd: contentEnd)
    }
    return offset
  }

  /// The range without the blanks, tabs and line breaks at its ends.
  @inlinable
  public func trimmed(_ range: ByteRange) -> ByteRange {
    var start = range.start
    var end = Swift.min(range.end, count)
    while start < end, self[start].isBlankOrLineBreak { start += 1 }
    while end > start, self[end - 1].isBlankOrLineBreak { end -= 1 }
    return ByteRange(start, end)
  }
}

extension UInt8 {
  /// A blank inside a line: space, tab, vertical tab or form feed (the last two are no line ends; pasted text has them).
  @inlinable
  @inline(__always)
  public var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0B || self == 0x0C }

  @inlinable
  @inline(__always)
  public var isLineBreak: Bool { self == 0x0A || self == 0x0D }

  @inlinable
  @inline(__always)
  public var isBlankOrLineBreak: Bool { isBlank || isLineBreak }

  @inlinable
  @inline(__always)
  public var isDigit: Bool { self >= 0x30 && self <= 0x39 }

  @inlinable
  @inline(__always)
  public var isLetter: Bool { (self | 0x20) >= 0x61 && (self | 0x20) <= 0x7A }

  /// A byte of a Python identifier after its first one; bytes of characters beyond ASCII count.
  @inlinable
  @inline(__always)
  public var isIdentifierByte: Bool {
    // Blanks and most punctuation come before the digits.
    self >= 0x30 && (isLetter || self <= 0x39 || self == 0x5F || self >= 0x80)
  }

  @inlinable
  @inline(__always)
  public var isIdentifierStart: Bool { isLetter || self == 0x5F || self >= 0x80 }

  /// The lower-case form of an ASCII letter; any other byte as it is.
  @inlinable
  @inline(__always)
  public var lowercased: UInt8 { self >= 0x41 && self <= 0x5A ? self | 0x20 : self }
}

/// ASCII characters by name, where a number would have to be guessed.

public enum ASCII {
  @inlinable public static var newline: UInt8 { 0x0A }
  @inlinable public static var space: UInt8 { 0x20 }
  @inlinable public static var exclamation: UInt8 { UInt8(ascii: "!") }
  @inlinable public static var hash: UInt8 { UInt8(ascii: "#") }
  @inlinable public static var star: UInt8 { UInt8(ascii: "*") }
  @inlinable public static var backtick: UInt8 { UInt8(ascii: "`") }
  @inlinable public static var tilde: UInt8 { UInt8(ascii: "~") }
  @inlinable public static var greater: UInt8 { UInt8(ascii: ">") }
  @inlinable public static var colon: UInt8 { UInt8(ascii: ":") }
  @inlinable public static var comma: UInt8 { UInt8(ascii: ",") }
  @inlinable public static var dash: UInt8 { UInt8(ascii: "-") }
  @inlinable public static var underscore: UInt8 { UInt8(ascii: "_") }
  @inlinable public static var openBracket: UInt8 { UInt8(ascii: "[") }
}
