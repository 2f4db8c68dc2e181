// The rule `wrong-label`: a label names another source than the one that the note records.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A label adds codes to another source than the note's own.
///
/// `add codes to s15:` in the note of `s16` was probably copied from the other note. A label that names a source which no
/// note records is reported as `undefined-source` instead, and one without a number as `unfilled-template`.
///
/// Before, in `s_16.md`:
///
///     add codes to s15:
///
/// After:
///
///     add codes to s16:
enum WrongLabel: Rule {
  static let name = "wrong-label"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .sources, .ownIDs]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    let labels = page.summary.labels.compactMap(\.source)
    guard !labels.isEmpty, let own = page.ownID else { return }
    let claimed = page.document.claimedIDs
    for label in labels {
      guard let id = page.summary.sourceID(ofLabel: label), id != own, !claimed.contains(id) else { continue }
      let text = page.summary.name(ofOccurrence: label)
      guard page.study.isSourceKnown(text) || page.study.isSourceKnown(id.description) else { continue }
      let range = page.summary.range(ofOccurrence: label)
      report(
        finding(
          range, "The codes are added to `\(text)`, but this note records `\(own)`.",
          fixes: [
            Fix.change(range, to: own.description, isSafe: false)
          ]))
    }
  }
}

extension RuleContext {
  /// The id of the source that the note records: by its header or source block, else by the name of its file.
  var ownID: SourceID? {
    let claimed = document.claimedIDs
    if let id = document.sourceID.flatMap({ SourceID($0) }), claimed.isEmpty || claimed.contains(id) { return id }
    return claimed.first
  }
}
