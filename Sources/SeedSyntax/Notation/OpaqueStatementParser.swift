// Statements of Python that the notation has no use for, kept as they are; and imports.

extension Parser {
  /// A line that begins with a reserved word.
  mutating func wordStatement() {
    switch token.word {
    case .import where isImport, .from where isImport:
      closeItems()
      importStatement()
    case .definition, .compound, .compoundOrInfix, .for, .if, .async:
      guard isModelFile || isHeader() else { return wordsOrUnexpected() }
      closeItems()
      opaqueStatement()
    case .simple:
      closeItems()
      opaqueStatement()
    default:
      wordsOrUnexpected()
    }
  }

  /// Prose that begins with a reserved word: words that stand where names should.
  private mutating func wordsOrUnexpected() {
    let next = lexer.afterBlanks(token.end)
    let start = token.start
    guard next > token.end, lexer.afterWord(next) > next else {
      closeItems()
      return unexpectedLine()
    }
    beginStatement()
    item(.words, ByteRange(start, wordsEnd(.statement)))
  }

  /// Whether a `:` stands on the line, or outside brackets on the lines that belong to it: the first line of `if`, `def` and
  /// the like, not prose.
  private mutating func isHeader() -> Bool {
    guard token.startsLine else { return false }
    var offset = token.end
    while offset < lexer.count, !lexer.isLineBreak(lexer.text[offset]) {
      if lexer.text[offset] == UInt8(ascii: ":") { return true }
      offset += 1
    }
    guard token.start >= noHeaderUntil else { return false }
    var lookahead = lexer
    var next = Token()
    while true {
      lookahead.next(&next)
      switch next.kind {
      case .colon where lookahead.depth == 0: return true
      case .leftParenthesis, .leftBracket, .leftBrace: lookahead.depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: lookahead.depth = Swift.max(0, lookahead.depth - 1)
      case .end, .lineEnd, .listEnd:
        // Nobody looks through these lines again.
        noHeaderUntil = next.start
        return false
      default: break
      }
    }
  }

  // MARK: - Opaque statements

  /// A statement that isn't looked into, with the lines that are indented below it.
  mutating func opaqueStatement() {
    bindsLocalNames = true
    beginStatement()
    let index = open(.opaqueStatement, at: token.start)
    let column = statement.column
    let startsLine = token.startsLine
    skipLogicalLine()
    if startsLine { skipIndentedLines(below: column) }
    close(index, .opaqueStatement)
  }

  /// `match subject:` of Python, which begins like an annotation.
  mutating func matchStatement(_ index: Int) {
    bindsLocalNames = true
    nodes.removeLast(nodes.count - index - 1)
    skipIndentedLines(below: statement.column)
    close(index, .opaqueStatement)
  }

  func isMatch(at offset: Int) -> Bool {
    lexer.hasText("match", at: offset)
  }

  private mutating func skipIndentedLines(below column: Int) {
    while token.kind == .lineEnd, token.ownKind != .end, token.start - lexer.lineStart > column {
      unveil()
      skipLogicalLine()
    }
  }

  /// Skips from the token to the line end that no bracket hides.
  private mutating func skipLogicalLine() {
    while true {
      switch token.kind {
      case .end, .listEnd:
        lexer.depth = 0
        return
      case .lineEnd: return
      case .leftParenthesis, .leftBracket, .leftBrace: lexer.depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: lexer.depth = Swift.max(0, lexer.depth - 1)
      case .tripleQuote: _ = lexer.completeTriple(&token)
      case .name where !isModelFile && token.startsLine && lexer.depth > 0:
        if beginsStatement(afterSeparator: true) {
          lexer.depth = 0
          return
        }
      default: break
      }
      advance()
    }
  }

  // MARK: - Imports

  /// Whether the line is an import rather than prose that begins with `import` or `from`.
  private var isImport: Bool {
    if isModelFile { return true }
    var offset = lexer.afterBlanks(token.end)
    let start = offset
    while offset < lexer.count, lexer.text[offset] == UInt8(ascii: ".") || lexer.afterWord(offset) > offset {
      offset = Swift.max(offset + 1, lexer.afterWord(offset))
    }
    guard offset > start else { return false }
    offset = lexer.afterBlanks(offset)
    if token.word == .from { return lexer.hasText("import", at: offset) }
    guard offset < lexer.count else { return true }
    switch lexer.text[offset] {
    case UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "#"): return true
    default: return lexer.isLineBreak(lexer.text[offset]) || lexer.hasText("as ", at: offset)
    }
  }

  private mutating func importStatement() {
    beginStatement()
    let index = open(.importStatement, at: token.start)
    let isFrom = token.word == .from
    advance()
    dottedName()
    if isFrom {
      if token.word == .import, token.kind == .statementWord {
        advance()
        importedNames()
      } else {
        report(.missingExpression, ByteRange(at: previousEnd))
      }
    } else {
      alias()
      while token.kind == .comma {
        advance()
        dottedName()
        alias()
      }
    }
    finishStatement(index, .importStatement)
  }

  private mutating func importedNames() {
    let opener = token.range
    let hasParenthesis = token.kind == .leftParenthesis
    if hasParenthesis {
      lexer.depth = 1
      advance()
    }
    while true {
      switch token.kind {
      case .name where !hasParenthesis || !token.startsLine || !beginsStatement(afterSeparator: true):
        leaf(.name, token.range)
        advance()
        alias()
      case .star:
        leaf(.star, token.range)
        advance()
      case .comma: advance()
      case .rightParenthesis where hasParenthesis:
        lexer.depth = 0
        return advance()
      default:
        if hasParenthesis {
          report(.unclosedBracket(UInt8(ascii: "(")), opener)
          statement.hasEnded = token.startsLine
        }
        return
      }
    }
  }

  /// `a.b.c`, with dots before it for a relative module: one name.
  private mutating func dottedName() {
    let start = token.start
    var end = token.start
    while token.kind == .dot || token.kind == .ellipsis || token.kind == .name {
      let wasName = token.kind == .name
      end = token.end
      advance()
      if wasName, token.kind != .dot { break }
    }
    guard end > start else {
      report(.missingExpression, ByteRange(at: previousEnd))
      return missing()
    }
    leaf(.name, ByteRange(start, end))
  }

  /// `as name`: one more name.
  private mutating func alias() {
    guard token.kind == .infixWord, lexer.hasText("as", at: token.start), token.end == token.start + 2 else { return }
    advance()
    guard token.kind == .name else { return }
    leaf(.name, token.range)
    advance()
  }
}
