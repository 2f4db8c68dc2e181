// What could mend a broken statement, by what is wrong with it; whether it does is found out by parsing the result.

internal import SeedSyntax

/// An edit of a statement that may mend it.
struct StatementMend {
  let edit: ByteEdit
  /// Whether nothing that the author wrote is lost, as far as it isn't brackets, commas and quotes.
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
    case .unexpectedCloser:
      return [StatementMend(range, [])]
    case .swappedBrackets(let first, let second):
      let between = text.bytes(in: ByteRange(range.start + 1, range.end - 1))
      return [StatementMend(range, [second] + between + [first])]
    case .missingComma:
      return missingComma(range, text)
    case .wrongSeparator(let found):
      guard found == UInt8(ascii: ".") || found == UInt8(ascii: ";") else { return [] }
      return [StatementMend(range, [ASCII.comma])]
    case .missingColon:
      return [StatementMend(range, [ASCII.colon])]
    case .missingExpression:
      return extraComma(range, text)
    case .unclosedBracket:
      let end = text.trimmedEnd
      let closers = StatementMend(ByteRange(at: end), text.missingClosers(upTo: end))
      // `f((a`: or one of the two is too many.
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
    let comma = StatementMend(ByteRange(at: range.start), [ASCII.comma])
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
    if content.last == other, content.count(where: { $0 == other }) == 1 {
      return [StatementMend(ByteRange(range.end - 1, range.end), [quote])]
    }
    return [StatementMend(ByteRange(at: range.end), [quote])]
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

/// The bytes of a statement.
struct StatementText {
  let bytes: [UInt8]

  func byte(at offset: Int) -> UInt8 {
    bytes.indices.contains(offset) ? bytes[offset] : 0
  }

  func bytes(in range: ByteRange) -> [UInt8] {
    Array(bytes[min(range.start, bytes.count)..<min(range.end, bytes.count)])
  }

  func contains(_ part: StaticString, in range: ByteRange) -> Bool {
    bytes(in: range).withUnsafeBufferPointer { $0.offset(of: part) } != nil
  }

  /// Whether the same character stands before a range, perhaps with blanks between.
  func isDoubled(_ range: ByteRange) -> Bool {
    var before = range.start - 1
    while byte(at: before).isBlankOrLineBreak { before -= 1 }
    return byte(at: before) == byte(at: range.start)
  }

  var trimmedEnd: Int {
    bytes.withUnsafeBufferPointer { $0.trimmed(ByteRange(0, bytes.count)).end }
  }

  /// The closing brackets that are missing at an offset, the innermost first.
  func missingClosers(upTo end: Int) -> [UInt8] {
    var closers: [UInt8] = []
    var quote: UInt8 = 0
    var offset = 0
    while offset < end {
      let byte = bytes[offset]
      if quote != 0 {
        if byte == UInt8(ascii: "\\") { offset += 1 }
        if byte == quote || byte.isLineBreak { quote = 0 }
      } else {
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): quote = byte
        case UInt8(ascii: "#"):
          while offset < end, !bytes[offset].isLineBreak { offset += 1 }
        case UInt8(ascii: "("): closers.append(UInt8(ascii: ")"))
        case UInt8(ascii: "["): closers.append(UInt8(ascii: "]"))
        case UInt8(ascii: "{"): closers.append(UInt8(ascii: "}"))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
          if closers.last == byte { closers.removeLast() }
        default: break
        }
      }
      offset += 1
    }
    return closers.reversed()
  }
}
