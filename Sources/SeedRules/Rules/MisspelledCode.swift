// The rule `misspelled-code`: a name is used that nothing defines, but a defined name is close to it.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A name is used that no note defines, but that is a slip of the pen away from a defined one.
///
/// The two differ in one or two letters, in case, in `_` or `-`, in a plural, or in British and American spelling. As they
/// stand they are two names: whatever is linked or listed under the misspelt one is missing where the code is counted.
/// Where more notes write the name as here than as it is defined, the definition may be what is misspelt: then
/// `misspelled-definition` tells of it there, and the uses are only information.
///
/// Before:
///
///     data_catalogue = CClass(pattern, "Data Catalogue")
///     add_decision_option_link(discovery_decision, data_catalog, "List what there is")
///
/// After:
///
///     data_catalogue = CClass(pattern, "Data Catalogue")
///     add_decision_option_link(discovery_decision, data_catalogue, "List what there is")
enum MisspelledCode: Rule {
  static let name = "misspelled-code"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .misspellings, .sources, .spellings]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for unknown in page.unknownNames {
      guard let suggestion = unknown.similar.first else { continue }
      let range = page.summary.range(of: unknown.occurrence)
      let disputed = unknown.kind == .code ? page.disputedSpelling(of: unknown) : nil
      let fixes = unknown.similar.prefix(3).map { name in
        // Where the definition may be what is misspelt, nothing is copied from it unasked.
        Fix.change(range, to: name, isSafe: unknown.isSameWord && disputed == nil)
      }
      let isAsMost = disputed?.used == unknown.name
      let hint = isAsMost ? disputed.map(Self.hint) : nil
      report(
        finding(
          range, UndefinedCode.problem(unknown) + (hint ?? " Did you mean `\(suggestion)`?"),
          severity: isAsMost ? .information : severity,
          related: definition(of: suggestion, page), fixes: fixes))
    }
    for malformed in page.summary.malformedNames where malformed.isHyphenated {
      let name = page.summary.names[malformed.joined]
      guard page.study.isDefined(page.names[malformed.joined]) || page.study.vocabulary.contains(name) else { continue }
      report(
        finding(
          malformed.range, "Names are joined by `_`, not by `-`. Did you mean `\(name)`?",
          related: definition(of: name, page),
          fixes: [
            Fix.change(malformed.range, to: name, isSafe: true)
          ]))
    }
  }

  private static func hint(_ disputed: DisputedSpelling) -> String {
    " `\(disputed.defined)` is, but \(disputed.usedCount) notes write it as here, and \(disputed.definedCount) as there."
  }

  private static func definition(of name: String, _ page: RuleContext) -> [RelatedPlace] {
    guard let id = page.study.nameID(name), let site = page.study.firstDefinition(id) else { return [] }
    return [site.related("`\(name)` is defined here.")]
  }
}
