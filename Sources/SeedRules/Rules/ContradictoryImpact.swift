// The rule `contradictory-impact`: notes disagree on how an option acts on a force.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// An option acts on a force in one way here and in another way in an earlier statement.
///
/// Sources may well disagree, but the guidance gives one impact for each pair. Decide which one the evidence supports and
/// say it once; `positive_and_negative` is there for evidence that can't be reconciled.
///
/// Before:
///
///     add_force_relations({data_catalogue: {discoverability: positive}})
///     add_force_relations({data_catalogue: {discoverability: very_positive}})
///
/// After:
///
///     add_force_relations({data_catalogue: {discoverability: very_positive}})
enum ContradictoryImpact: Rule {
  static let name = "contradictory-impact"
  static let severity = Severity.warning
  /// A key that stands twice with two impacts is reported as a repeated key.
  static let yieldsTo: (any Rule.Type)? = DuplicateKey.self
  static let dependencies: Dependencies = .sameImpacts

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    guard page.facts.impacts.contains(where: { isRepeated($0, page.study) }) else { return }
    var finder = FirstImpacts(page)
    for relation in page.summary.relations where relation.kind == .impact {
      guard let subject = relation.from, let impact = relation.meaning.map({ page.summary.name(ofOccurrence: $0) }),
        page.study.vocabulary.isImpact(impact)
      else { continue }
      let pair = PairFact(page.nameID(ofOccurrence: subject), page.nameID(ofOccurrence: relation.to))
      guard isRepeated(pair, page.study), let first = finder.first(pair, before: relation.to),
        let other = first.impact, other != impact
      else { continue }
      let names = (page.summary.name(ofOccurrence: subject), page.summary.name(ofOccurrence: relation.to))
      report(
        finding(
          page.summary.range(ofOccurrence: relation.to),
          "The impact of `\(names.0)` on `\(names.1)` is `\(impact)` here, but `\(other)` where it is first given.",
          related: [first.related("The impact is first given here, as `\(other)`.")]))
    }
  }

  private static func isRepeated(_ pair: PairFact, _ study: Study) -> Bool {
    study.pages(ofImpact: pair).count > 1
  }
}

/// Finds where impacts are first given; what is asked for several times is looked up once.
private struct FirstImpacts {
  /// Two places of one key in a dictionary.
  private struct Repetition: Hashable {
    let first: LineRange
    let second: LineRange
  }

  private let page: RuleContext
  private var sites: [UInt64: [PairSite]] = [:]
  private let repetitions: Set<Repetition>

  init(_ page: RuleContext) {
    self.page = page
    repetitions = Set(page.summary.duplicateKeys.map { Repetition(first: $0.first, second: $0.second) })
  }

  /// The first statement of an impact, if it stands before this one.
  mutating func first(_ pair: PairFact, before force: Int) -> PairSite? {
    let sites = sites[pair.key] ?? validSites(pair)
    self.sites[pair.key] = sites
    for site in sites {
      if page.isHere(site, force) { return nil }
      // The same key twice in one dictionary is another rule's concern.
      if site.page == page.id, !repetitions.isEmpty {
        let place = page.summary.range(ofOccurrence: force)
        if repetitions.contains(Repetition(first: site.range, second: place)) { continue }
      }
      return site
    }
    return nil
  }

  /// The places that give a known impact.
  private func validSites(_ pair: PairFact) -> [PairSite] {
    page.study.impactSites(pair).filter { site in
      site.impact.map { page.study.vocabulary.isImpact($0) } ?? false
    }
  }
}
