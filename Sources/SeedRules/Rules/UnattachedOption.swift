// The rule `unattached-option`: a pattern or practice that no decision offers.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A pattern, a practice or another design solution is not an option of any decision.
///
/// Guidance is made of decisions and their options; a solution that no decision offers isn't reached by anybody who reads
/// it. Early in a study many solutions have no decision yet, so the rule is off unless the configuration turns it on.
///
/// Before:
///
///     data_marts = CClass(pattern, "Data Marts")
///
/// After:
///
///     data_marts = CClass(pattern, "Data Marts")
///     add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
enum UnattachedOption: Rule {
  static let name = "unattached-option"
  static let severity = Severity.hint
  static let isOnByDefault = false
  static let dependencies: Dependencies = .options

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) where fact.kinds == .solution {
      let isOffered = page.study.pages(of: fact.name).contains { id in
        page.study[id]?.facts.options.contains { $0.second == fact.name } == true
      }
      guard !isOffered else { continue }
      report(finding(page.range(of: definition), "No decision offers `\(page.name(of: definition))` as an option."))
    }
  }
}
