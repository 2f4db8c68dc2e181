// Statements: assignments, annotations, calls by themselves; what else begins with a word is decided here.

extension Parser {
  /// Reads statements to the end of the text, or of the list that is being read.
  mutating func statements() {
    while true {
      unveil()
      switch token.kind {
      case .end, .listEnd:
        closeItems()
        return
      case .name where !isModelFile:
        nameStatement()
      case .semicolon:
        closeItems()
        advance()
      case .comma:
        comma()
      case .tripleQuote where !isModelFile && lexer.listQuote == 0:
        closeItems()
        codeList()
      case .string where closesListByTwoQuotes:
        closeItems()
        return
      case .statementWord, .infixWord:
        wordStatement()
      case .sign where isBullet, .star where isBullet, .unknown where isBullet:
        advance()
      case .sign where isLoneMark, .star where isLoneMark:
        closeItems()
        unexpectedLine()
      case .infix where token.startsLine && lexer.text[token.start] == UInt8(ascii: "@"):
        closeItems()
        opaqueStatement()
      case .unknown, .rightParenthesis, .rightBracket, .rightBrace, .infix, .colon, .equals, .dot, .augmentedAssignment,
        .lineEnd:
        closeItems()
        unexpectedLine()
      default:
        closeItems()
        beginStatement()
        let index = open(.expressionStatement, at: token.start)
        let first = nodes.count
        expression(.statement)
        restOfStatement(index, first)
      }
    }
  }

  /// A line that begins with a name: bare names, or a statement.
  private mutating func nameStatement() {
    beginStatement()
    let name = token.range
    advance()
    switch token.kind {
    case .comma where lexer.byteAfterBlanks(token.end) == UInt8(ascii: "="):
      // `name, = values`
      return statement(beginningWith: name, isName: true)
    case .comma, .lineEnd, .end, .listEnd, .semicolon:
      return item(.name, name)
    case .string where closesListByTwoQuotes:
      return item(.name, name)
    case .colon where lexer.hasText("//", at: token.end):
      closeItems()
      let index = open(.unexpected, at: name.start)
      skipLine()
      report(.unexpectedText, ByteRange(name.start, previousEnd))
      return finishStatement(index, .unexpected)
    default: break
    }
    if isWordAfterName {
      let words = ByteRange(name.start, wordsEnd(.statement))
      switch token.kind {
      case .equals, .colon: return statement(beginningWith: words, isName: false)
      default: return item(.words, words)
      }
    }
    statement(beginningWith: name, isName: true)
  }

  private mutating func statement(beginningWith name: ByteRange, isName: Bool) {
    closeItems()
    let index = open(.expressionStatement, at: name.start)
    let first = nodes.count
    if isName {
      afterName(name, .statement)
      if token.kind.rawValue >= TokenKind.sign.rawValue { operators(first, .statement) }
    } else {
      leaf(.words, name)
    }
    restOfStatement(index, first)
  }

  /// What follows the first expression of a statement.
  mutating func restOfStatement(_ index: Int, _ first: Int) {
    var kind = NodeKind.expressionStatement
    guard !statement.hasEnded else { return finishStatement(index, kind) }
    if token.kind == .comma { tuple(first, .statement) }
    switch token.kind {
    case .equals:
      kind = .assignment
      advance()
      assignedValue()
    case .colon:
      kind = .annotation
      advance()
      if isModelFile, token.kind == .lineEnd, isMatch(at: nodes[first].range.start) {
        return matchStatement(index)
      }
      expression(.value)
      if token.kind == .equals, !statement.hasEnded {
        advance()
        expressions(.value)
      } else if token.kind == .comma, !isModelFile, !statement.hasEnded {
        // A piece of a dictionary may end as it does there.
        advance()
      }
    case .augmentedAssignment:
      wrap(first, .binary, at: nodes[first].range.start)
      advance()
      expressions(.value)
      close(first, .binary)
    default: break
    }
    finishStatement(index, kind)
  }

  /// Completes a statement's node and says what is wrong with it.
  mutating func finishStatement(_ index: Int, _ kind: NodeKind) {
    endStatement()
    let isDamaged = statement.problem != nil
    close(index, kind, isDamaged: isDamaged)
    flushProblem(end: previousEnd)
  }

  /// The value of an assignment, which may be an assignment again.
  private mutating func assignedValue() {
    let first = nodes.count
    expressions(.value)
    guard token.kind == .equals, !statement.hasEnded else { return }
    guard statement.nesting < Parser.nestingLimit else { return skipDeepNesting() }
    statement.nesting += 1
    wrap(first, .assignment, at: nodes[first].range.start)
    advance()
    assignedValue()
    close(first, .assignment)
    statement.nesting -= 1
  }

  /// One expression, or several with commas between them as a tuple.
  private mutating func expressions(_ context: ExpressionContext) {
    let first = nodes.count
    expression(context)
    if token.kind == .comma, !statement.hasEnded { tuple(first, context) }
  }

  /// The token is a comma after the expression at `first`, outside brackets: further ones make a tuple of it.
  private mutating func tuple(_ first: Int, _ context: ExpressionContext) {
    var isWrapped = false
    while token.kind == .comma, !statement.hasEnded {
      advance()
      if isAtStatementEnd || token.kind == .equals { break }
      if !isWrapped {
        isWrapped = true
        wrap(first, .tuple, at: nodes[first].range.start)
      }
      expression(context)
    }
    if isWrapped { close(first, .tuple) }
  }

  /// A line that nothing of the notation begins with.
  mutating func unexpectedLine() {
    beginStatement()
    let index = open(.unexpected, at: token.start)
    if token.kind.isCloser {
      unexpectedClosers()
    } else {
      let start = token.start
      advance()
      skipLine()
      report(.unexpectedText, ByteRange(start, previousEnd))
    }
    finishStatement(index, .unexpected)
  }
}
