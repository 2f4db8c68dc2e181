// Edits that may mend a broken statement, by its problem. Whether one does is found out by parsing the result.

internal import SeedSyntax

/// An edit of a statement that may mend it.
struct StatementMend {
  let edit: ByteEdit
  /// Whether the edit keeps all that the author wrote but brackets, commas and quotes.
  let keepsEverything: Bool

  init(_ range: ByteRange, _ newBytes: [UInt8], keepsEverything: Bool = true) {
    edit = ByteEdit(range, newBytes)
    self.keepsEverything = keepsEverything
  }

  var isEmpty: Bool { edit.range.isEmpty && edit.newBytes.isEmpty }

  /// The edits to try, the likeliest first.
  static func candidates(
    for problem: SyntaxProblemKind, _ range: ByteRange, in statement: [UInt8]
  ) -> [StatementMend] {
    let text = StatementText(bytes: statement)
    switch problem {
    case .missingCloser(let expected, _):
      return [StatementMend(ByteRange(at: range.start), [expected])]
    case .wrongBracket(let expected, _):
      return [StatementMend(range, [expected])]
    case .unexpectedCloser, .unexpectedOpener:
      return [StatementMend(range, [])]
    case .swappedBrackets(let first, let second):
      let between = text.bytes(in: ByteRange(range.start + 1, range.end - 1))
      return [StatementMend(range, [second] + between + [first])]
    case .typographicQuote:
      return plainQuotes(from: range.start, text)
    case .missingComma:
      return missingComma(range, text)
    case .wrongSeparator(let found):
      guard found == UInt8(ascii: ".") || found == UInt8(ascii: ";") else { return [] }
      return [StatementMend(range, [ASCII.comma])]
    case .missingColon:
      return [StatementMend(range, [ASCII.colon])]
    case .signsForName:
      guard let impact = Vocabulary.standard.impacts.first(where: { $0.sign.utf8.elementsEqual(text.bytes(in: range)) })
      else { return [] }
      return [StatementMend(range, Array(impact.name.utf8))]
    case .missingExpression:
      return extraComma(range, text)
    case .unclosedBracket:
      let end = text.trimmedEnd
      let closers = StatementMend(ByteRange(at: end), text.missingClosers(upTo: end))
      // In `f((a` one of the two may be surplus.
      return text.isDoubled(range) ? [closers, StatementMend(range, [])] : [closers]
    case .unclosedString(let quote):
      return unclosedString(range, quote, text)
    case .lineBreakInString:
      return lineBreak(in: range, text)
    case .unexpectedText:
      return strayQuote(range, text)
    case .unclosedList, .listClosedByTwoQuotes, .nestingTooDeep:
      return []
    }
  }

  /// The comma; or, where a closing bracket stands before it, perhaps that bracket came too early.
  private static func missingComma(_ range: ByteRange, _ text: StatementText) -> [StatementMend] {
    if let start = text.startOfUnopenedText(endingAt: range.start) {
      return [StatementMend(ByteRange(at: start), [text.byte(at: range.start)])]
    }
    let isJoined = range.start < text.bytes.count && !text.byte(at: range.start).isBlankOrLineBreak
    let comma = StatementMend(ByteRange(at: range.start), isJoined ? [ASCII.comma, ASCII.space] : [ASCII.comma])
    guard text.byte(at: range.start - 1) == UInt8(ascii: "}") else { return [comma] }
    return [comma, StatementMend(ByteRange(range.start - 1, range.start), [ASCII.comma])]
  }

  /// `a,, b`: one of the commas.
  private static func extraComma(_ range: ByteRange, _ text: StatementText) -> [StatementMend] {
    var offset = range.start
    while text.byte(at: offset).isBlankOrLineBreak { offset += 1 }
    guard text.byte(at: offset) == ASCII.comma else { return [] }
    return [StatementMend(ByteRange(offset, offset + 1), [], keepsEverything: false)]
  }

  /// The closing quote; or the other kind of quote at the end was meant to be it.
  private static func unclosedString(_ range: ByteRange, _ quote: UInt8, _ text: StatementText) -> [StatementMend] {
    let other = quote == UInt8(ascii: "\"") ? UInt8(ascii: "'") : UInt8(ascii: "\"")
    let content = text.bytes(in: range)
    if StatementText(bytes: content).isTypographicQuote(at: content.count - 3) {
      return [StatementMend(ByteRange(range.end - 3, range.end), [quote])]
    }
    if content.last == other, content.count(where: { $0 == other }) == 1 {
      return [StatementMend(ByteRange(range.end - 1, range.end), [quote])]
    }
    return [StatementMend(ByteRange(at: range.end), [quote])]
  }

  /// Plain quotation marks for the typographic ones around this text and the following ones.
  private static func plainQuotes(from start: Int, _ text: StatementText) -> [StatementMend] {
    var mended: [UInt8] = []
    var end = start
    var offset = start
    while offset < text.bytes.count {
      if text.isTypographicQuote(at: offset), let literal = text.typographicLiteral(at: offset) {
        guard let plain = literal.plain else { return [] }
        mended += text.bytes(in: ByteRange(end, offset)) + plain
        offset = literal.end
        end = offset
      } else {
        offset = text.afterLiteral(at: offset)
      }
    }
    return [StatementMend(ByteRange(start, end), mended)]
  }

  /// Joins the lines of a text: with nothing between them where one side is empty or it is an address, else with a blank.
  private static func lineBreak(in range: ByteRange, _ text: StatementText) -> [StatementMend] {
    var start = range.start
    while start < range.end, !text.byte(at: start).isLineBreak { start += 1 }
    var end = start
    while text.byte(at: end).isBlankOrLineBreak { end += 1 }
    while start > range.start, text.byte(at: start - 1).isBlank { start -= 1 }
    let isEdge = start == range.start + 1 || end >= range.end - 1
    let isAddress = text.contains("://", in: range)
    // Where words meet, it can't be seen whether a blank belongs between them.
    return [StatementMend(ByteRange(start, end), isEdge || isAddress ? [] : [ASCII.space], keepsEverything: isEdge)]
  }

  /// A quote inside a text: the opening one was typed twice, or it needs a backslash.
  private static func strayQuote(_ range: ByteRange, _ text: StatementText) -> [StatementMend] {
    let quote = text.byte(at: range.start)
    guard range.count == 1, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else { return [] }
    if text.byte(at: range.start - 1) == quote { return [StatementMend(range, [])] }
    return [StatementMend(ByteRange(at: range.start), [UInt8(ascii: "\\")])]
  }
}
