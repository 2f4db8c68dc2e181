// Where names are defined, and which of a name's definitions counts where they differ.

public import SeedModel

/// A definition in the index, by where it stands.
public struct DefinitionPlace: Hashable, Sendable {
  public let document: DocumentID
  /// Which page of the note, and which of the page's definitions.
  public let page: Int
  public let index: Int
}

/// What the study says about a defined name at one of its definitions.
public struct CodeDefinition: Hashable, Sendable {
  public let site: Site
  public let form: Definition.Form
  /// `pattern`, `force`, …; nil when none is given.
  public let metaclass: String?
  public let displayName: String?
  public let isInList: Bool
}

extension Study {
  /// The definition of a name that counts; nil for a name that nothing defines.
  ///
  /// Whoever shows what a name means asks this one: notes count before model files, definitions by `CClass` before others, and
  /// then the first by note and place.
  public func definition(of name: NameID) -> DefinitionPlace? {
    var best: (page: PageID, record: PageRecord, index: Int, rank: Int)?
    for page in postings(of: name).definingPages.withoutRuns {
      guard let record = pages[page.index], let index = record.mainDefinition(of: name) else { continue }
      let rank = (record.isModel ? 2 : 0) + (record.summary.definitions[index].form == .code ? 0 : 1)
      if let best, best.rank < rank || best.rank == rank && isBefore(best.page, page) { continue }
      best = (page, record, index, rank)
    }
    return best.map {
      DefinitionPlace(document: $0.record.document, page: pagePositions[$0.page.index], index: $0.index)
    }
  }

  /// What the definition that counts says; nil for a name that nothing defines.
  public func codeDefinition(of name: NameID) -> CodeDefinition? {
    guard let place = definition(of: name), let document = self[place.document],
      let record = pages[document.pages[place.page].index]
    else { return nil }
    let page = PlacedPage(
      record: record, position: place.page, startLine: document.startLine(ofPage: place.page))
    let occurrence = record.summary.definitions[place.index].occurrence
    return codeDefinition(at: page.site(ofOccurrence: occurrence), on: record)
  }

  /// Every definition of a name, ordered by note and place.
  public func definitions(of name: NameID) -> [CodeDefinition] {
    var definitions: [CodeDefinition] = []
    let width = width(of: name)
    for page in placedPages(on: postings(of: name).definingPages) {
      var sites: [Site] = []
      page.appendSites(of: name, width: width, to: &sites)
      for site in sites where site.role.isDefinition { definitions.append(codeDefinition(at: site, on: page.record)) }
    }
    return definitions
  }

  private func codeDefinition(at site: Site, on record: PageRecord) -> CodeDefinition {
    let definition = record.summary.definitions.first { $0.occurrence == site.occurrence }
    return CodeDefinition(
      site: site, form: definition?.form ?? .other,
      metaclass: self.name(ofOccurrence: definition?.metaclass, on: record),
      displayName: definition?.displayName.map { record.summary.text($0) }, isInList: definition?.isInList ?? false)
  }

  /// The study's number for each name of a page, by the name's index on the page; none for a page that isn't there.
  public func nameIDs(ofPage page: Int, in document: DocumentID) -> [NameID] {
    guard let note = self[document], note.pages.indices.contains(page) else { return [] }
    return pages[note.pages[page].index]?.names ?? []
  }
}

extension PageRecord {
  /// The page's first definition of a name by `CClass`, else its first one.
  fileprivate func mainDefinition(of name: NameID) -> Int? {
    var first: Int?
    for index in facts.definitions(of: name) where summary.definitions.indices.contains(index) {
      if summary.definitions[index].form == .code { return index }
      first = first ?? index
    }
    return first
  }
}
