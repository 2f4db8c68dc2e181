// The places that link two names, for comparing them.

internal import SeedModel
public import SeedSyntax

/// A place that links two names.
public struct PairSite {
  public let page: PageID
  public let record: PageRecord
  /// The occurrence that stands for the link.
  public let occurrence: Int
  /// The impact, where the link is one.
  public let impact: String?

  public var range: LineRange { record.summary.range(ofOccurrence: occurrence) }
}

extension Study {
  /// The pages that link an option to a decision, once for each link.
  public func pages(ofOption pair: PairFact) -> PageList { optionPages[pair] }

  /// The pages that give the impact of a subject on a force, once for each time.
  public func pages(ofImpact pair: PairFact) -> PageList { impactPages[pair] }

  /// The first link of a decision to an option, by note and place.
  public func firstOptionSite(_ pair: PairFact) -> PairSite? {
    guard let page = optionPages[pair].min(by: { isBefore($0, $1) }), let record = pages[page.index] else {
      return nil
    }
    for link in record.summary.relations where link.kind == .option {
      guard let decision = link.from, record.isName(pair.first, ofOccurrence: decision),
        record.isName(pair.second, ofOccurrence: link.to)
      else { continue }
      return PairSite(page: page, record: record, occurrence: link.to, impact: nil)
    }
    return nil
  }

  /// The impacts of a subject on a force, ordered by note and place.
  public func impactSites(_ pair: PairFact) -> [PairSite] {
    var sites: [PairSite] = []
    for page in inOrder(impactPages[pair]) {
      guard let record = pages[page.index] else { continue }
      for relation in record.summary.relations where relation.kind == .impact {
        guard let subject = relation.from, record.isName(pair.first, ofOccurrence: subject),
          record.isName(pair.second, ofOccurrence: relation.to)
        else { continue }
        sites.append(
          PairSite(
            page: page, record: record, occurrence: relation.to,
            impact: relation.meaning.map { record.summary.name(ofOccurrence: $0) }))
      }
    }
    return sites
  }

  /// Pages, each once, ordered by note and place.
  private func inOrder(_ pages: PageList) -> [PageID] {
    pages.count > 1 ? Set(pages).sorted { isBefore($0, $1) } : Array(pages)
  }
}
