// What model files say about the sources: which codes they list for each.

public import SeedModel
internal import SeedSyntax

/// A list in a model file with the page that holds it.
public struct PlacedCodeList {
  public let page: PageID
  public let record: PageRecord
  public let list: CodeList
}

extension Study {
  /// The lists of a source's codes in model files, by file and place; nil if one of them can't be read: it is made
  /// otherwise than by listing names.
  public func codeLists(ofSource source: NameID) -> [PlacedCodeList]? {
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
  public func sources(ofList name: NameID) -> [NameID] {
    var sources: Set<NameID> = []
    for id in modelPages(of: name) {
      for pair in pages[id.index]?.facts.lists ?? [] where pair.second == name { sources.insert(pair.first) }
    }
    return sources.sorted()
  }

  /// The pages of model files on which a name stands.
  private func modelPages(of name: NameID) -> Set<PageID> {
    Set(pages(of: name).lazy.filter { pages[$0.index]?.isModel == true })
  }

  /// The pages of model files that list codes of sources for which a change says something else.
  public func pagesListing(_ change: StudyChange) -> PageSet {
    var sources = Set(change.lists.map(\.first))
    let own = change.documents.compactMap { self[$0]?.sourceID.flatMap { nameID($0) } }
    for name in Set(change.listed + change.sources + own) { sources.formUnion(self.sources(ofList: name) + [name]) }
    for name in change.names {
      for page in pages(of: name) {
        guard let record = pages[page.index], !record.isModel,
          let source = self[record.document]?.sourceID.flatMap({ nameID($0) })
        else { continue }
        sources.insert(source)
      }
    }
    var listing = PageSet()
    // A list that is no source's any more.
    for pair in change.lists { listing.formUnion(modelPages(of: pair.second)) }
    for source in sources {
      let pages = modelPages(of: source)
      listing.formUnion(pages)
      for page in pages {
        for pair in self.pages[page.index]?.facts.lists ?? [] where pair.first == source {
          listing.formUnion(modelPages(of: pair.second))
        }
      }
    }
    return listing
  }
}
