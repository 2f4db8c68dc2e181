// The rule `unnamed-definition`: a code is defined and nothing names it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// `CClass(…)` stands by itself: there is no name by which the code can be used.
///
/// The code is in no codebook and no report, and whoever uses the name that was meant finds it undefined. Offered is the name that
/// goes with the display name, unless something else has it.
///
/// Before:
///
///     CClass(pattern, "Cache")
///
/// After:
///
///     cache = CClass(pattern, "Cache")
enum UnnamedDefinition: Rule {
  static let name = "unnamed-definition"
  static let severity = Severity.error
  static let hasFix = true
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for misfit in page.summary.misfits where misfit.kind == .unnamed {
      let name = misfit.name.map { page.summary.names[$0] }
      var fixes: [Fix] = []
      if let index = misfit.name, let name, !page.study.isDefined(page.names[index]) {
        let edit = LineEdit(LineRange(misfit.range.start, misfit.range.start), name + " = ")
        fixes = [Fix(title: "Name it `\(name)`", isSafe: false, edits: [edit])]
      }
      report(
        finding(
          misfit.range, "Nothing names the code that is defined here: write `\(name ?? "name") = ` before it.",
          fixes: fixes))
    }
  }
}
