// The rule `unclosed-list`: a list of codes without its closing quotes.

internal import SeedModel
internal import SeedSyntax

/// A list of codes in `'''` is never closed, or is closed by two quotes instead of three.
///
/// Everything behind it is taken for a part of the list. The fix adds what is missing behind the last name; it is safe
/// where the list holds nothing but names.
///
/// Before:
///
///     '''
///     cache, event_streaming
///     ''
///
/// After:
///
///     '''
///     cache, event_streaming
///     '''
enum UnclosedList: Rule {
  static let name = "unclosed-list"
  static let severity = Severity.error
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems {
      guard case .syntax(let kind) = problem.kind else { continue }
      switch kind {
      case .unclosedList:
        report(
          finding(
            problem.range, "This list is never closed: ''' is missing at its end.", fixes: page.fixes(problem)))
      case .listClosedByTwoQuotes:
        report(finding(problem.range, "The list is closed by two quotes; it takes three.", fixes: page.fixes(problem)))
      default:
        break
      }
    }
  }
}
