// A string as it stands in a JSON text, compared and decoded only when someone asks.

/// The content of a JSON string, between its quotes and with its escapes.
///
/// Like the reader that made it, it must not outlive the bytes.
package struct JSONRawString {
  let content: UnsafeBufferPointer<UInt8>
  let hasEscapes: Bool

  /// The content as UTF-8 with escapes resolved.
  ///
  /// Bytes that are not UTF-8 are kept as they came; a lone surrogate such as `\ud800` becomes U+FFFD.
  package var bytes: [UInt8] {
    guard hasEscapes else { return [UInt8](content) }
    // No escape is shorter than what it stands for, so the raw length is always enough.
    return [UInt8](unsafeUninitializedCapacity: content.count) { output, count in
      count = unescape(into: output)
    }
  }

  /// The content as a string. Both what is not UTF-8 and lone surrogates become U+FFFD.
  package var string: String {
    hasEscapes ? String(decoding: bytes, as: UTF8.self) : String(decoding: content, as: UTF8.self)
  }

  /// Whether the content, with its escapes resolved, is this text.
  package func equals(_ text: StaticString) -> Bool {
    text.withUTF8Buffer { expected in
      hasEscapes ? bytes.elementsEqual(expected) : hasSameBytes(as: expected)
    }
  }

  /// Lets `switch` choose by the content.
  package static func ~= (text: StaticString, string: JSONRawString) -> Bool {
    string.equals(text)
  }

  private func hasSameBytes(as expected: UnsafeBufferPointer<UInt8>) -> Bool {
    guard content.count == expected.count else { return false }
    for index in 0..<content.count where content[index] != expected[index] { return false }
    return true
  }

  /// Writes the content with escapes resolved.
  ///
  /// - Returns: the number of bytes written, never more than the raw content has.
  private func unescape(into output: UnsafeMutableBufferPointer<UInt8>) -> Int {
    guard let source = content.baseAddress, let target = output.baseAddress else { return 0 }
    var read = 0
    var written = 0
    while read < content.count {
      let escape = ByteScan.firstQuoteOrBackslash(in: content, from: read)
      (target + written).initialize(from: source + read, count: escape - read)
      written += escape - read
      read = escape
      guard read < content.count else { break }
      let (scalar, length) = Self.scalar(ofEscapeAt: read, in: content)
      for byte in UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter {
        output[written] = byte
        written += 1
      }
      read += length
    }
    return written
  }

  /// The character that an escape stands for and how many bytes the escape takes, at least one and never past the end.
  private static func scalar(
    ofEscapeAt index: Int, in content: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard index + 1 < content.count else { return (Unicode.Scalar(content[index]), 1) }
    switch content[index + 1] {
    case UInt8(ascii: "n"): return ("\n", 2)
    case UInt8(ascii: "t"): return ("\t", 2)
    case UInt8(ascii: "r"): return ("\r", 2)
    case UInt8(ascii: "b"): return ("\u{8}", 2)
    case UInt8(ascii: "f"): return ("\u{C}", 2)
    case UInt8(ascii: "u"): return scalar(ofUnicodeEscapeAt: index, in: content)
    case let other: return (Unicode.Scalar(other), 2)
    }
  }

  private static func scalar(
    ofUnicodeEscapeAt index: Int, in content: UnsafeBufferPointer<UInt8>
  ) -> (scalar: Unicode.Scalar, length: Int) {
    guard let first = ByteScan.unicodeEscape(at: index, in: content) else { return ("\u{FFFD}", 2) }
    if let scalar = Unicode.Scalar(first) { return (scalar, 6) }
    if first < 0xDC00, let second = ByteScan.unicodeEscape(at: index + 6, in: content),
      (0xDC00...0xDFFF).contains(second),
      let scalar = Unicode.Scalar(0x1_0000 + (UInt32(first - 0xD800) << 10) + UInt32(second - 0xDC00))
    {
      return (scalar, 12)
    }
    return ("\u{FFFD}", 6)
  }
}
