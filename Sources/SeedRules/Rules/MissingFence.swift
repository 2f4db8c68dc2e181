// The rule `missing-fence`: statements that stand in no fence.

internal import SeedModel
internal import SeedSyntax

/// Statements stand in a trace without a fence around them.
///
/// They count here. Other tools read only what stands between ` ``` python ` and ` ``` `, and show the statements as running
/// text. Names alone, as behind `already added:`, need no fence.
///
/// Before:
///
///     added:
///     cache = CClass(pattern, "Cache")
///
/// After:
///
///     added:
///     ``` python
///     cache = CClass(pattern, "Cache")
///     ```
enum MissingFence: Rule {
  static let name = "missing-fence"
  static let severity = Severity.hint
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .statementsWithoutFence {
      let start = LinePosition(line: Int(problem.range.start.line), column: 0)
      let fixes = page.fixes(problem).map { closing in
        let lineBreak = closing.edits.first?.newText.filter(\.isNewline) ?? "\n"
        let opening = LineEdit(LineRange(start, start), "``` python" + lineBreak)
        return Fix(title: "Put a fence around the statements", isSafe: false, edits: [opening] + closing.edits)
      }
      report(finding(problem.range, "These statements stand in no fence: other tools pass over them.", fixes: fixes))
    }
  }
}
