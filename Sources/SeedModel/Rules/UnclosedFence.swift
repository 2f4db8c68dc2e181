// The rule `unclosed-fence`: a fence that is never closed.

/// A fence (` ``` python `) is never closed with ` ``` `.
///
/// Everything up to the next fence or trace heading is read as part of the block, and other tools show the rest of the note
/// as code.
enum UnclosedFence: Rule {
  static let name = "unclosed-fence"
  static let severity = Severity.error

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for problem in page.summary.formProblems where problem.kind == .unclosedFence {
      report(finding(problem.range, "This fence is never closed: add a line with ``` after the block."))
    }
  }
}
