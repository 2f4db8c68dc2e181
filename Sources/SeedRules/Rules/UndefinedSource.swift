// The rule `undefined-source`: a label names a source that doesn't exist.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A label such as `add codes to s15:`, or a link such as `add_links({s15: […]}, role_name="referenced")`, names a source that no
/// note records.
///
/// The number is most often mistyped, or the label was copied from another note. A label that names the source of another
/// note is reported as `wrong-label`, and `add codes to s:` without a number as `unfilled-template`.
///
/// Before, in `s_16.md`:
///
///     add codes to s161:
///
/// After:
///
///     add codes to s16:
enum UndefinedSource: Rule {
  static let name = "undefined-source"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .sources, .ownIDs]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for unknown in page.unknownNames
    where unknown.kind == .source && SourceID(unknown.name).map({ $0 == page.ownID }) != true {
      tell(unknown.name, page.summary.range(of: unknown.occurrence), page, report)
    }
    let claimed = page.summary.labels.isEmpty ? [] : page.document.claimedIDs
    for label in page.summary.labels.compactMap(\.source) {
      guard let id = page.summary.sourceID(ofLabel: label), !claimed.contains(id) else { continue }
      let text = page.summary.name(ofOccurrence: label)
      guard text != page.document.sourceID else { continue }
      guard !page.study.isSourceKnown(text), !page.study.isSourceKnown(id.description) else { continue }
      tell(text, page.summary.range(ofOccurrence: label), page, report)
    }
  }

  private static func tell(_ text: String, _ range: LineRange, _ page: RuleContext, _ report: (Finding) -> Void) {
    let problem = "No note of this study records the source `\(text)`."
    guard let own = page.ownID else { return report(finding(range, problem)) }
    report(
      finding(
        range, problem + " This note is `\(own)`.", fixes: [Fix.change(range, to: own.description, isSafe: false)]))
  }
}
