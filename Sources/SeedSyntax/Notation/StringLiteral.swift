// What a string literal says, without its prefix and quotes.

/// The parts of a string literal.
package enum StringLiteral {
  /// The range of the text between the quotes, relative to the literal; a missing closing quote is tolerated.
  package static func content(of literal: UnsafeBufferPointer<UInt8>) -> ByteRange {
    var start = 0
    while start < literal.count, literal[start].isLetter { start += 1 }
    let quote = literal.byte(at: start)
    guard quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return ByteRange(0, literal.count) }
    let isTriple =
      literal.count - start >= 6 && literal[start + 1] == quote && literal[start + 2] == quote
    let width = isTriple ? 3 : 1
    start += width
    var end = literal.count
    if end - width >= start, literal[end - 1] == quote { end -= width }
    return ByteRange(start, end)
  }
}
