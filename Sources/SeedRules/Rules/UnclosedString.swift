// The rule `unclosed-string`: a text whose closing quote is missing on its line.

internal import SeedModel
internal import SeedSyntax

/// A text in quotes isn't closed on its line.
///
/// Its closing quote is missing, or is of the other kind, or the text was broken over two lines. Python refuses the whole
/// block. The fix adds the quote or joins the lines; it is safe where nothing else can be meant.
///
/// Before:
///
///     security = CClass(practice, "Secure Data Product')
///
/// After:
///
///     security = CClass(practice, "Secure Data Product")
enum UnclosedString: Rule {
  static let name = "unclosed-string"
  static let severity = Severity.error
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems {
      guard case .syntax(let kind) = problem.kind else { continue }
      switch kind {
      case .unclosedString(let quote):
        let mark = String(UnicodeScalar(quote))
        report(
          finding(
            problem.range, "This text is never closed: `\(mark)` is missing at its end.", fixes: page.fixes(problem)))
      case .lineBreakInString:
        let fixes = page.fixes(problem).map { Fix(title: "Join the lines", isSafe: $0.isSafe, edits: $0.edits) }
        report(finding(problem.range, "This text runs over the end of the line: join the lines.", fixes: fixes))
      default:
        break
      }
    }
  }
}
