// The rule `stray-fence`: a line of backticks that begins nothing.

internal import SeedModel
internal import SeedSyntax

/// A line with ` ``` ` begins no block: a label or another fence follows, or a block that is closed already is closed again.
///
/// Other tools take what follows for code, and the next block for text. Here the line is passed over. The fix deletes it; quoted
/// text, labels and statements stay as they are.
///
/// Before:
///
///     **AXIAL CODING TRACE:**
///     ```
///     added:
///     ``` python
///     cache = CClass(pattern, "Cache")
///     ```
///
/// After:
///
///     **AXIAL CODING TRACE:**
///     added:
///     ``` python
///     cache = CClass(pattern, "Cache")
///     ```
enum StrayFence: Rule {
  static let name = "stray-fence"
  static let severity = Severity.error
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .strayFence {
      let fixes = page.fixes(problem).map { Fix(title: "Delete the line", isSafe: $0.isSafe, edits: $0.edits) }
      report(finding(problem.range, "This fence begins nothing: delete the line.", fixes: fixes))
    }
  }
}
