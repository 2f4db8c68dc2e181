// The rule `unclosed-fence`: a fence that is never closed.

internal import SeedModel

/// A fence (` ``` python `) is never closed with ` ``` `.
///
/// Everything up to the next fence, label or trace heading is read as part of the block, and other tools show the rest of
/// the note as code. The fix closes the fence behind its last line; it is safe where only names and statements stand in it.
///
/// Before:
///
///     ``` python
///     cache = CClass(pattern, "Cache")
///
///     **OPEN CODING TRACE:**
///
/// After:
///
///     ``` python
///     cache = CClass(pattern, "Cache")
///     ```
///
///     **OPEN CODING TRACE:**
enum UnclosedFence: Rule {
  static let name = "unclosed-fence"
  static let severity = Severity.error
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .unclosedFence {
      let fixes = page.fixes(problem).map { Fix(title: "Close the fence", isSafe: $0.isSafe, edits: $0.edits) }
      report(
        finding(problem.range, "This fence is never closed: add a line with ``` after the block.", fixes: fixes))
    }
  }
}
