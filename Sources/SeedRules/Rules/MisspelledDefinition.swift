// The rule `misspelled-definition`: most notes write a code otherwise than it is defined.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// More notes write a code in another spelling than in the one that is defined.
///
/// The other spelling is a slip of the pen away from this one, and nothing defines it, so that whatever those notes link or
/// list is missing where the code is counted. Either the definition is misspelt, and one change mends all notes, or the others
/// copied a mistake from each other. In an editor, actions rename the definition, or write all uses as the definition is
/// written; on the command line, `seed-lsp merge` does either. `misspelled-code` tells of the uses.
///
/// Before:
///
///     acess_decision = CClass(decision, "How is data asked for?")
///     …
///     add_decision_option_link(access_decision, rest_apis, "Over HTTP")
///     …
///     add_decision_option_link(access_decision, event_topic, "By subscription")
///
/// After:
///
///     access_decision = CClass(decision, "How is data asked for?")
enum MisspelledDefinition: Rule {
  static let name = "misspelled-definition"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .sources, .spellings]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    guard page.study.hasOtherSpellings else { return }
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) where !fact.kinds.isEmpty {
      guard let disputed = page.study.disputedSpelling(ofDefined: fact.name),
        let site = page.study.firstDefinition(fact.name), page.isHere(site, definition)
      else { continue }
      report(
        finding(
          page.range(of: definition), message(disputed), related: uses(of: disputed.used, page),
          fixes: page.renaming(fact.name, to: disputed.used)))
    }
  }

  private static func message(_ disputed: DisputedSpelling) -> String {
    let verb = disputed.definedCount == 1 ? "writes" : "write"
    return "\(disputed.usedCount) notes write `\(disputed.used)`, which nothing defines, and \(disputed.definedCount) "
      + "\(verb) `\(disputed.defined)` as it is defined here. Is the definition misspelt?"
  }

  /// The first use of a name on a page, for a few pages.
  private static func uses(of name: String, _ page: RuleContext) -> [RelatedPlace] {
    guard let id = page.study.nameID(name) else { return [] }
    return page.study.pages(coding: id, inFirst: 3).compactMap { other in
      guard let record = page.study[other] else { return nil }
      let index = record.summary.occurrences.indices.first { index in
        record.isName(id, ofOccurrence: index) && record.summary.occurrences[index].role.isReference
      }
      return index.map {
        RelatedPlace(
          document: record.document, range: record.summary.range(ofOccurrence: $0),
          message: "Here it is written `\(name)`.", page: other)
      }
    }
  }
}

extension RuleContext {
  /// How most notes write an undefined name, or the defined one that it is closest to.
  func disputedSpelling(of unknown: UnknownName) -> DisputedSpelling? {
    guard study.hasOtherSpellings else { return nil }
    if let disputed = study.disputedSpelling(ofUndefined: names[Int(unknown.occurrence.name)]) { return disputed }
    for name in unknown.similar {
      if let id = study.nameID(name), let disputed = study.disputedSpelling(ofDefined: id) { return disputed }
    }
    return nil
  }

  /// A fix that renames a name, if it stands on this page alone.
  fileprivate func renaming(_ name: NameID, to newName: String) -> [Fix] {
    guard study.pages(of: name).count == 1 else { return [] }
    let edits = summary.occurrences.indices.filter { names[Int(summary.occurrences[$0].name)] == name }.map {
      LineEdit(summary.range(ofOccurrence: $0), newName)
    }
    return [Fix(title: "Rename the definition to `\(newName)`", isSafe: false, edits: edits)]
  }
}
