// The rule `syntax-error`: a statement whose brackets, commas or names are broken.

internal import SeedModel
internal import SeedSyntax

/// A statement of a coding block is broken: a bracket, a comma or a colon is missing, doubled or in the wrong place.
///
/// Each broken statement is reported once, at the place that is wrong. The statements around it are read as usual, and the
/// names in the broken one still count, but Python refuses the whole block. The fix is safe where there is only one way to
/// mend the statement. Lists and texts that are never closed are reported as `unclosed-list` and `unclosed-string`.
///
/// Before:
///
///     add_force_relations({query_catalogue: {trust: positive,
///                                            discovery: positive})
///
/// After:
///
///     add_force_relations({query_catalogue: {trust: positive,
///                                            discovery: positive}})
enum SyntaxError: Rule {
  static let name = "syntax-error"
  static let severity = Severity.error
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems {
      guard case .syntax(let kind) = problem.kind, let message = message(kind) else { continue }
      report(finding(problem.range, message, fixes: page.fixes(problem)))
    }
  }

  /// Says in words what is wrong; nil for what other rules report.
  private static func message(_ kind: SyntaxProblemKind) -> String? {
    switch kind {
    case .unclosedBracket(let bracket):
      "\(quoted(bracket)) is never closed: \(quoted(closer(of: bracket))) is missing."
    case .missingCloser(let expected, let before):
      "\(quoted(expected)) is missing before \(quoted(before))."
    case .wrongBracket(let expected, let found):
      "\(quoted(expected)) is expected here instead of \(quoted(found))."
    case .unexpectedCloser(let bracket):
      "\(quoted(bracket)) closes nothing: remove it, or open the bracket before."
    case .unexpectedOpener(let bracket):
      "\(quoted(bracket)) is one too many: delete it."
    case .typographicQuote:
      "Texts stand in plain quotation marks, `\"`, and not in typographic ones."
    case .swappedBrackets(let first, let second):
      "\(quoted(first)) and \(quoted(second)) are in the wrong order."
    case .missingComma:
      "A comma is missing after this."
    case .wrongSeparator(let found):
      "A comma is expected here instead of \(quoted(found))."
    case .missingColon:
      "`:` is missing between the key and its value."
    case .signsForName:
      "An impact is a word, such as `positive`, and no sign."
    case .missingExpression:
      "A name or a value is missing here."
    case .unexpectedText:
      "This can't stand here."
    case .nestingTooDeep:
      "The brackets are nested too deeply to be read."
    case .unclosedString, .lineBreakInString, .unclosedList, .listClosedByTwoQuotes:
      nil
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

extension RuleContext {
  /// The mend of a broken form as a fix.
  func fixes(_ problem: FormProblem) -> [Fix] {
    guard let mend = problem.mend else { return [] }
    let newText = mend.newText
    let isInsertion = mend.range.start == mend.range.end
    let title =
      if newText.isEmpty {
        "Remove this"
      } else if newText.contains(where: \.isNewline) || newText.count > 8 {
        isInsertion ? "Insert `\(newText.trimmingBlanks)`" : "Mend the statement"
      } else {
        isInsertion ? "Insert `\(newText)`" : "Change to `\(newText)`"
      }
    return [Fix(title: title, isSafe: problem.isMendSafe, edits: [mend])]
  }
}
