// The rule `repeated-definition`: a code is defined twice in the same way.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A code is defined once more, with the same kind and the same display name as before.
///
/// All notes of a study share their codes, so once is enough. A second definition is one more place to keep in step: as
/// soon as one of the two is changed they contradict each other. To record that a source confirms the code, list its name.
///
/// Before:
///
///     security = CClass(force, "Security")
///     security = CClass(force, "Security")
///
/// After:
///
///     security = CClass(force, "Security")
enum RepeatedDefinition: Rule {
  static let name = "repeated-definition"
  static let severity = Severity.hint
  static let hasFix = true
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    page.forEachRedefinition { this, first in
      guard ConflictingDefinition.differences(this, first).isEmpty else { return }
      let name = page.name(of: this.definition)
      let fixes = this.definition.wholeLines.map {
        [Fix(title: "Remove this definition", isSafe: false, edits: [LineEdit($0, "")])]
      }
      report(
        finding(
          page.range(of: this.definition), "`\(name)` is already defined in the same way.",
          related: [first.related("`\(name)` is first defined here.")], fixes: fixes ?? []))
    }
  }
}
