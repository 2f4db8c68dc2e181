// Where two names are linked, for rules that compare links between the same two.

internal import SeedSyntax

/// A place that links two names.
struct PairSite {
  let page: PageID
  let record: PageRecord
  /// The occurrence that stands for the link.
  let occurrence: Int
  /// The impact, where the link is one.
  let impact: String?

  var range: LineRange { record.summary.range(ofOccurrence: occurrence) }

  /// The place as a second place of a finding.
  func related(_ message: String) -> RelatedPlace {
    RelatedPlace(document: record.document, range: range, message: message, page: page)
  }
}

extension Study {
  /// The links of a decision to an option, ordered by note and place.
  func optionSites(_ pair: PairFact) -> [PairSite] {
    sites(on: optionPages[pair.key] ?? []) { record, add in
      for link in record.summary.optionLinks {
        guard let decision = link.decision, let option = link.option, record.isName(pair.first, ofOccurrence: decision),
          record.isName(pair.second, ofOccurrence: option)
        else { continue }
        add(option, nil)
      }
    }
  }

  /// The impacts of a subject on a force, ordered by note and place.
  func impactSites(_ pair: PairFact) -> [PairSite] {
    sites(on: impactPages[pair.key] ?? []) { record, add in
      for relation in record.summary.forceRelations {
        guard let subject = relation.subject, record.isName(pair.first, ofOccurrence: subject),
          record.isName(pair.second, ofOccurrence: relation.force)
        else { continue }
        add(relation.force, relation.impact)
      }
    }
  }

  private func sites(
    on pages: [PageID], _ read: (PageRecord, (_ occurrence: Int, _ impact: Int?) -> Void) -> Void
  ) -> [PairSite] {
    var sites: [PairSite] = []
    for id in Set(pages).sorted(by: { isBefore($0, $1) }) {
      guard let record = self.pages[id.index] else { continue }
      read(record) { occurrence, impact in
        sites.append(
          PairSite(
            page: id, record: record, occurrence: occurrence,
            impact: impact.map { record.summary.name(ofOccurrence: $0) }))
      }
    }
    return sites
  }
}

extension RulePage {
  func isHere(_ site: PairSite, _ occurrence: Int) -> Bool {
    site.page == id && site.occurrence == occurrence
  }
}
