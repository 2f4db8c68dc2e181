// The rule `undefined-source`: a label names a source that doesn't exist.

internal import SeedSyntax

/// A label such as `add codes to s15:` names a source that no note records.
///
/// The number is most often mistyped, or the label was copied from another note. `add codes to s:` without a number means
/// the note itself and is not reported here.
enum UndefinedSource: Rule {
  static let name = "undefined-source"
  static let severity = Severity.warning

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for label in page.summary.labels {
      guard let source = label.source, page.summary.occurrences.indices.contains(source) else { continue }
      let id = page.summary.name(ofOccurrence: source)
      guard id.utf8.count > 1, !page.study.isSourceKnown(id), id != page.document.sourceID else { continue }
      let range = page.summary.range(ofOccurrence: source)
      let problem = "No note of this study records the source `\(id)`."
      if let own = page.document.sourceID {
        report(finding(range, problem + " This note is `\(own)`.", fixes: [fix(own, range)]))
      } else {
        report(finding(range, problem))
      }
    }
  }

  private static func fix(_ id: String, _ range: LineRange) -> Fix {
    Fix(title: "Change to `\(id)`", isSafe: false, edits: [FixEdit(range: range, newText: id)])
  }
}
