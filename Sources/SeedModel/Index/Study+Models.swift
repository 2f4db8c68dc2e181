// What model files say about the sources: which codes they list for each.

internal import SeedSyntax

/// A list in a model file with the page that holds it.
struct PlacedCodeList {
  let page: PageID
  let record: PageRecord
  let list: CodeList
}

extension Study {
  // MARK: - Lists

  /// The lists of a source's codes in model files, by file and place; nil if one of them can't be read: it is made
  /// otherwise than by listing names.
  func codeLists(ofSource source: NameID) -> [PlacedCodeList]? {
    var found: [PlacedCodeList] = []
    for id in modelPages(of: source) {
      guard let record = pages[id.index] else { continue }
      for list in record.summary.codeLists where list.source.map({ record.isName(source, ofOccurrence: $0) }) == true {
        guard let name = list.name else {
          found.append(PlacedCodeList(page: id, record: record, list: list))
          continue
        }
        let named = codeLists(named: record.names[Int(record.summary.occurrences[name].name)])
        guard !named.isEmpty else { return nil }
        found += named
      }
    }
    return found.sorted {
      $0.page == $1.page ? $0.list.items.lowerBound < $1.list.items.lowerBound : isBefore($0.page, $1.page)
    }
  }

  private func codeLists(named name: NameID) -> [PlacedCodeList] {
    modelPages(of: name).flatMap { id -> [PlacedCodeList] in
      guard let record = pages[id.index] else { return [] }
      return record.summary.codeLists.lazy
        .filter { $0.source == nil && $0.name.map { record.isName(name, ofOccurrence: $0) } == true }
        .map { PlacedCodeList(page: id, record: record, list: $0) }
    }
  }

  /// The sources whose codes a list of this name holds, in order.
  func sources(ofList name: NameID) -> [NameID] {
    var sources: Set<NameID> = []
    for id in modelPages(of: name) {
      for pair in pages[id.index]?.facts.lists ?? [] where pair.second == name { sources.insert(pair.first) }
    }
    return sources.sorted()
  }

  /// The pages of model files on which a name stands.
  private func modelPages(of name: NameID) -> Set<PageID> {
    Set(postings[name.index].pages.lazy.filter { pages[$0.index]?.isModel == true })
  }

  // MARK: - Changes

  /// A note changed: what model files list for its source has to be compared with it again.
  mutating func markListsOfSource(of document: StudyDocument) {
    guard settings.comparesModels, let source = document.sourceID.flatMap({ nameID($0) }) else { return }
    findingsCache.changedSources.append(source)
  }

  /// Marks the pages that list codes of sources for which something changed.
  mutating func markLists(changedNames: [NameID], _ lists: [PairFact], _ changedSources: [NameID]) {
    var sources = Set(lists.map(\.first))
    for name in Set(changedSources) { sources.formUnion(self.sources(ofList: name) + [name]) }
    for name in changedNames {
      for page in postings[name.index].pages {
        guard let record = pages[page.index], !record.isModel,
          let source = self[record.document]?.sourceID.flatMap({ nameID($0) })
        else { continue }
        sources.insert(source)
      }
    }
    // A list that is no source's any more.
    for pair in lists { findingsCache.changedPages.formUnion(modelPages(of: pair.second)) }
    for source in sources {
      let listing = modelPages(of: source)
      findingsCache.changedPages.formUnion(listing)
      for page in listing {
        for pair in pages[page.index]?.facts.lists ?? [] where pair.first == source {
          findingsCache.changedPages.formUnion(modelPages(of: pair.second))
        }
      }
    }
  }
}
