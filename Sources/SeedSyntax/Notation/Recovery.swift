// Where a damaged statement ends, and what is said about it: one problem, at the place that is wrong.

extension Parser {
  // MARK: - Problems

  /// Notes a problem of the statement that is being read; the first one counts.
  mutating func report(_ kind: SyntaxProblemKind, _ range: ByteRange) {
    guard statement.problem == nil else { return }
    statement.problem = kind
    statement.problemRange = range
  }

  /// Adds the problem that was noted, if any, now that the statement's end is known.
  mutating func flushProblem(end: Int) {
    guard let kind = statement.problem else { return }
    statement.problem = nil
    add(kind, statement.problemRange, statement: ByteRange(statement.start, end))
  }

  mutating func add(_ kind: SyntaxProblemKind, _ range: ByteRange, statement: ByteRange) {
    if let last = problems.last, last.range.start > range.start { problemsAreOutOfOrder = true }
    problems.append(SyntaxProblem(kind: kind, range: range, statement: statement))
  }

  // MARK: - Statements

  mutating func beginStatement() {
    statement = StatementState()
    statement.start = token.start
    statement.column = token.start - lexer.lineStart
  }

  /// Comes to the statement's end: skips what can't belong to it, and the closing brackets that a mistake left over.
  mutating func endStatement() {
    lexer.depth = 0
    if !statement.hasEnded, !isAtStatementEnd {
      if token.kind.isCloser {
        unexpectedClosers()
      } else {
        let start = token.start
        skipLine()
        report(.unexpectedText, ByteRange(start, previousEnd))
      }
    }
    if statement.problem != nil, !statement.hasEnded { skipClosers() }
  }

  /// Whether the token can't be part of the statement that is being read.
  @inline(__always)
  var isAtStatementEnd: Bool {
    switch token.kind {
    case .lineEnd, .end, .listEnd, .semicolon: true
    case .string: closesListByTwoQuotes
    default: token.followsLineBreak
    }
  }

  /// Skips to the end of the line, or of the list if it ends first.
  mutating func skipLine() {
    while true {
      switch token.kind {
      case .lineEnd, .end, .listEnd: return
      default: if token.followsLineBreak || closesListByTwoQuotes { return }
      }
      advance()
    }
  }

  /// Skips closing brackets that nothing opens, and what else stands on their line.
  mutating func unexpectedClosers() {
    let first = token
    repeat { advance() } while token.kind.isCloser
    if isAtStatementEnd || token.kind == .comma {
      report(.unexpectedCloser(lexer.text[first.start]), first.range)
    }
    if !isAtStatementEnd { skipLine() }
    report(.unexpectedText, ByteRange(first.start, previousEnd))
  }

  /// Skips lines that hold nothing but closing brackets (and the commas between them).
  private mutating func skipClosers() {
    while token.ownKind.isCloser {
      repeat { advance() } while token.kind.isCloser || token.kind == .comma
      if !isAtStatementEnd { skipLine() }
    }
  }

  /// Brackets are nested too deep: skips the rest of the statement without looking into it.
  mutating func skipDeepNesting() {
    report(.nestingTooDeep, token.range)
    statement.hasEnded = true
    while true {
      switch token.kind {
      case .end, .listEnd, .lineEnd: return
      case .leftParenthesis, .leftBracket, .leftBrace: lexer.depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace: lexer.depth = Swift.max(0, lexer.depth - 1)
      default: if token.startsLine, beginsStatement(afterSeparator: false) { return }
      }
      advance()
    }
  }

  // MARK: - Lines that begin a new statement inside open brackets

  /// Whether the token, the first of its line and inside brackets, plainly begins a new statement.
  ///
  /// - Parameter afterSeparator: whether an element may stand here: after `,`, `:`, an operator or an opening bracket.
  mutating func beginsStatement(afterSeparator: Bool) -> Bool {
    switch token.kind {
    case .name: nameBeginsStatement(afterSeparator: afterSeparator)
    case .statementWord: !isReservedKeyword
    case .tripleQuote: tripleQuoteBeginsList(afterSeparator: afterSeparator)
    case .number, .constant, .ellipsis, .leftParenthesis, .leftBracket, .leftBrace, .prefixWord:
      !afterSeparator && column <= statement.column
    default: false
    }
  }

  /// Bytes between the start of the token's line and the token.
  private var column: Int { token.start - lexer.lineStart }

  private func nameBeginsStatement(afterSeparator: Bool) -> Bool {
    let isOutdented = column <= statement.column
    // Authors indent by hand: one blank more than the statement is still its own column.
    let isNearMargin = column <= statement.column + (isModelFile ? 0 : 1)
    let next = lexer.afterBlanks(token.end)
    let byte = next < lexer.count ? lexer.text[next] : 0
    if byte == UInt8(ascii: "="), !lexer.hasText("==", at: next) {
      if isNearMargin || !isModelFile, lexer.isValueOfStatement(at: next + 1) { return true }
      if statement.bracket == .arguments { return !afterSeparator && isNearMargin }
      return !afterSeparator || isNearMargin
    }
    if byte == UInt8(ascii: "("), lexer.isStatementCallee(token.start, token.end) {
      if statement.bracket == .dictionary, isNearMargin || !isModelFile { return !isCallAsKey() }
      return !afterSeparator || isNearMargin
    }
    if afterSeparator { return false }
    return isOutdented && !(statement.bracket == .dictionary && byte == UInt8(ascii: ":"))
  }

  /// Whether a call at the token is a dictionary's key: a `:` follows its closing parenthesis on the line.
  private func isCallAsKey() -> Bool {
    var offset = token.end
    var open = 0
    while offset < lexer.count, !lexer.isLineBreak(lexer.text[offset]) {
      if lexer.text[offset] == UInt8(ascii: "(") { open += 1 }
      if lexer.text[offset] == UInt8(ascii: ")") {
        open -= 1
        if open == 0 { return lexer.byteAfterBlanks(offset + 1) == UInt8(ascii: ":") }
      }
      offset += 1
    }
    return false
  }

  /// Whether three quotes open a list of codes rather than a string among an expression's operands.
  private mutating func tripleQuoteBeginsList(afterSeparator: Bool) -> Bool {
    guard !isModelFile, lexer.listQuote == 0, token.quote == UInt8(ascii: "'"), token.end == token.start + 3 else {
      return false
    }
    guard afterSeparator || statement.bracket == .none else { return true }
    // In a sound expression something continues it after the string; after a list a line ends and a statement begins.
    guard let end = lexer.tripleEnd(from: token.end, token.quote) else { return true }
    var offset = lexer.afterBlanks(end)
    guard offset < lexer.count, lexer.isLineBreak(lexer.text[offset]) else { return offset >= lexer.count }
    while offset < lexer.count, lexer.isLineBreak(lexer.text[offset]) {
      offset = lexer.afterBlanks(offset + 1)
    }
    guard offset < lexer.count else { return true }
    switch lexer.classOf(offset) & ByteClass.mask {
    case ByteClass.punctuation, ByteClass.mark, ByteClass.dot, ByteClass.hash, ByteClass.quote: return false
    default: return true
    }
  }
}
