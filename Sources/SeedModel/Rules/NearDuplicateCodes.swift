// The rule `near-duplicate-codes`: two codes whose names are almost the same.

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

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) {
      guard definition.form == .code, !fact.kinds.contains(.reference) else { continue }
      for other in nearDuplicates(of: fact, page.study) {
        guard let this = firstDefinition(of: fact.name, page.study), page.isHere(this, definition),
          let earlier = firstDefinition(of: other, page.study), isBefore(earlier, this, page.study)
        else { continue }
        let name = page.name(of: definition)
        let otherName = page.study.string(other)
        report(
          finding(
            page.range(of: definition), "`\(name)` is almost the same as the code `\(otherName)`. Are they one?",
            related: [earlier.related("`\(otherName)` is defined here.")]))
      }
    }
  }

  private static func nearDuplicates(of fact: DefinitionFact, _ study: Study) -> [NameID] {
    study.names.withName(fact.name) { name in
      study.similarDefinedNames.closest(
        to: name,
        among: { other in
          // A force and a solution of nearly one name are two things.
          let kinds = study.postings[other.index].kinds
          return !kinds.isDisjoint(with: .codes) && !kinds.isDisjoint(with: fact.kinds)
            && study.names.withName(other) { NameDifference.isSlip(name, $0) }
        }, in: study.names)
    }
  }

  private static func firstDefinition(of name: NameID, _ study: Study) -> DefinitionSite? {
    study.definitionSites(of: name).first { $0.definition.form == .code }
  }

  private static func isBefore(_ left: DefinitionSite, _ right: DefinitionSite, _ study: Study) -> Bool {
    guard left.document == right.document, let document = study[left.document] else {
      return left.document < right.document
    }
    let leftPage = document.pages.firstIndex(of: left.page) ?? 0
    let rightPage = document.pages.firstIndex(of: right.page) ?? 0
    return (leftPage, left.definition.occurrence) < (rightPage, right.definition.occurrence)
  }
}
