// What the lexer hands to the parser: kinds of tokens, reserved words, and the token itself.

/// What a token is.
enum TokenKind: UInt8 {
  /// The end of the text.
  case end
  /// A token that begins a new logical line, seen outside brackets: it hides the token's own kind until the statement that
  /// is being read has ended.
  case lineEnd
  /// The `'''` that closes the list of codes that is being read.
  case listEnd

  case name
  /// A reserved word that begins a statement and never stands in an expression: `def`, `import`, `return` …
  case statementWord
  /// `True`, `False`, `None`.
  case constant
  case number
  /// A string literal on one line, with its prefix.
  case string
  /// Three quotes (after a prefix, if there is one): the parser decides whether they open a list or a string.
  case tripleQuote
  case ellipsis

  case leftParenthesis
  case rightParenthesis
  case leftBracket
  case rightBracket
  case leftBrace
  case rightBrace

  case comma
  case colon
  case semicolon
  case dot
  /// `=`
  case equals
  /// `+=` and its kin.
  case augmentedAssignment

  /// `+`, `-`: before an operand or between two.
  case sign
  /// `*`, `**`: before an operand or between two.
  case star
  /// Any other operator that stands between two operands, `@` among them.
  case infix
  /// A reserved word that stands between two operands, or is read as if it did: `and`, `in`, `if`, `else`, `for` …
  case infixWord
  /// `~`
  case prefix
  /// A reserved word before an operand: `not`, `lambda`, `await`, `yield`.
  case prefixWord

  /// Bytes that begin no token.
  case unknown

  var isCloser: Bool {
    self == .rightParenthesis || self == .rightBracket || self == .rightBrace
  }

  var isOpener: Bool {
    self == .leftParenthesis || self == .leftBracket || self == .leftBrace
  }

  /// Whether the token is written with letters.
  var isWord: Bool {
    switch self {
    case .name, .statementWord, .constant, .infixWord, .prefixWord: true
    default: false
    }
  }
}

/// Python's reserved words, as far as the parser tells them apart.
enum ReservedWord: UInt8 {
  case none
  case `import`
  case from
  /// `def`, `class`.
  case definition
  /// A word whose statement has a `:` and indented lines below it: `if`, `for`, `with`, `try` …
  case compound
  /// `else` and `async`, which also stand in expressions.
  case compoundOrInfix
  /// `for`, `if`: begin a statement, and stand in comprehensions and conditions.
  case `for`
  case `if`
  /// A word whose statement is one line: `return`, `pass`, `del` …
  case simple
  case `in`
  case not
  case lambda
  case yield
  case async
  /// Any other word of an expression: `and`, `or`, `is`, `await`, and the constants.
  case other
}

/// One token: where it stands, and what the parser must know of it.
struct Token {
  /// What the parser sees: `.lineEnd` where a new logical line begins outside brackets.
  var kind: TokenKind = .end
  /// What the token is by itself.
  var ownKind: TokenKind = .end
  var word: ReservedWord = .none
  /// The quote of a string, as an ASCII byte.
  var quote: UInt8 = 0
  /// Whether the token is the first of its line.
  var startsLine = true
  /// Whether a line break that ends a logical line precedes it (one that no `\` hides).
  var followsLineBreak = true
  /// Whether a string literal has no closing quote, or a number has letters that no number has.
  var isMalformed = false
  /// Whether a string literal stands in typographic quotes.
  var isTypographic = false
  /// Whether a string literal's prefix has an `f`.
  var isFormatted = false
  /// Byte offsets.
  var start = 0
  var end = 0

  @inline(__always)
  var range: ByteRange { ByteRange(start, end) }
}
