// The rule `unnamed-definition`: a code is defined and nothing names it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// `CClass(…)` stands by itself: there is no name by which the code can be used.
///
/// The code is in no codebook and no report, and whoever uses the name that was meant finds it undefined. The fix is safe where
/// the name that goes with the display name is used in the note and nothing else defines it.
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
  static let dependencies: Dependencies = [.definitions, .misspellings, .sources]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for misfit in page.summary.misfits where misfit.kind == .unnamed {
      let name = misfit.name.map { page.summary.names[$0] }
      let isFree = misfit.name.map { !page.study.isDefined(page.names[$0]) } == true
      let fixes = name.map { name in
        let isAwaited = isFree && page.unknownNames.contains { $0.name == name }
        let start = LineRange(misfit.range.start, misfit.range.start)
        return Fix(title: "Name it `\(name)`", isSafe: isAwaited, edits: [LineEdit(start, name + " = ")])
      }
      report(
        finding(
          misfit.range, "Nothing names the code that is defined here: write `\(name ?? "name") = ` before it.",
          fixes: isFree ? [fixes].compactMap { $0 } : []))
    }
  }
}
