// How rules tell of the places where names are defined and linked.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension DefinitionSite {
  /// The place as a second place of a finding.
  func related(_ message: String) -> RelatedPlace {
    RelatedPlace(
      document: document, range: record.summary.range(ofOccurrence: definition.occurrence), message: message,
      page: page)
  }
}

extension PairSite {
  /// The place as a second place of a finding.
  func related(_ message: String) -> RelatedPlace {
    RelatedPlace(document: record.document, range: range, message: message, page: page)
  }
}

extension RuleContext {
  /// Calls `body` with each definition by `CClass` that isn't the first one of its name, and with that first one.
  ///
  /// Sources and references are left out: those are other rules' concern.
  func forEachRedefinition(_ body: (_ this: DefinitionSite, _ first: DefinitionSite) -> Void) {
    for (index, fact) in facts.definitions.enumerated() where !fact.kinds.isDisjoint(with: .codes) {
      guard study.definingPages(of: fact.name).count > 1, let first = study.firstCode(fact.name),
        !isHere(first, summary.definitions[index])
      else { continue }
      body(DefinitionSite(page: id, record: record, definition: summary.definitions[index]), first)
    }
  }

  func isHere(_ site: DefinitionSite, _ definition: Definition) -> Bool {
    site.page == id && site.definition.occurrence == definition.occurrence
  }

  /// The name that a definition defines.
  func name(of definition: Definition) -> String {
    summary.name(ofOccurrence: definition.occurrence)
  }

  func range(of definition: Definition) -> LineRange {
    summary.range(ofOccurrence: definition.occurrence)
  }

  func isHere(_ site: PairSite, _ occurrence: Int) -> Bool {
    site.page == id && site.occurrence == occurrence
  }
}
