// The rule `contradictory-impact`: notes disagree on how an option acts on a force.

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

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    guard page.facts.impacts.contains(where: { isRepeated($0, page.study) }) else { return }
    for relation in page.summary.forceRelations {
      guard let subject = relation.subject, let impact = relation.impact.map({ page.summary.name(ofOccurrence: $0) }),
        page.study.vocabulary.isImpact(impact)
      else { continue }
      let pair = PairFact(page.nameID(ofOccurrence: subject), page.nameID(ofOccurrence: relation.force))
      guard isRepeated(pair, page.study), let first = first(pair, relation, page), let other = first.impact,
        other != impact
      else { continue }
      let names = (page.summary.name(ofOccurrence: subject), page.summary.name(ofOccurrence: relation.force))
      report(
        finding(
          page.summary.range(ofOccurrence: relation.force),
          "The impact of `\(names.0)` on `\(names.1)` is `\(impact)` here, but `\(other)` where it is first given.",
          related: [first.related("The impact is first given here, as `\(other)`.")]))
    }
  }

  private static func isRepeated(_ pair: PairFact, _ study: Study) -> Bool {
    (study.impactPages[pair.key]?.count ?? 0) > 1
  }

  /// The first statement of an impact, if it stands before this one.
  private static func first(_ pair: PairFact, _ relation: ForceRelation, _ page: RulePage) -> PairSite? {
    for site in page.study.impactSites(pair) {
      if page.isHere(site, relation.force) { return nil }
      guard let impact = site.impact, page.study.vocabulary.isImpact(impact) else { continue }
      // The same key twice in one dictionary is another rule's concern.
      let place = page.summary.range(ofOccurrence: relation.force)
      if site.page == page.id,
        page.summary.duplicateKeys.contains(where: { $0.first == site.range && $0.second == place })
      {
        continue
      }
      return site
    }
    return nil
  }
}
