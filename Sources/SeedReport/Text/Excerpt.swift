// A line of a note with carets under a part of it, as compilers show it.

package import SeedSyntax

/// A line and the marks below it.
///
/// Tabs are expanded, and wide and combining characters are measured, so that in a terminal the carets stand under what they
/// mean. A line too long to show is cut on both sides of the range. Knows nothing of terminals but their width.
package struct Excerpt: Hashable, Sendable {
  /// The line as it is shown.
  package let line: String
  /// Blanks, then at least one caret. Of a range over several lines, the part on the first one is marked.
  package let marks: String

  /// - Parameters:
  ///   - range: where; its UTF-8 columns are used, clamped to the line.
  ///   - columns: how wide the line may be; at least 20 are taken.
  package init(_ range: LineRange, of line: ArraySlice<UInt8>, columns: Int = 120) {
    let start = min(Int(range.start.utf8), line.count)
    let isOneLine = range.start.line == range.end.line
    let end = isOneLine ? max(min(Int(range.end.utf8), line.count), start) : line.count
    let width = max(columns, 20)
    let cells = Cells(line, around: start, end, reach: width * 4)
    let shown = cells.window(width: width)
    self.line = shown.text
    marks = String(
      decoding: [UInt8](repeating: UInt8(ascii: " "), count: shown.marked.lowerBound)
        + [UInt8](repeating: UInt8(ascii: "^"), count: shown.marked.count), as: UTF8.self)
  }
}

/// The characters of a line in the columns of a terminal, and which of them are marked.
private struct Cells {
  private enum Content {
    /// Letters, digits and signs of ASCII, each one column wide: nearly every line.
    case plain(ArraySlice<UInt8>)
    case mixed([Cell])
  }

  private struct Cell {
    let character: DisplayedCharacter
    let column: Int
    var end: Int { column + character.width }
  }

  private let content: Content
  /// The columns to mark; empty at a place between two characters.
  private let marked: Range<Int>
  /// Whether text before or after the cells was left out.
  private let isCutBefore: Bool
  private let isCutAfter: Bool

  /// Lays out the part of a line that can be needed: a line can have megabytes, and each of its findings shows it.
  ///
  /// - Parameter reach: how many bytes before and after `start` are laid out.
  init(_ line: ArraySlice<UInt8>, around start: Int, _ end: Int, reach: Int) {
    let first = Self.characterStart(max(start - reach, 0), line)
    let last = Self.characterStart(min(start + reach, line.count), line)
    isCutBefore = first > 0
    isCutAfter = last < line.count
    let part = line.dropFirst(first).prefix(last - first)
    if part.allSatisfy({ 0x20..<0x7F ~= $0 }) {
      content = .plain(part)
      let lower = min(start - first, part.count)
      marked = lower..<(start == end ? lower : max(min(end - first, part.count), lower))
      return
    }
    let (text, ends) = Self.decode(part)
    var cells: [Cell] = []
    var column = 0
    var scalars = 0
    var from: Int?
    var to: Int?
    for character in text {
      let cell = Cell(character: DisplayedCharacter(character, atColumn: column), column: column)
      cells.append(cell)
      scalars += character.unicodeScalars.count
      let offset = first + ends[scalars - 1]
      if from == nil, offset > start { from = cell.column }
      if to == nil, offset >= end, from != nil { to = cell.end }
      column = cell.end
    }
    content = .mixed(cells)
    let lower = from ?? column
    marked = lower..<(start == end ? lower : max(to ?? column, lower))
  }

  /// The number of columns.
  private var width: Int {
    switch content {
    case .plain(let bytes): bytes.count
    case .mixed(let cells): cells.last?.end ?? 0
    }
  }

  /// The column of the first character that begins there or behind; nil if none does.
  private func firstColumn(from column: Int) -> Int? {
    switch content {
    case .plain(let bytes): column < bytes.count ? column : nil
    case .mixed(let cells): cells.first { $0.column >= column }?.column
    }
  }

  /// The characters between two columns.
  private func text(from lower: Int, to upper: Int) -> String {
    switch content {
    case .plain(let bytes): String(decoding: bytes.prefix(max(upper, 0)).dropFirst(lower), as: UTF8.self)
    case .mixed(let cells):
      cells.drop { $0.column < lower }.prefix { $0.end <= upper }.map(\.character.text).joined()
    }
  }

  /// The part of the cells that fits into `limit` columns, with the marks in it; at least one column is marked.
  func window(width limit: Int) -> (text: String, marked: Range<Int>) {
    // A caret can stand behind the last character.
    let width = max(self.width, marked.lowerBound + 1)
    var from = 0
    if width > limit || isCutBefore {
      // The marks begin after a third of the room, or later where the line ends soon after them.
      from = marked.lowerBound - limit / 3
      if !isCutAfter { from = min(from, width - (limit - 1)) }
      // An ellipsis for a single character would win nothing.
      if from <= 1 { from = 0 }
    }
    let hasMoreBefore = from > 0 || isCutBefore
    // What to subtract from a column of the line to get one of the window.
    let shift = (firstColumn(from: from) ?? from) - (hasMoreBefore ? 1 : 0)
    let hasMoreAfter = isCutAfter || self.width - shift > limit
    let room = hasMoreAfter ? limit - 1 : limit
    let text = text(from: from, to: room + shift)
    let lower = marked.lowerBound - shift
    let upper = min(marked.upperBound - shift, limit)
    return ((hasMoreBefore ? "…" : "") + text + (hasMoreAfter ? "…" : ""), lower..<max(upper, lower + 1))
  }

  /// The text of bytes, with U+FFFD for what is not UTF-8, and for each of its scalar values the offset where it ends.
  private static func decode(_ bytes: ArraySlice<UInt8>) -> (text: String, ends: [Int]) {
    var scalars = String.UnicodeScalarView()
    var ends: [Int] = []
    var offset = 0
    var parser = UTF8.ForwardParser()
    var iterator = bytes.makeIterator()
    while true {
      switch parser.parseScalar(from: &iterator) {
      case .valid(let encoded):
        scalars.append(UTF8.decode(encoded))
        offset += encoded.count
      case .error(let length):
        scalars.append("\u{FFFD}")
        offset += length
      case .emptyInput:
        return (String(scalars), ends)
      }
      ends.append(offset)
    }
  }

  /// The start of the character of a byte, by the form of the bytes.
  private static func characterStart(_ offset: Int, _ line: ArraySlice<UInt8>) -> Int {
    var offset = offset
    while offset > 0, offset < line.count, line[line.startIndex + offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }
}
