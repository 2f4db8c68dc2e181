// Bare names and the `'''` lists that hold them.

extension Parser {
  // MARK: - Items

  /// Adds a bare name, or words where one should stand, to the run that is being read. Its token is consumed.
  mutating func item(_ kind: NodeKind, _ name: ByteRange) {
    if items.node == nil {
      items.node = open(.items, at: name.start)
    }
    leaf(kind, name)
    if !isAtStatementEnd, token.kind != .comma {
      // Prose, or a statement that lost its beginning: nothing after the words is read.
      endStatement()
      items.isDamaged = items.isDamaged || statement.problem != nil
      flushProblem(end: previousEnd)
    }
    items.end = previousEnd
    items.hasComma = false
    if token.kind == .comma {
      advance()
      items.hasComma = true
    }
  }

  /// A comma where a statement could begin.
  mutating func comma() {
    beginStatement()
    let comma = token.range
    advance()
    if items.node != nil, !items.hasComma, token.kind != .comma {
      items.hasComma = true
      return
    }
    while token.kind == .comma { advance() }
    if items.node != nil {
      items.end = previousEnd
      items.isDamaged = true
    }
    add(.missingExpression, ByteRange(at: comma.start), statement: comma)
  }

  /// Ends the run of bare names: a statement follows.
  @inline(__always)
  mutating func closeItems() {
    guard let node = items.node else { return }
    close(node, .items, end: items.end, isDamaged: items.isDamaged)
    items = ItemsState()
  }

  /// Whether the token is a dash or an asterisk with nothing behind it on its line.
  var isLoneMark: Bool {
    guard token.end < lexer.count else { return true }
    return lexer.isLineBreak(lexer.byteAfterBlanks(token.end)) || lexer.afterBlanks(token.end) == lexer.count
  }

  /// Whether the token is a dash, an asterisk or a bullet before the name (or the words) that begins a line.
  var isBullet: Bool {
    guard !isModelFile, token.startsLine, token.end < lexer.count else { return false }
    guard token.end == token.start + 1 || lexer.hasText("•", at: token.start) else { return false }
    var start = lexer.afterBlanks(token.end)
    guard start > token.end else { return false }
    var end = lexer.afterWord(start)
    guard end > start else { return false }
    while end > start {
      start = lexer.afterBlanks(end)
      end = lexer.afterWord(start)
    }
    let byte = start < lexer.count ? lexer.text[start] : 0
    return byte == 0 || byte == UInt8(ascii: ",") || lexer.isLineBreak(byte)
  }

  // MARK: - Lists

  /// A list of codes in three quotes; its content is statements again.
  mutating func codeList() {
    let opening = token.range
    let index = open(.codeList, at: token.start)
    lexer.listQuote = token.quote
    advance()
    statements()
    lexer.listQuote = 0
    let isClosed = token.kind == .listEnd
    if isClosed {
      advance()
    } else if token.kind == .string {
      add(.listClosedByTwoQuotes, token.range, statement: ByteRange(opening.start, token.end))
      advance()
    } else {
      add(.unclosedList, opening, statement: ByteRange(opening.start, previousEnd))
    }
    close(index, .codeList, isDamaged: !isClosed)
    afterList()
  }

  /// Something behind the closing quotes on their line. Python may go on with the string; the notation doesn't.
  private mutating func afterList() {
    if isAtStatementEnd || token.kind == .comma || token.kind == .tripleQuote {
      if token.kind == .comma { advance() }
      return
    }
    switch token.kind {
    case .dot, .infix, .infixWord, .sign, .star, .leftBracket, .string:
      skipLine()
    default:
      unexpectedLine()
    }
  }

  /// Whether the token is `''` where a list's `'''` should stand.
  @inline(__always)
  var closesListByTwoQuotes: Bool {
    token.ownKind == .string && lexer.listQuote != 0 && token.quote == lexer.listQuote && token.end == token.start + 2
      && lexer.depth == 0 && !token.isTypographic
  }
}
