// Strings as operands: several side by side, and literals whose quotes are wrong.

extension Parser {
  /// One string, or several side by side in a `.binary`.
  mutating func strings(_ context: ExpressionContext) {
    let first = nodes.count
    oneString()
    guard token.kind == .string || token.kind == .tripleQuote, continuesString(context) else { return }
    wrap(first, .binary, at: nodes[first].range.start)
    while token.kind == .string || token.kind == .tripleQuote, continuesString(context) { oneString() }
    close(first, .binary)
  }

  /// Whether a string behind a string continues it, rather than being the next key after a forgotten comma.
  private mutating func continuesString(_ context: ExpressionContext) -> Bool {
    if closesListByTwoQuotes { return false }
    if token.startsLine, beginsStatement(afterSeparator: true) { return false }
    guard context == .value, statement.bracket == .dictionary, token.kind == .string else { return true }
    return lexer.byteAfterBlanks(token.end) != UInt8(ascii: ":")
  }

  private mutating func oneString() {
    var isDamaged = false
    if token.kind == .tripleQuote {
      if !lexer.completeTriple(&token) {
        isDamaged = true
        report(.unclosedString(quote: token.quote), token.range)
      }
    } else if token.isMalformed {
      isDamaged = true
      mendUnclosedString()
    } else if token.isTypographic {
      isDamaged = true
      report(.typographicQuote, ByteRange(token.start, token.start + 3))
    } else if lexer.continuesString(at: token.end) {
      isDamaged = true
      report(.unexpectedText, ByteRange(token.end - 1, token.end))
      extendToClosingQuote()
    }
    leaf(.string, token.range, isDamaged: isDamaged)
    advance()
  }

  // MARK: - Missing closing quotes

  /// Finds out where a literal ends that has no closing quote on its line: on one of the next lines, or before the brackets
  /// and commas at the end of its own.
  private mutating func mendUnclosedString() {
    if !token.isTypographic, let end = endAfterLineBreak() {
      var offset = token.end
      while offset < end {
        if lexer.isLineBreak(lexer.text[offset]) {
          offset = lexer.afterLineBreak(offset)
          lexer.lineStart = offset
        } else {
          offset += 1
        }
      }
      moveTokenEnd(to: end)
      return report(.lineBreakInString(quote: token.quote), token.range)
    }
    if lexer.depth > 0 { moveTokenEnd(to: endBeforeClosers()) }
    report(.unclosedString(quote: token.quote), token.range)
  }

  private mutating func moveTokenEnd(to end: Int) {
    token.end = end
    lexer.position = end
  }

  /// The offset after the quote that closes the literal on a later line.
  ///
  /// At most two lines are looked at; the quote must be the first of its line, and what follows it must be able to follow a
  /// string.
  private func endAfterLineBreak() -> Int? {
    var offset = token.end
    for _ in 0..<2 {
      guard offset < lexer.count, lexer.isLineBreak(lexer.text[offset]) else { return nil }
      offset = lexer.afterLineBreak(offset)
      let start = lexer.afterBlanks(offset)
      if lexer.hasText("'''", at: start) || lexer.hasText("\"\"\"", at: start) { return nil }
      while offset < lexer.count, !lexer.isLineBreak(lexer.text[offset]) {
        let byte = lexer.text[offset]
        if byte == token.quote {
          return canFollowString(offset + 1) ? offset + 1 : nil
        }
        // A line with another kind of quote or with a call is code.
        if byte == UInt8(ascii: "'") && token.quote != byte && offset == start { return nil }
        if byte == UInt8(ascii: "=") && lexer.depth > 0 && lexer.byteAfterBlanks(offset + 1) == UInt8(ascii: "C") {
          return nil
        }
        offset = byte == UInt8(ascii: "\\") ? Swift.min(offset + 2, lexer.count) : offset + 1
      }
    }
    return nil
  }

  private func canFollowString(_ offset: Int) -> Bool {
    switch lexer.byteAfterBlanks(offset) {
    case 0, UInt8(ascii: ","), UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: "\n"),
      UInt8(ascii: "\r"):
      return true
    default: return false
    }
  }

  /// Where the literal ends if the closing brackets and commas at the end of its line are not part of it.
  private func endBeforeClosers() -> Int {
    var end = token.end
    var result = token.end
    while end > token.start + 1 {
      switch lexer.text[end - 1] {
      case UInt8(ascii: " "), UInt8(ascii: "\t"): break
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ","): result = end - 1
      default: return result
      }
      end -= 1
    }
    return result
  }

  // MARK: - Quotes inside

  /// Extends the token to the next quote of its kind on the line behind which a string may end; else to the last one; else
  /// to the line's end.
  private mutating func extendToClosingQuote() {
    var offset = token.end
    var last: Int?
    while offset < lexer.count, !lexer.isLineBreak(lexer.text[offset]) {
      if lexer.text[offset] == token.quote {
        last = offset + 1
        if canFollowString(offset + 1) || lexer.byteAfterBlanks(offset + 1) == UInt8(ascii: ":") { break }
      }
      offset =
        lexer.text[offset] == UInt8(ascii: "\\") ? Swift.min(offset + 2, lexer.lineEnd(from: offset)) : offset + 1
    }
    if let last { return moveTokenEnd(to: last) }
    moveTokenEnd(to: Swift.min(offset, lexer.count))
    if lexer.depth > 0 { moveTokenEnd(to: endBeforeClosers()) }
  }
}

extension Lexer {
  /// Whether a letter touches the end of a literal, so that its closing quote belongs to the text: `'It's'`, or
  /// `""The next generation"`, where the opening quote was typed twice.
  @inline(__always)
  fileprivate func continuesString(at end: Int) -> Bool {
    guard end < count, text[end] >= 0x80 || classOf(end) & ByteClass.wordBit != 0 else { return false }
    return isLetterOfString(at: end)
  }

  private func isLetterOfString(at offset: Int) -> Bool {
    guard text[offset] < 0x80 else { return !isPunctuation(at: offset) && blankWidth(at: offset) == 0 }
    for word: StaticString in ["if ", "else ", "in ", "is ", "and ", "or ", "not ", "for "]
    where hasText(word, at: offset) {
      return false
    }
    // `'a'b'c'`: the next literal with its prefix.
    let end = afterWord(offset)
    guard end - offset <= 2, end < count, text[end] == UInt8(ascii: "'") || text[end] == UInt8(ascii: "\"") else {
      return true
    }
    for index in offset..<end {
      switch text[index] | 0x20 {
      case UInt8(ascii: "r"), UInt8(ascii: "b"), UInt8(ascii: "u"), UInt8(ascii: "f"): break
      default: return true
      }
    }
    return false
  }
}
