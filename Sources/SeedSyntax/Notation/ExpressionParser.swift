// Expressions: names, calls and literals as the notation has them, and the rest of Python's loosely.

/// Where an expression stands, as far as damaged ones are read differently there.
enum ExpressionContext {
  case statement
  /// After `=` or `:`.
  case value
  /// A dictionary's key.
  case key
  /// An argument, an element of a list, an index.
  case element
}

extension Parser {
  /// Reads one expression and adds exactly one node (with descendants) for it.
  mutating func expression(_ context: ExpressionContext) {
    let first = nodes.count
    operand(context)
    if token.kind.rawValue >= TokenKind.sign.rawValue { operators(first, context) }
  }

  /// The same for an expression that begins with a name that is consumed already.
  @inline(__always)
  mutating func expression(beginningWith name: ByteRange, _ context: ExpressionContext) {
    let first = nodes.count
    afterName(name, context)
    if token.kind.rawValue >= TokenKind.sign.rawValue { operators(first, context) }
  }

  /// What follows an operand that was read by itself.
  mutating func restOfExpression(_ first: Int, _ context: ExpressionContext) {
    postfix(first, context)
    if token.kind.rawValue >= TokenKind.sign.rawValue { operators(first, context) }
  }

  /// Operators and their right operands; all operands of one expression become children of one `.binary`.
  mutating func operators(_ first: Int, _ context: ExpressionContext) {
    guard isInfix, !statement.hasEnded else { return }
    wrap(first, .binary, at: nodes[first].range.start)
    while isInfix, !statement.hasEnded {
      let word = token.word
      if word == .for || word == .async || lexer.text[token.start] == UInt8(ascii: ":") { bindsLocalNames = true }
      advance()
      if word == .not, token.word == .in { advance() }
      if word == .async, token.word == .for { advance() }
      if word == .yield { break }
      operand(context)
    }
    close(first, .binary)
  }

  private var isInfix: Bool {
    switch token.kind {
    case .sign, .star, .infix, .infixWord: true
    case .prefixWord: token.word == .not && lexer.hasText("in", at: lexer.afterBlanks(token.end))
    default: false
    }
  }

  // MARK: - Operands

  private mutating func operand(_ context: ExpressionContext) {
    if token.startsLine, lexer.depth > 0, beginsStatement(afterSeparator: true) {
      report(.missingExpression, ByteRange(at: previousEnd))
      statement.hasEnded = true
      return missing()
    }
    let first = nodes.count
    switch token.kind {
    case .name:
      let name = token.range
      advance()
      return afterName(name, context)
    case .string, .tripleQuote:
      strings(context)
    case .number:
      if token.isMalformed { report(.unexpectedText, token.range) }
      leaf(.number, token.range, isDamaged: token.isMalformed)
      advance()
    case .constant:
      leaf(.constant, token.range)
      advance()
    case .ellipsis:
      leaf(.ellipsis, token.range)
      advance()
    case .leftParenthesis:
      bracketed(.tuple, .tuple)
    case .leftBracket:
      bracketed(.list, .list)
    case .leftBrace:
      bracketed(.dictionary, .dictionary)
    case .sign where context == .value && statement.bracket == .dictionary && signsEnd != nil:
      return signsForName()
    case .sign, .prefix, .prefixWord, .star:
      return prefixed(context)
    case .statementWord, .infixWord:
      // A reserved word as a name.
      report(.unexpectedText, token.range)
      leaf(.name, token.range, isDamaged: true)
      advance()
    case .unknown:
      report(.unexpectedText, token.range)
      advance()
      return missing()
    default:
      report(.missingExpression, ByteRange(at: previousEnd))
      return missing()
    }
    postfix(first, context)
  }

  /// What follows a name: the name becomes a callee, an object, the first of several words, or stays by itself.
  mutating func afterName(_ name: ByteRange, _ context: ExpressionContext) {
    let first = nodes.count
    switch token.kind {
    case .leftParenthesis:
      let call = open(.call, at: name.start)
      leaf(.name, name)
      let isDamaged = sequence(.arguments)
      close(call, .call, isDamaged: isDamaged)
    case .dot, .leftBracket:
      leaf(.name, name)
    case .leftBrace where lexer.depth == 0 && context != .key:
      return callWithoutParenthesis(name)
    case .name, .statementWord, .constant, .infixWord, .prefixWord, .number:
      guard isWordAfterName, !wordBeginsElement(context) else {
        return leaf(.name, name)
      }
      return leaf(.words, ByteRange(name.start, wordsEnd(context)))
    default:
      return leaf(.name, name)
    }
    postfix(first, context)
  }

  /// Calls, members and subscripts after the operand at `first`.
  private mutating func postfix(_ first: Int, _ context: ExpressionContext) {
    var length = 0
    while !statement.hasEnded {
      switch token.kind {
      case .leftParenthesis where !startsLineOfStatement:
        guard wrapPostfix(first, .call, &length) else { return }
        let isDamaged = sequence(.arguments)
        close(first, .call, isDamaged: isDamaged)
      case .leftBracket where !startsLineOfStatement:
        guard wrapPostfix(first, .subscript, &length) else { return }
        let isDamaged = sequence(.index)
        close(first, .subscript, isDamaged: isDamaged)
      case .dot:
        let dot = token.range
        advance()
        guard token.kind.isWord else {
          report(lexer.depth > 0 ? .wrongSeparator(UInt8(ascii: ".")) : .unexpectedText, dot)
          statement.hasSeparator = lexer.depth > 0
          return
        }
        guard wrapPostfix(first, .attribute, &length) else { return }
        leaf(.name, token.range)
        advance()
        close(first, .attribute)
      default: return
      }
    }
  }

  /// Whether the token can't continue an operand because it begins a line of its own after a mistake.
  private var startsLineOfStatement: Bool { token.startsLine && lexer.depth == 0 && token.followsLineBreak }

  private mutating func wrapPostfix(_ first: Int, _ kind: NodeKind, _ length: inout Int) -> Bool {
    length += 1
    guard length + statement.nesting <= Parser.nestingLimit else {
      skipDeepNesting()
      return false
    }
    wrap(first, kind, at: nodes[first].range.start)
    return true
  }

  /// Where the signs end that the token begins, if they are the whole value: `++`, `+/-`.
  private var signsEnd: Int? {
    var end = token.start
    while end < lexer.count,
      lexer.text[end] == UInt8(ascii: "+") || lexer.text[end] == UInt8(ascii: "-")
        || lexer.text[end] == UInt8(ascii: "/")
    {
      end += 1
    }
    let next = lexer.byteAfterBlanks(end)
    return next == UInt8(ascii: ",") || next == UInt8(ascii: "}") || lexer.isLineBreak(next) ? end : nil
  }

  private mutating func signsForName() {
    guard let end = signsEnd else { return missing() }
    report(.signsForName, ByteRange(token.start, end))
    while token.start < end, token.kind != .end { advance() }
    missing()
  }

  /// Operators before an operand, in a `.binary`; `*x` is a `.star`.
  private mutating func prefixed(_ context: ExpressionContext) {
    let kind: NodeKind = token.kind == .star ? .star : .binary
    let index = open(kind, at: token.start)
    prefixes: while !statement.hasEnded {
      switch token.kind {
      case .sign, .prefix, .star: advance()
      case .prefixWord:
        let word = token.word
        advance()
        if word == .lambda {
          bindsLocalNames = true
          skipParameters()
        }
        if word == .yield {
          if token.word == .from { advance() }
          guard canBeginElement else { break prefixes }
        }
        continue
      default:
        operand(context)
        break prefixes
      }
    }
    close(index, kind)
  }

  /// The parameters of a `lambda`, with the colon behind them.
  private mutating func skipParameters() {
    let depth = lexer.depth
    while true {
      switch token.kind {
      case .end, .listEnd, .lineEnd:
        lexer.depth = depth
        return
      case .leftParenthesis, .leftBracket, .leftBrace: lexer.depth += 1
      case .rightParenthesis, .rightBracket, .rightBrace:
        guard lexer.depth > depth else { return }
        lexer.depth -= 1
      case .colon where lexer.depth == depth: return advance()
      case .name where token.startsLine && lexer.depth > 0:
        if beginsStatement(afterSeparator: true) {
          lexer.depth = depth
          statement.hasEnded = true
          return
        }
      default: break
      }
      advance()
    }
  }

  // MARK: - Words

  /// Whether the token, behind a name on the same line, shows that several words stand where one name should.
  @inline(__always)
  var isWordAfterName: Bool {
    guard !token.startsLine else { return false }
    switch token.kind {
    case .name, .statementWord, .constant, .number: return true
    case .prefixWord: return token.word != .not || !isInfix
    default: return false
    }
  }

  /// Whether the token, a word after another one, begins the next key or argument, before which a comma is missing.
  private func wordBeginsElement(_ context: ExpressionContext) -> Bool {
    let next = lexer.afterBlanks(token.end)
    guard next < lexer.count else { return false }
    switch lexer.text[next] {
    case UInt8(ascii: ":"): return context == .value && statement.bracket == .dictionary
    case UInt8(ascii: "="): return lexer.depth > 0 && !lexer.hasText("==", at: next)
    case UInt8(ascii: "("), UInt8(ascii: "."), UInt8(ascii: "["): return context != .statement && next == token.end
    default: return false
    }
  }

  /// Consumes the words on the line from the token on; returns where the last one ends.
  mutating func wordsEnd(_ context: ExpressionContext) -> Int {
    repeat {
      advance()
    } while (token.kind.isWord || token.kind == .number) && !token.startsLine && !wordBeginsElement(context)
    return previousEnd
  }
}
