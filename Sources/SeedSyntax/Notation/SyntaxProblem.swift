// What is wrong with a statement, found while parsing: at most one problem for each broken statement.

/// A mistake in the form of a statement.
public struct SyntaxProblem: Hashable, Sendable {
  public let kind: SyntaxProblemKind
  /// The place that is wrong, as narrow as it can be said (for something missing: where it should stand, possibly empty),
  /// relative to the start of the bytes that were parsed.
  public let range: ByteRange
  /// The statement that the mistake is in.
  public let statement: ByteRange

  public init(kind: SyntaxProblemKind, range: ByteRange, statement: ByteRange) {
    self.kind = kind
    self.range = range
    self.statement = statement
  }
}

/// What can be wrong with a statement's form. Characters are given as ASCII bytes.
public enum SyntaxProblemKind: Hashable, Sendable {
  /// A bracket that is never closed, or one too many; the range is the opening one.
  case unclosedBracket(UInt8)
  /// A closing bracket is missing before the one at the range: "`}` is missing before `)`".
  case missingCloser(expected: UInt8, before: UInt8)
  /// One bracket stands where another should: "`)` expected, found `}`".
  case wrongBracket(expected: UInt8, found: UInt8)
  /// A closing bracket that nothing opens (the first, if there are several).
  case unexpectedCloser(UInt8)
  /// An opening bracket that stands twice, or that encloses what needs none: the second `{` of `f({{a: …})`.
  case unexpectedOpener(UInt8)
  /// Two brackets in the wrong order: `f{(a: …` for `f({a: …`, `})}` for `}})`.
  case swappedBrackets(first: UInt8, second: UInt8)
  /// A comma is missing at the range (empty, after the element that it should follow).
  case missingComma
  /// Another character stands where a comma should: `.` in `f(a, b. "text")`.
  case wrongSeparator(UInt8)
  /// A `:` is missing between a key and its value.
  case missingColon
  /// Signs, `++`, stand where the word for an impact should.
  case signsForName
  /// A value, name or key is missing at the range.
  case missingExpression
  /// A string literal whose closing quote is missing on its line; the range is the literal.
  case unclosedString(quote: UInt8)
  /// A string literal that runs over a line end; the range is the literal.
  case lineBreakInString(quote: UInt8)
  /// A `'''` list that is never closed; the range is its opening quotes.
  case unclosedList
  /// A `'''` list that is closed by `''`; the range is those two quotes.
  case listClosedByTwoQuotes
  /// A text in typographic quotes, `“…”`; the range is the first of them.
  case typographicQuote
  /// Something that can't stand here: the range is what was skipped, or a quote that should have been escaped or wasn't to be
  /// doubled, or a reserved word or bad number in place of a name.
  case unexpectedText
  /// Brackets nested deeper than the parser follows.
  case nestingTooDeep

  /// Whether only a text or a list of codes is written wrongly, so that what belongs together can be seen.
  public var isOfText: Bool {
    switch self {
    case .unclosedString, .lineBreakInString, .typographicQuote, .unclosedList, .listClosedByTwoQuotes: true
    default: false
    }
  }
}
