// The rule `unused-code`: a code is defined and then used nowhere.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A code is defined, and nothing links it, lists it or gives it forces.
///
/// It stands by itself: no decision offers it and no other source confirms it. It may be waiting for its first link, or it
/// may have been renamed where it was used. A definition counts as coding its own source, so a code that only one source
/// names is no mistake; that is why this rule is off unless the configuration turns it on.
///
/// Before:
///
///     time_travel = CClass(pattern, "Time Travel")
///
/// After:
///
///     time_travel = CClass(pattern, "Time Travel")
///     add_decision_option_link(versioning_decision, time_travel, "Ask for the data of a past day")
enum UnusedCode: Rule {
  static let name = "unused-code"
  static let severity = Severity.hint
  static let isOnByDefault = false
  static let dependencies: Dependencies = .uses

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) {
      guard definition.form == .code, !fact.kinds.contains(.reference), !isUsed(fact.name, in: page.study) else {
        continue
      }
      report(finding(page.range(of: definition), "Nothing links, lists or rates `\(page.name(of: definition))`."))
    }
  }

  private static func isUsed(_ name: NameID, in study: Study) -> Bool {
    study.pages(of: name).contains { study[$0]?.facts.uses(name) == true }
  }
}
