// The rule `unclosed-comment`: a comment of Markdown that never ends.

internal import SeedModel
internal import SeedSyntax

/// A comment (`<!-- …`) is never closed with `-->`.
///
/// Other tools hide the rest of the note. Here it hides nothing: what follows counts as if the comment weren't there. What stands
/// in a comment that is closed doesn't count, be it a line, a block or a whole note.
///
/// Before:
///
///     <!-- ask the author about this
///
///     **OPEN CODING TRACE:**
///
/// After:
///
///     <!-- ask the author about this -->
///
///     **OPEN CODING TRACE:**
enum UnclosedComment: Rule {
  static let name = "unclosed-comment"
  static let severity = Severity.warning
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .unclosedComment {
      let fixes = page.fixes(problem).map { Fix(title: "Close the comment", isSafe: $0.isSafe, edits: $0.edits) }
      report(
        finding(
          problem.range,
          "This comment is never closed: other tools hide the rest of the note. Add `-->` where it ends.",
          fixes: fixes))
    }
  }
}
