// Divides a Python file into its statements at the margin, so that an edit concerns one of them and not the whole file.

/// Finds where statements of a Python file end.
///
/// A block begins with a statement at the margin and holds what is indented below it and the comments up to the next one;
/// the first block also holds what stands above its statement. No bracket and no string is open between two blocks, except
/// where one was left open and the next line at the margin plainly begins a statement. So nothing before a block matters to
/// how it is read: in sound Python, the trees of the blocks together are the tree of the file.
struct ModelScanner {
  private let bytes: UnsafeBufferPointer<UInt8>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  /// The block that the bytes begin with.
  func block() -> ScannedBlock {
    let end = endOfBlock()
    let text = bytes.clamped(to: ByteRange(0, end.offset))
    return ScannedBlock(
      kind: .model, count: text.count, lineBreakCount: text.lineBreakCount, contextAfter: .start,
      reachedEnd: !end.isCertain)
  }

  /// Where the block ends, and whether more text behind the bytes can't change that.
  private func endOfBlock() -> (offset: Int, isCertain: Bool) {
    let wholeText = (offset: bytes.count, isCertain: false)
    guard let base = bytes.baseAddress else { return wholeText }
    var lexer = Lexer(text: base, count: bytes.count)
    var token = Token()
    var brackets: [TokenKind] = []
    var previous = TokenKind.end
    var hasStatement = false
    while true {
      lexer.next(&token)
      guard token.ownKind != .end else { return wholeText }
      if hasStatement, token.startsLine, token.start == lexer.lineStart {
        let isBoundary =
          brackets.isEmpty ? token.followsLineBreak : lexer.beginsStatement(token, in: brackets, previous)
        // Whether brackets are taken for forgotten is told by the rest of the line.
        let isCertain = brackets.isEmpty || lexer.lineEnd(from: token.start) < lexer.count
        if isBoundary { return (token.start, isCertain) }
      }
      hasStatement = true
      switch token.ownKind {
      case .leftParenthesis, .leftBracket, .leftBrace: brackets.append(token.ownKind)
      case .rightParenthesis, .rightBracket, .rightBrace: _ = brackets.popLast()
      // Without its end the string takes up the rest of the file, as in Python.
      case .tripleQuote: guard lexer.completeTriple(&token) else { return wholeText }
      default: break
      }
      previous = token.ownKind
    }
  }
}

extension Lexer {
  /// Whether a token at the margin, inside brackets, plainly begins a statement: then the brackets were left open.
  fileprivate func beginsStatement(_ token: Token, in brackets: [TokenKind], _ previous: TokenKind) -> Bool {
    guard token.ownKind == .name else { return token.ownKind == .statementWord }
    let next = afterBlanks(token.end)
    guard next < count else { return false }
    if text[next] == UInt8(ascii: "="), !hasText("==", at: next) {
      // In parentheses it may be an argument with its keyword.
      let canBeArgument = brackets.last == .leftParenthesis && (previous == .comma || previous == .leftParenthesis)
      return !canBeArgument || isValueOfStatement(at: next + 1)
    }
    guard text[next] == UInt8(ascii: "("), isStatementCallee(token.start, token.end) else { return false }
    return previous != .comma && previous != .colon && previous != brackets.last
  }
}
