// Columns in UTF-8, UTF-16 and UTF-32 units: the one place where bytes are turned into columns and back.

/// The unit in which a column counts: what LSP calls the position encoding (LSP 3.17, "Position").
public enum ColumnUnit: Sendable, Hashable, CaseIterable {
  case utf8
  case utf16
  case utf32

  /// How many units the bytes take.
  ///
  /// Bytes that are not UTF-8 are counted by their form alone (a continuation byte adds nothing), so the result is always
  /// defined and never more than the number of bytes.
  public func width(of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch self {
    case .utf8: bytes.count
    case .utf16: Self.widths(of: bytes).utf16
    case .utf32: Self.widths(of: bytes).utf32
    }
  }

  /// How many units of the two larger kinds the bytes take, each counted as in `width`: what two pieces take together is the
  /// sum of what each takes.
  static func widths(of bytes: UnsafeBufferPointer<UInt8>) -> (utf16: Int, utf32: Int) {
    var continuations = 0
    var astral = 0
    for byte in bytes[bytes.endOfASCII(from: 0, to: bytes.count)...] where byte >= 0x80 {
      continuations &+= byte < 0xC0 ? 1 : 0
      astral &+= byte >= 0xF0 ? 1 : 0
    }
    return (bytes.count - continuations + astral, bytes.count - continuations)
  }

  /// The byte offset in a line at which a column begins.
  ///
  /// A column past the end gives the line's length; one inside a character (the second half of a surrogate pair, or the
  /// middle of a UTF-8 sequence) gives the start of that character; a negative one gives 0.
  ///
  /// - Parameter line: the line's bytes without its line break.
  public func offset(ofColumn column: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
    guard column > 0 else { return 0 }
    guard column < line.count else {
      // A column counts at most one unit for each byte, so it can't be inside the line.
      return line.count
    }
    var offset = 0
    var remaining = column
    while offset < line.count {
      let length = Self.sequenceLength(at: offset, in: line)
      let units =
        switch self {
        case .utf8: length
        case .utf16: line[offset] >= 0xF0 ? 2 : 1
        case .utf32: 1
        }
      guard units <= remaining else { return offset }
      remaining -= units
      offset += length
      if remaining == 0 { return offset }
    }
    return line.count
  }

  /// The number of bytes from a character's first byte to the next character, by the form of the bytes alone.
  private static func sequenceLength(at offset: Int, in line: UnsafeBufferPointer<UInt8>) -> Int {
    var end = offset + 1
    guard line[offset] >= 0xC0 else { return 1 }
    while end < line.count, line[end] & 0xC0 == 0x80, end - offset < 4 { end += 1 }
    return end - offset
  }
}

/// A place in a text as a person or a client sees it: a line, and the column in each unit, all zero-based.
///
/// Kept for every occurrence of a name, so that answers about notes that are not open need no look at their text.

public struct LinePosition: Hashable, Sendable {
  public var line: UInt32
  public var utf8: UInt32
  public var utf16: UInt32
  public var utf32: UInt32

  @inlinable
  public init(line: Int, utf8: Int, utf16: Int, utf32: Int) {
    self.line = UInt32(clamping: line)
    self.utf8 = UInt32(clamping: utf8)
    self.utf16 = UInt32(clamping: utf16)
    self.utf32 = UInt32(clamping: utf32)
  }

  /// The position in a line of ASCII, where columns are the same in each unit.
  @inlinable
  public init(line: Int, column: Int) {
    self.line = UInt32(clamping: line)
    utf8 = UInt32(clamping: column)
    utf16 = utf8
    utf32 = utf8
  }

  /// The position after `prefix`, the bytes of line `line` that stand before it.
  public init(line: Int, prefix: Span<UInt8>) {
    self = prefix.withUnsafeBufferPointer { LinePosition(line: line, prefix: $0) }
  }

  public init(line: Int, prefix: UnsafeBufferPointer<UInt8>) {
    let widths = ColumnUnit.widths(of: prefix)
    self.init(line: line, utf8: prefix.count, utf16: widths.utf16, utf32: widths.utf32)
  }

  public func column(in unit: ColumnUnit) -> Int {
    switch unit {
    case .utf8: Int(utf8)
    case .utf16: Int(utf16)
    case .utf32: Int(utf32)
    }
  }

  /// The same column on a line `distance` further down.
  public func movedDown(by distance: Int) -> LinePosition {
    var moved = self
    moved.line = UInt32(clamping: Int(line) + distance)
    return moved
  }
}

extension LinePosition: Comparable {
  @inlinable
  public static func < (left: LinePosition, right: LinePosition) -> Bool {
    left.line == right.line ? left.utf8 < right.utf8 : left.line < right.line
  }
}

/// From one place to another, the second not before the first.

public struct LineRange: Hashable, Sendable {
  public var start: LinePosition
  public var end: LinePosition

  @inlinable
  public init(_ start: LinePosition, _ end: LinePosition) {
    self.start = start
    self.end = end < start ? start : end
  }

  public func movedDown(by distance: Int) -> LineRange {
    LineRange(start.movedDown(by: distance), end.movedDown(by: distance))
  }
}
