// The rule `near-duplicate-codes`: two codes whose names are almost the same.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// Two codes are defined whose names differ by a plural, a spelling or a slip of the pen.
///
/// They may be one code that was coined twice, and whoever lists one of them may mean the other. If they are one, rename
/// one of them; if they are two, names that differ by a whole word keep readers from mixing them up. Names whose beginnings
/// or numbers differ (`input_port` and `output_port`, `v1` and `v2`) are taken to be meant so.
///
/// Before:
///
///     internal_storage = CClass(pattern, "Internal Storage")
///     internal_storages = CClass(pattern, "Keep Storage Internal")
///
/// After:
///
///     internal_storage = CClass(pattern, "Internal Storage")
enum NearDuplicateCodes: Rule {
  static let name = "near-duplicate-codes"
  static let severity = Severity.hint
  static let dependencies: Dependencies = [.definitions, .nearNames]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) {
      guard !fact.kinds.isDisjoint(with: .codes) else { continue }
      let near = page.study.definedNames(near: fact.name)
      guard !near.isEmpty, let this = page.study.firstCode(fact.name), page.isHere(this, definition) else { continue }
      for other in near {
        // A force and a solution of nearly one name are two things.
        guard page.study.isDefinedInNote(other),
          !page.study.kinds(of: other).isDisjoint(with: fact.kinds),
          let earlier = page.study.firstCode(other), page.study.isBefore(earlier, this)
        else { continue }
        let otherName = page.study.string(other)
        report(
          finding(
            page.range(of: definition),
            "`\(page.name(of: definition))` is almost the same as the code `\(otherName)`. Are they one?",
            related: [earlier.related("`\(otherName)` is defined here.")]))
      }
    }
  }
}
