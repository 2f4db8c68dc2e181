// The rule `duplicate-option`: a decision is linked to the same option twice.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A decision is linked to an option that it is linked to already.
///
/// Once is enough for the guidance, wherever the link stands; to record that a source confirms it, list the codes. Where
/// the two texts differ, the option was often copied and another one was meant.
///
/// Before:
///
///     add_decision_option_link(access_decision, rest_apis, "Ask over HTTP")
///     add_decision_option_link(access_decision, rest_apis, "Subscribe to events")
///
/// After:
///
///     add_decision_option_link(access_decision, rest_apis, "Ask over HTTP")
///     add_decision_option_link(access_decision, event_topic, "Subscribe to events")
enum DuplicateOption: Rule {
  static let name = "duplicate-option"
  static let severity = Severity.information
  static let dependencies: Dependencies = .sameOptions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    guard page.facts.options.contains(where: { isRepeated($0, page.study) }) else { return }
    // Looked up once, however often the page has the same link.
    var firstSites: [UInt64: PairSite?] = [:]
    for link in page.summary.relations where link.kind == .option {
      guard let decision = link.from else { continue }
      let option = link.to
      let pair = PairFact(page.nameID(ofOccurrence: decision), page.nameID(ofOccurrence: option))
      guard isRepeated(pair, page.study) else { continue }
      let site = firstSites[pair.key] ?? page.study.firstOptionSite(pair)
      firstSites[pair.key] = .some(site)
      guard let first = site, !page.isHere(first, option) else { continue }
      let names = (page.summary.name(ofOccurrence: decision), page.summary.name(ofOccurrence: option))
      report(
        finding(
          page.summary.range(ofOccurrence: option), "`\(names.1)` is already an option of `\(names.0)`.",
          related: [first.related("`\(names.0)` is first linked to `\(names.1)` here.")]))
    }
  }

  private static func isRepeated(_ pair: PairFact, _ study: Study) -> Bool {
    study.pages(ofOption: pair).count > 1
  }
}
