// The rule `syntax-error`: a statement whose brackets, commas or quotes are broken.

internal import SeedSyntax

/// A statement of a coding block is broken: a bracket, a comma or a quote is missing, doubled or in the wrong place.
///
/// Each broken statement is reported once, at the place that is wrong. The statements around it are read as usual, and the
/// names in the broken one still count.
enum SyntaxError: Rule {
  static let name = "syntax-error"
  static let severity = Severity.error

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems {
      guard case .syntax(let kind) = problem.kind else { continue }
      report(finding(problem.range, message(kind)))
    }
  }

  /// Says in words what is wrong.
  private static func message(_ kind: SyntaxProblemKind) -> String {
    switch kind {
    case .unclosedBracket(let bracket):
      "\(quoted(bracket)) is never closed: \(quoted(closer(of: bracket))) is missing."
    case .missingCloser(let expected, let before):
      "\(quoted(expected)) is missing before \(quoted(before))."
    case .wrongBracket(let expected, let found):
      "\(quoted(expected)) is expected here instead of \(quoted(found))."
    case .unexpectedCloser(let bracket):
      "\(quoted(bracket)) closes nothing: remove it, or open the bracket before."
    case .swappedBrackets(let first, let second):
      "\(quoted(first)) and \(quoted(second)) are in the wrong order."
    case .missingComma:
      "A comma is missing after this."
    case .wrongSeparator(let found):
      "A comma is expected here instead of \(quoted(found))."
    case .missingColon:
      "`:` is missing between the key and its value."
    case .missingExpression:
      "A name or a value is missing here."
    case .unclosedString(let quote):
      "This text is never closed: \(quoted(quote)) is missing at its end."
    case .lineBreakInString:
      "This text runs over the end of the line: join the lines."
    case .unclosedList:
      "This list is never closed: ''' is missing at its end."
    case .listClosedByTwoQuotes:
      "The list is closed by two quotes; ''' takes three."
    case .unexpectedText:
      "This can't stand here."
    case .nestingTooDeep:
      "The brackets are nested too deeply to be read."
    }
  }

  private static func quoted(_ character: UInt8) -> String {
    "`" + String(UnicodeScalar(character)) + "`"
  }

  private static func closer(of bracket: UInt8) -> UInt8 {
    switch bracket {
    case UInt8(ascii: "("): UInt8(ascii: ")")
    case UInt8(ascii: "["): UInt8(ascii: "]")
    default: UInt8(ascii: "}")
    }
  }
}
