// What stands in brackets: arguments, dictionaries, lists; and brackets that are missing, wrong or in the wrong order.

extension Parser {
  /// An operand that begins with its bracket.
  mutating func bracketed(_ bracket: BracketKind, _ kind: NodeKind) {
    let index = open(kind, at: token.start)
    let isDamaged = sequence(bracket)
    close(index, statement.wasDictionary ? .dictionary : kind, isDamaged: isDamaged)
  }

  /// Reads from an opening bracket (the token, whichever it is) to the closing one.
  ///
  /// A closing bracket that belongs to an enclosing sequence is left to it. Returns whether the sequence had to be mended.
  mutating func sequence(_ bracket: BracketKind) -> Bool {
    guard statement.nesting < Parser.nestingLimit else {
      skipDeepNesting()
      return true
    }
    var isDamaged = false
    let opener = token.range
    let enclosing = statement.bracket
    let closer = bracket.closer
    enter(bracket)
    var afterSeparator = true
    // Where the latest element begins, and whether a colon behind one showed that a dictionary was meant.
    var elementStart = 0
    var isDictionary = false
    defer { statement.wasDictionary = isDictionary }
    advance()
    while !statement.hasEnded {
      if token.kind == closer {
        leave(bracket, enclosing)
        advance()
        return isDamaged
      }
      switch token.kind {
      case .comma where bracket == .dictionary && !afterSeparator && !statement.hasEntryValue && isBeforeBrace:
        report(.missingColon, token.range)
        isDamaged = true
        advance()
        expression(.value)
        close(elementStart, .entry)
        statement.hasEntryValue = true
        continue
      case .comma:
        if afterSeparator, bracket != .index {
          report(.missingExpression, ByteRange(at: previousEnd))
          isDamaged = true
        }
        afterSeparator = true
        advance()
        continue
      case .end, .listEnd:
        report(.unclosedBracket(lexer.text[opener.start]), opener)
        statement.hasEnded = true
        continue
      case .rightParenthesis, .rightBracket, .rightBrace:
        isDamaged = true
        if otherCloser(expected: closer) {
          leave(bracket, enclosing)
          return true
        }
        continue
      case .colon where bracket == .index:
        advance()
        afterSeparator = true
        continue
      case .colon where !afterSeparator && (bracket == .list || bracket == .tuple):
        report(.wrongBracket(expected: UInt8(ascii: "{"), found: lexer.text[opener.start]), opener)
        isDamaged = true
        isDictionary = true
        wrap(elementStart, .entry, at: nodes[elementStart].range.start)
        advance()
        expression(.value)
        close(elementStart, .entry)
        continue
      default: break
      }
      if token.startsLine, beginsStatement(afterSeparator: afterSeparator) {
        report(.unclosedBracket(lexer.text[opener.start]), opener)
        statement.hasEnded = true
        break
      }
      if !afterSeparator {
        isDamaged = true
        guard continuesWithoutComma(&afterSeparator) else { continue }
      }
      let start = token.start
      elementStart = nodes.count
      let isDissolved = element(bracket, isFirst: previousEnd == opener.end)
      if isDissolved {
        // The parenthesis that closed the inner tuple was this call's.
        leave(bracket, enclosing)
        veilIfDone()
        return true
      }
      afterSeparator = statement.hasSeparator
      statement.hasSeparator = false
      if token.start == start, !statement.hasEnded {
        report(.unexpectedText, token.range)
        isDamaged = true
        advance()
      }
    }
    leave(bracket, enclosing)
    return true
  }

  /// An element follows another without a comma: says so, and tells whether the token begins an element.
  private mutating func continuesWithoutComma(_ afterSeparator: inout Bool) -> Bool {
    switch token.kind {
    case .colon, .semicolon, .equals, .dot, .unknown:
      report(.wrongSeparator(lexer.text[token.start]), token.range)
      afterSeparator = true
      advance()
      return false
    case .augmentedAssignment:
      report(.unexpectedText, token.range)
      advance()
      return false
    default:
      report(.missingComma, ByteRange(at: previousEnd))
      return true
    }
  }

  /// Whether the token can be the first of an element.
  var canBeginElement: Bool {
    switch token.kind {
    case .name, .constant, .number, .string, .tripleQuote, .ellipsis, .leftParenthesis, .leftBracket, .leftBrace, .sign,
      .star, .prefix, .prefixWord:
      true
    default: false
    }
  }

  // MARK: - Counting brackets

  private mutating func enter(_ bracket: BracketKind) {
    statement.nesting += 1
    lexer.depth += 1
    statement.bracket = bracket
    count(bracket, 1)
  }

  private mutating func leave(_ bracket: BracketKind, _ enclosing: BracketKind) {
    statement.nesting -= 1
    lexer.depth = Swift.max(0, lexer.depth - 1)
    statement.bracket = enclosing
    count(bracket, -1)
  }

  private mutating func count(_ bracket: BracketKind, _ step: Int) {
    switch bracket.closer {
    case .rightParenthesis: statement.parentheses += step
    case .rightBracket: statement.squareBrackets += step
    default: statement.braces += step
    }
  }

  private func isOpen(_ closer: TokenKind) -> Bool {
    switch closer {
    case .rightParenthesis: statement.parentheses > 0
    case .rightBracket: statement.squareBrackets > 0
    default: statement.braces > 0
    }
  }

  /// After the last bracket was left behind the lexer's back: hides a token that begins the next line.
  private mutating func veilIfDone() {
    if lexer.depth == 0, token.followsLineBreak, token.kind != .end, token.kind != .listEnd { token.kind = .lineEnd }
  }

  /// The token closes another kind of bracket than the innermost. Says what is wrong; true if the innermost one ends here.
  private mutating func otherCloser(expected: TokenKind) -> Bool {
    let found = lexer.text[token.start]
    let wanted = Parser.byte(of: expected)
    let next = lexer.afterBlanks(token.end)
    let isFollowedByWanted = next < lexer.count && lexer.text[next] == wanted
    if isOpen(token.kind), !isFollowedByElement(next) {
      if isFollowedByWanted {
        report(.swappedBrackets(first: found, second: wanted), ByteRange(token.start, next + 1))
      } else {
        report(.missingCloser(expected: wanted, before: found), token.range)
      }
      return true
    }
    if isFollowedByWanted {
      report(.unexpectedCloser(found), token.range)
      advance()
      return false
    }
    report(.wrongBracket(expected: wanted, found: found), token.range)
    token.kind = expected
    return false
  }

  /// Whether a comma and an element follow on the line: `[a, b), c` closes the list, not what is around it.
  private func isFollowedByElement(_ next: Int) -> Bool {
    guard next < lexer.count, lexer.text[next] == UInt8(ascii: ",") else { return false }
    let byte = lexer.byteAfterBlanks(next + 1)
    return byte != 0 && byte != UInt8(ascii: "#") && !lexer.isLineBreak(byte)
  }

  private static func byte(of closer: TokenKind) -> UInt8 {
    switch closer {
    case .rightParenthesis: UInt8(ascii: ")")
    case .rightBracket: UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }

  // MARK: - Elements

  /// One element; true if it was a tuple that turned out to be the rest of the call.
  private mutating func element(_ bracket: BracketKind, isFirst: Bool) -> Bool {
    if bracket == .dictionary {
      entry(isFirst: isFirst)
      return false
    }
    if token.kind == .name || isReservedKeyword {
      let name = token.range
      advance()
      if token.kind == .equals {
        keyword(name, bracket)
      } else {
        expression(beginningWith: name, .element)
      }
      return false
    }
    if isFirst, bracket == .arguments, token.kind == .leftParenthesis {
      return parenthesizedArgument()
    }
    expression(.element)
    return false
  }

  /// Whether the token is the `from` in `f(from=a)`: functions of the notation have an argument of that name, reserved or not.
  var isReservedKeyword: Bool {
    guard token.word == .from, statement.bracket == .arguments else { return false }
    let next = lexer.afterBlanks(token.end)
    return lexer.hasText("=", at: next) && !lexer.hasText("==", at: next)
  }

  /// `name=value`.
  private mutating func keyword(_ name: ByteRange, _ bracket: BracketKind) {
    if bracket == .tuple, statement.nesting == statement.argumentNesting {
      // `f((a, role="to")`: a tuple has no keywords, so its parenthesis is one too many.
      statement.isArgumentDissolved = true
      report(.unclosedBracket(UInt8(ascii: "(")), ByteRange(statement.argumentStart, statement.argumentStart + 1))
    } else if bracket != .arguments {
      report(.wrongSeparator(UInt8(ascii: "=")), token.range)
    }
    let index = open(.keywordArgument, at: name.start)
    leaf(.name, name)
    advance()
    expression(.value)
    close(index, .keywordArgument)
  }

  /// A call's first argument begins with a parenthesis; true if that proved to be one too many, and the call has ended.
  private mutating func parenthesizedArgument() -> Bool {
    let first = open(.tuple, at: token.start)
    let outer = (statement.argumentNesting, statement.argumentStart, statement.isArgumentDissolved)
    statement.argumentNesting = statement.nesting + 1
    statement.argumentStart = token.start
    statement.isArgumentDissolved = false
    let isDamaged = sequence(.tuple)
    let isDissolved = statement.isArgumentDissolved
    (statement.argumentNesting, statement.argumentStart, statement.isArgumentDissolved) = outer
    if isDissolved {
      unwrap(first)
      return true
    }
    close(first, statement.wasDictionary ? .dictionary : .tuple, isDamaged: isDamaged)
    restOfExpression(first, .element)
    return false
  }

  /// One element of a dictionary or set.
  private mutating func entry(isFirst: Bool) {
    // A dictionary can't be a key; but `{a, {b: c}}` has a comma for its colon.
    if token.kind == .leftBrace, isFirst || statement.hasEntryValue {
      unexpectedOpeners()
      let isEntry = canBeginElement || token.kind == .colon || token.kind == .statementWord || token.kind == .infixWord
      guard isEntry, !(token.startsLine && beginsStatement(afterSeparator: true)) else {
        // Nothing follows that belongs to the dictionary.
        statement.hasSeparator = true
        return
      }
    }
    statement.hasEntryValue = true
    if token.kind == .ellipsis {
      leaf(.ellipsis, token.range)
      advance()
      // `{... a: b}`: authors write "as before" without a comma.
      statement.hasSeparator = token.kind != .comma && !token.kind.isCloser
      return
    }
    if token.kind == .star {
      return expression(.element)
    }
    let entry = open(.entry, at: token.start)
    let first = nodes.count
    if token.kind == .colon {
      report(.missingExpression, ByteRange(at: previousEnd))
      missing()
    } else {
      expression(.key)
    }
    switch token.kind {
    case _ where statement.hasEnded: break
    case .colon:
      advance()
      expression(.value)
    case .equals:
      report(.missingColon, token.range)
      advance()
      expression(.value)
    case .leftBrace where !token.startsLine:
      report(.missingColon, ByteRange(at: previousEnd))
      expression(.value)
    default:
      if nodes[first].kind == .words { splitWords(first) }
      statement.hasEntryValue = Int(nodes[first].subtreeEnd) < nodes.count
    }
    close(entry, .entry)
  }

  /// Whether a `{` follows the token on its line.
  private var isBeforeBrace: Bool { lexer.byteAfterBlanks(token.end) == UInt8(ascii: "{") }

  /// Passes over braces that stand twice. Where each of them is closed, a closing one is too many as well.
  private mutating func unexpectedOpeners() {
    while token.kind == .leftBrace {
      report(.unexpectedOpener(lexer.text[token.start]), token.range)
      advance()
    }
  }

  /// Two words and no colon: a key and its value.
  private mutating func splitWords(_ index: Int) {
    let range = nodes[index].range
    let keyEnd = lexer.afterWord(range.start)
    let valueStart = lexer.afterBlanks(keyEnd)
    guard keyEnd < valueStart, lexer.afterWord(valueStart) == range.end else { return }
    report(.missingColon, ByteRange(at: keyEnd))
    nodes.removeLast()
    leaf(.name, ByteRange(range.start, keyEnd))
    leaf(.name, ByteRange(valueStart, range.end))
  }

  // MARK: - Calls whose parenthesis is wrong

  /// `name{…`: a call whose `(` stands behind the `{` or is missing.
  mutating func callWithoutParenthesis(_ name: ByteRange) {
    let call = open(.call, at: name.start)
    leaf(.name, name)
    let enclosing = statement.bracket
    let next = lexer.afterBlanks(token.end)
    let isSwapped = next < lexer.count && lexer.text[next] == UInt8(ascii: "(")
    enter(.arguments)
    if isSwapped {
      report(
        .swappedBrackets(first: UInt8(ascii: "{"), second: UInt8(ascii: "(")), ByteRange(token.start, next + 1))
      advance()
    } else {
      report(.wrongBracket(expected: UInt8(ascii: "("), found: UInt8(ascii: "{")), token.range)
    }
    bracketed(.dictionary, .dictionary)
    leave(.arguments, enclosing)
    if !statement.hasEnded, token.kind == .rightParenthesis || token.kind == .rightBrace {
      advance()
    } else {
      veilIfDone()
    }
    close(call, .call, isDamaged: true)
  }
}
