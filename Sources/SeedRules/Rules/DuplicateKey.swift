// The rule `duplicate-key`: a key stands twice in one dictionary.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A key stands twice between the same braces.
///
/// A dictionary keeps one value for each key, the last one; what the first one said is lost without a word. Decide which
/// of the two is meant.
///
/// Before:
///
///     add_force_relations({data_catalogue: {discoverability: positive,
///                                           discoverability: very_positive}})
///
/// After:
///
///     add_force_relations({data_catalogue: {discoverability: very_positive}})
enum DuplicateKey: Rule {
  static let name = "duplicate-key"
  static let severity = Severity.warning

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for key in page.summary.duplicateKeys {
      let text = page.summary.text(key.key)
      let first = RelatedPlace(
        document: page.document.id, range: key.first, message: "`\(text)` stands here already.", page: page.id)
      report(
        finding(
          key.second, "`\(text)` stands twice in this dictionary, and only the last value counts.", related: [first]))
    }
  }
}
