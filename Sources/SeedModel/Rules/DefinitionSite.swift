// Where a name is defined, for rules that compare definitions of one name.

internal import SeedSyntax

/// A definition on some page of the study.
struct DefinitionSite {
  let page: PageID
  let record: PageRecord
  let definition: Definition

  var document: DocumentID { record.document }

  var metaclass: String? { definition.metaclass.map { record.summary.name(ofOccurrence: $0) } }

  /// The display name without blanks around it.
  var displayName: String? { definition.displayName.map { record.summary.text($0).trimmingBlanks } }

  /// The place as a second place of a finding.
  func related(_ message: String) -> RelatedPlace {
    RelatedPlace(
      document: document, range: record.summary.range(ofOccurrence: definition.occurrence), message: message,
      page: page)
  }
}

extension Study {
  /// The first definition of a name, by note and place.
  func firstDefinition(_ name: NameID) -> DefinitionSite? {
    first(postings[name.index].firstPage, name) { !$0.isEmpty }
  }

  /// The first definition of a name by `CClass`, sources and references left out.
  func firstCode(_ name: NameID) -> DefinitionSite? {
    first(postings[name.index].firstCodePage, name) { !$0.isDisjoint(with: .codes) }
  }

  private func first(_ page: PageID?, _ name: NameID, _ isWanted: (CodeKinds) -> Bool) -> DefinitionSite? {
    guard let page, let record = pages[page.index],
      let index = record.facts.firstDefinition(of: name, where: isWanted),
      record.summary.definitions.indices.contains(index)
    else { return nil }
    return DefinitionSite(page: page, record: record, definition: record.summary.definitions[index])
  }

  func isBefore(_ left: DefinitionSite, _ right: DefinitionSite) -> Bool {
    left.page == right.page
      ? left.definition.occurrence < right.definition.occurrence : isBefore(left.page, right.page)
  }
}

extension RulePage {
  /// Calls `body` with each definition by `CClass` that isn't the first one of its name, and with that first one.
  ///
  /// Sources and references are left out: those are other rules' concern.
  func forEachRedefinition(_ body: (_ this: DefinitionSite, _ first: DefinitionSite) -> Void) {
    for (index, fact) in facts.definitions.enumerated() where !fact.kinds.isDisjoint(with: .codes) {
      guard study.postings[fact.name.index].definingPages.count > 1, let first = study.firstCode(fact.name),
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
}
