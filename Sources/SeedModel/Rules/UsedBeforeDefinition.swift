// The rule `used-before-definition`: a code is used further up in the note than it is defined.

internal import SeedSyntax

/// A code is used in a statement that stands before its definition in the same note.
///
/// Notes are read from top to bottom, by people and by tools that run their statements. Move the definition up, or the use
/// down. Each name is reported once, where it is first used, and prose doesn't count. Codes that another note defines may
/// be used anywhere.
///
/// Before:
///
///     add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
///     access_decision = CClass(decision, "How is data accessed?")
///
/// After:
///
///     access_decision = CClass(decision, "How is data accessed?")
///     add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
enum UsedBeforeDefinition: Rule {
  static let name = "used-before-definition"
  static let severity = Severity.information

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    var seen: Set<Int32> = []
    for (index, occurrence) in page.summary.occurrences.enumerated() where occurrence.role.isReference {
      let kinds = page.kinds(ofOccurrence: index)
      guard !kinds.isDisjoint(with: .codes), seen.insert(occurrence.name).inserted,
        let definition = laterDefinition(of: page.nameID(ofOccurrence: index), index, page)
      else { continue }
      let name = page.summary.names[Int(occurrence.name)]
      report(
        finding(
          page.summary.range(of: occurrence), "`\(name)` is used here before it is defined.",
          related: [definition.related("`\(name)` is defined here.")]))
    }
  }

  /// The name's definition, if the study has none but in this note, further down.
  private static func laterDefinition(of name: NameID, _ occurrence: Int, _ page: RulePage) -> DefinitionSite? {
    let defining = page.study.postings[name.index].definingPages
    let isOnlyHere = defining.allSatisfy { page.study.pages[$0.index]?.document == page.document.id }
    guard isOnlyHere else { return nil }
    if defining.count == 1, defining.first == page.id,
      let only = page.summary.definitions.first(where: { page.nameID(ofOccurrence: $0.occurrence) == name }),
      only.occurrence < occurrence
    {
      return nil
    }
    guard let first = page.study.definitionSites(of: name).first,
      let firstPage = page.document.pages.firstIndex(of: first.page),
      let thisPage = page.document.pages.firstIndex(of: page.id),
      (firstPage, first.definition.occurrence) > (thisPage, occurrence)
    else { return nil }
    return first
  }
}
