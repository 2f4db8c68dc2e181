// Where a name is defined, for rules that compare definitions of one name.

internal import SeedSyntax

/// A definition on some page of the study.
struct DefinitionSite {
  let document: DocumentID
  let page: PageID
  let summary: PageSummary
  let definition: Definition

  var metaclass: String? { definition.metaclass.map { summary.name(ofOccurrence: $0) } }

  /// The display name without blanks around it.
  var displayName: String? { definition.displayName.map { summary.text($0).trimmingBlanks } }

  /// The place as a second place of a finding.
  func related(_ message: String) -> RelatedPlace {
    RelatedPlace(
      document: document, range: summary.range(ofOccurrence: definition.occurrence), message: message, page: page)
  }
}

extension Study {
  /// The definitions of a name, ordered by note and place.
  func definitionSites(of name: NameID) -> [DefinitionSite] {
    var sites: [DefinitionSite] = []
    forEachPage(of: name, \.definingPages) { record, document, index, _ in
      for (definition, fact) in zip(record.summary.definitions, record.facts.definitions) where fact.name == name {
        sites.append(
          DefinitionSite(
            document: document.id, page: document.pages[index], summary: record.summary, definition: definition))
      }
    }
    return sites
  }
}

extension RulePage {
  /// Calls `body` with each definition by `CClass` that isn't the first one of its name, and with that first one.
  ///
  /// Sources and references are left out: those are other rules' concern.
  func forEachRedefinition(_ body: (_ this: DefinitionSite, _ first: DefinitionSite) -> Void) {
    for (definition, fact) in zip(summary.definitions, facts.definitions) {
      guard definition.form == .code, study.postings[fact.name.index].definingPages.count > 1,
        !study.postings[fact.name.index].kinds.isDisjoint(with: .codes)
      else { continue }
      let first = study.definitionSites(of: fact.name).first { $0.definition.form == .code }
      guard let first, !isHere(first, definition) else { continue }
      body(DefinitionSite(document: document.id, page: id, summary: summary, definition: definition), first)
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
