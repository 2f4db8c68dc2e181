// String literals: quotes, prefixes, escapes, three quotes, and typographic quotes that stand where plain ones should.

extension Lexer {
  /// Reads a string literal, or just the three quotes of one, with its (first) quote at `start`.
  mutating func quoted(_ quote: UInt8, _ token: inout Token, at start: Int) {
    token.quote = quote
    if start + 2 < count, text[start + 1] == quote, text[start + 2] == quote {
      position = start + 3
      token.ownKind = quote == listQuote ? .listEnd : .tripleQuote
      return
    }
    token.ownKind = .string
    if token.isFormatted, let end = formattedStringEnd(from: start + 1, quote) {
      position = end
      return
    }
    var offset = start + 1
    while offset < count {
      if offset &+ 8 <= count {
        let length = EightBytes(at: text + offset).lengthBeforeStop(quote: quote)
        offset &+= length
        if length == 8 { continue }
      }
      let byte = text[offset]
      if byte == quote {
        position = offset + 1
        return
      }
      if byte == UInt8(ascii: "\\") {
        offset = afterEscape(offset)
      } else if isLineBreak(byte) {
        break
      } else {
        offset &+= 1
      }
    }
    token.isMalformed = true
    position = Swift.min(offset, count)
  }

  /// Reads a literal in typographic quotes, or another mark, with a byte at `start` that begins no word.
  mutating func punctuationOutsideASCII(_ token: inout Token, at start: Int) {
    guard isTypographicQuote(at: start) else {
      token.ownKind = .unknown
      position = start + (isPunctuation(at: start) ? 3 : 1)
      return
    }
    token.ownKind = .string
    token.isTypographic = true
    // ‘ ’ ‚ ‛ are 98...9B, “ ” „ ‟ are 9C...9F.
    let isDouble = text[start + 2] >= 0x9C
    token.quote = isDouble ? UInt8(ascii: "\"") : UInt8(ascii: "'")
    var offset = start + 3
    while offset < count, !isLineBreak(text[offset]) {
      if text[offset] == token.quote {
        position = offset + 1
        return
      }
      if isTypographicQuote(at: offset), (text[offset + 2] >= 0x9C) == isDouble, !isApostrophe(at: offset) {
        position = offset + 3
        return
      }
      offset += 1
    }
    token.isMalformed = true
    position = offset
  }

  /// Whether a typographic quotation mark (‘ ’ “ ” and their kin) stands at an offset.
  private func isTypographicQuote(at offset: Int) -> Bool {
    isPunctuation(at: offset) && (0x98...0x9F).contains(text[offset + 2])
  }

  /// Whether the quotation mark at an offset, inside a text, is the one of `It’s`.
  private func isApostrophe(at offset: Int) -> Bool {
    guard text[offset + 2] == 0x99, offset + 3 < count, classOf(offset + 3) & ByteClass.wordBit != 0 else {
      return false
    }
    return classOf(offset - 1) & ByteClass.wordBit != 0
  }

  /// Completes a `.tripleQuote` token to the whole string; false if its closing quotes are missing: then it stays as it is.
  ///
  /// The token must be the latest one.
  mutating func completeTriple(_ token: inout Token) -> Bool {
    guard let end = tripleEnd(from: token.end, token.quote) else { return false }
    var offset = token.end
    while offset < end {
      if isLineBreak(text[offset]) {
        offset = afterLineBreak(offset)
        lineStart = offset
      } else {
        offset += 1
      }
    }
    token.end = end
    position = end
    return true
  }

  /// Where the string that three quotes opened ends (after its closing quotes).
  mutating func tripleEnd(from start: Int, _ quote: UInt8) -> Int? {
    let isSingle = quote == UInt8(ascii: "'")
    guard start < (isSingle ? noTripleSingleAfter : noTripleDoubleAfter) else { return nil }
    var offset = start
    while offset < count {
      let byte = text[offset]
      if byte == UInt8(ascii: "\\") {
        offset = afterEscape(offset)
      } else if byte == quote, offset + 2 < count, text[offset + 1] == quote, text[offset + 2] == quote {
        return offset + 3
      } else {
        offset &+= 1
      }
    }
    if isSingle { noTripleSingleAfter = start } else { noTripleDoubleAfter = start }
    return nil
  }

  /// Where a formatted string ends whose fields may hold quotes of its own kind; nil if it isn't well formed on its line.
  private mutating func formattedStringEnd(from start: Int, _ quote: UInt8) -> Int? {
    guard start >= plainFieldsUntil else { return nil }
    var offset = start
    /// How many `{`, `(` and `[` are open.
    var open = 0
    while offset < count, !isLineBreak(text[offset]) {
      let byte = text[offset]
      switch byte {
      case quote where open == 0: return offset + 1
      case UInt8(ascii: "'"), UInt8(ascii: "\""):
        guard open > 0 else { break }
        guard let end = plainStringEnd(from: offset + 1, byte) else {
          plainFieldsUntil = lineEnd(from: offset)
          return nil
        }
        offset = end
        continue
      case UInt8(ascii: "\\"):
        offset = afterEscape(offset)
        continue
      case UInt8(ascii: "{"):
        if open == 0, offset + 1 < count, text[offset + 1] == byte { offset += 1 } else { open += 1 }
      case UInt8(ascii: "("), UInt8(ascii: "["):
        if open > 0 { open += 1 }
      case UInt8(ascii: "}"), UInt8(ascii: ")"), UInt8(ascii: "]"):
        if open > 0 { open -= 1 }
      default: break
      }
      offset += 1
    }
    plainFieldsUntil = offset
    return nil
  }

  private func plainStringEnd(from start: Int, _ quote: UInt8) -> Int? {
    var offset = start
    while offset < count, !isLineBreak(text[offset]) {
      if text[offset] == quote { return offset + 1 }
      offset = text[offset] == UInt8(ascii: "\\") ? afterEscape(offset) : offset + 1
    }
    return nil
  }

  /// The offset after a backslash and what it escapes; `\` before `\r\n` escapes both.
  @inline(__always)
  func afterEscape(_ offset: Int) -> Int {
    guard offset + 1 < count else { return count }
    return isLineBreak(text[offset + 1]) ? afterLineBreak(offset + 1) : offset + 2
  }
}
