// The rule `used-before-definition`: a code is used further up in the note than it is defined.

internal import SeedModel
internal import SeedStudy
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
  static let dependencies: Dependencies = [.definitions, .usesInNote]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let occurrences = page.summary.occurrences
    // The occurrence from which on uses of a name need no look: its definition on the page, or its first use.
    var known = [Int](filledWith: .max, count: page.names.count)
    for definition in page.summary.definitions {
      let name = Int(occurrences[definition.occurrence].name)
      known[name] = min(known[name], definition.occurrence)
    }
    for (index, occurrence) in occurrences.enumerated() where occurrence.role.isReference {
      guard index < known[Int(occurrence.name)] else { continue }
      known[Int(occurrence.name)] = index
      guard let definition = laterDefinition(of: page.names[Int(occurrence.name)], index, page) else { continue }
      let name = page.summary.names[Int(occurrence.name)]
      report(
        finding(
          page.summary.range(of: occurrence), "`\(name)` is used here before it is defined.",
          related: [definition.related("`\(name)` is defined here.")]))
    }
  }

  /// The code's first definition, if no other note has one and it stands further down in this note.
  private static func laterDefinition(of name: NameID, _ occurrence: Int, _ page: RuleContext) -> DefinitionSite? {
    // Most names are first defined in other notes, or are no codes.
    guard let firstPage = page.study.firstDefiningPage(of: name),
      page.study.isPage(firstPage, of: page.document.id),
      !page.study.kinds(of: name).isDisjoint(with: .codes),
      page.study.definingPages(of: name).allSatisfy({ id in
        guard let record = page.study[id] else { return true }
        return record.isModel || record.document == page.document.id
      }),
      let first = page.study.firstDefinition(name)
    else { return nil }
    let isLater =
      first.page == page.id
      ? first.definition.occurrence > occurrence : page.study.isBefore(page.id, first.page)
    return isLater && !isUsedBefore(name, page) ? first : nil
  }

  /// Whether the note uses a name on a page before this one.
  private static func isUsedBefore(_ name: NameID, _ page: RuleContext) -> Bool {
    page.study.pages(of: name).contains { other in
      guard let record = page.study[other], record.document == page.document.id else { return false }
      return page.study.isBefore(other, page.id) && record.facts.uses(name)
    }
  }
}
