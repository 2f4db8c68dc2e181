// The rule `option-without-forces`: an option of a decision of which no note says how it acts on forces.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A decision offers a design solution, but no note says how it acts on any force.
///
/// The forces are what a reader weighs when choosing between options. Sources often name a solution without them, so the
/// rule is off unless the configuration turns it on.
///
/// Before:
///
///     add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
///
/// After:
///
///     add_decision_option_link(store_decision, data_marts, "Keep a small store for each process")
///     add_force_relations({data_marts: {response_time: positive, duplication: negative}})
enum OptionWithoutForces: Rule {
  static let name = "option-without-forces"
  static let severity = Severity.hint
  static let isOnByDefault = false
  static let dependencies: Dependencies = [.options, .impacts]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) where fact.kinds == .solution {
      var isOffered = false
      var hasForces = false
      for id in page.study.pages(of: fact.name) {
        guard let facts = page.study[id]?.facts else { continue }
        isOffered = isOffered || facts.options.contains { $0.second == fact.name }
        hasForces = hasForces || facts.impacts.contains { $0.first == fact.name }
      }
      guard isOffered, !hasForces else { continue }
      report(
        finding(
          page.range(of: definition), "`\(page.name(of: definition))` is an option, but acts on no force in any note."))
    }
  }
}
