// What a string literal says: its text without prefix and quotes, and its escapes as what they stand for.

/// The parts of a string literal.
public enum StringLiteral {
  /// The range of the text between the quotes, relative to the literal; a missing closing quote is tolerated.
  public static func content(of literal: UnsafeBufferPointer<UInt8>) -> ByteRange {
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

  /// What stands between the quotes, if that is what the literal says: it has no prefix and no escapes.
  static func plainContent(of literal: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8>? {
    guard literal.first?.isLetter == false else { return nil }
    let text = literal.clamped(to: content(of: literal))
    return text.firstOffset(of: UInt8(ascii: "\\"), 0, text.count) == text.count ? text : nil
  }

  /// Adds what the literal says, as Python reads it.
  ///
  /// The fields of a formatted literal stay as they are written, and so do escapes that stand for no character.
  static func appendValue(of literal: UnsafeBufferPointer<UInt8>, to bytes: inout [UInt8]) {
    if let plain = plainContent(of: literal) { return bytes.append(contentsOf: plain) }
    let range = content(of: literal)
    let text = literal.clamped(to: range)
    let prefix = literal.prefix { $0.isLetter }.map(\.lowercased)
    if prefix.contains(UInt8(ascii: "f")) {
      return appendFormatted(text, isRaw: prefix.contains(UInt8(ascii: "r")), to: &bytes)
    }
    if prefix.contains(UInt8(ascii: "r")) { return bytes.append(contentsOf: text) }
    StringEscapes(text: text, isOfBytes: prefix.contains(UInt8(ascii: "b"))).appendAll(to: &bytes)
  }

  /// In a formatted literal two braces stand for one; what stands in single ones is a field.
  private static func appendFormatted(_ text: UnsafeBufferPointer<UInt8>, isRaw: Bool, to bytes: inout [UInt8]) {
    let escapes = StringEscapes(text: text, isOfBytes: false)
    var offset = 0
    var depth = 0
    while offset < text.count {
      let byte = text[offset]
      let isBrace = byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}")
      if isBrace, depth == 0, text.byte(at: offset + 1) == byte {
        bytes.append(byte)
        offset += 2
      } else if byte == UInt8(ascii: "\\"), depth == 0, !isRaw {
        offset = escapes.append(at: offset, to: &bytes)
      } else {
        if isBrace { depth = max(0, depth + (byte == UInt8(ascii: "{") ? 1 : -1)) }
        bytes.append(byte)
        offset += 1
      }
    }
  }
}
