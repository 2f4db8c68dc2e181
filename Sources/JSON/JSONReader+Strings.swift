// Reading strings: where they end, and what they hold.

extension JSONReader {
  /// Reads a string as text. What is not UTF-8, and lone surrogates, become U+FFFD.
  package mutating func readString() throws(JSONError) -> String {
    try readRawString().string
  }

  /// Reads a string as UTF-8 bytes, the fast way for the text of a document.
  ///
  /// Bytes that are not UTF-8 are kept as they came: the text's owner has to cope with them in files anyway.
  package mutating func readBytes() throws(JSONError) -> [UInt8] {
    try readRawString().bytes
  }

  /// Reads a string without decoding it, to compare it with known ones.
  package mutating func readRawString() throws(JSONError) -> JSONRawString {
    guard try nextKind() == .string else { throw wrongType("a string") }
    return try scanString()
  }

  /// Where a string that this reader gave stands in the text, with its quotes.
  package func range(of string: JSONRawString) -> Range<Int> {
    let first = start(of: string)
    guard first > 0, first + string.content.count < bytes.count else { return offset..<offset }
    return first - 1..<first + string.content.count + 1
  }

  /// Where the content of a string that this reader gave begins; 0 for one of another reader.
  func start(of string: JSONRawString) -> Int {
    guard let start = bytes.baseAddress, let content = string.content.baseAddress else { return 0 }
    return content - start
  }

  /// Whether the key whose content begins at an offset is this text.
  func hasKey(_ key: StaticString, at start: Int, mayHaveEscapes: Bool) -> Bool {
    if mayHaveEscapes {
      var reader = self
      reader.offset = start - 1
      return (try? reader.scanString())?.equals(key) ?? false
    }
    return key.withUTF8Buffer { key in
      guard start + key.count < bytes.count, bytes[start + key.count] == UInt8(ascii: "\"") else { return false }
      for index in key.indices where bytes[start + index] != key[index] { return false }
      return true
    }
  }

  /// Finds the end of the string whose opening quote stands next, and checks its escapes.
  ///
  /// Control characters are accepted although RFC 8259 wants them escaped: refusing a whole document for a tab helps
  /// nobody.
  mutating func scanString() throws(JSONError) -> JSONRawString {
    let start = offset + 1
    var index = start
    var hasEscapes = false
    while true {
      index = ByteScan.firstQuoteOrBackslash(in: bytes, from: index)
      guard index < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
      if bytes[index] == UInt8(ascii: "\"") { break }
      hasEscapes = true
      index += try lengthOfEscape(at: index)
    }
    offset = index + 1
    return JSONRawString(content: UnsafeBufferPointer(rebasing: bytes[start..<index]), hasEscapes: hasEscapes)
  }

  private func lengthOfEscape(at index: Int) throws(JSONError) -> Int {
    guard index + 1 < bytes.count else { throw JSONError(.unexpectedEnd, at: bytes.count) }
    switch bytes[index + 1] {
    case UInt8(ascii: "n"), UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "t"), UInt8(ascii: "r"),
      UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"):
      return 2
    case UInt8(ascii: "u"):
      guard ByteScan.unicodeEscape(at: index, in: bytes) != nil else { throw JSONError(.invalidEscape, at: index) }
      return 6
    default:
      throw JSONError(.invalidEscape, at: index)
    }
  }
}
