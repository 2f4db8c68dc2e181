// The rule `undefined-code`: a code is used that nothing defines.

/// A name is used as a code, but no note of the study defines it.
///
/// Codes are shared by all notes of a study: the definition, `name = CClass(kind, "…")`, may stand in any of them. A name
/// that is defined nowhere is most often misspelt or was renamed in one note only. Where a defined name is close, the
/// message names it. Prose is not checked: what an open coding trace mentions may be plain English.
enum UndefinedCode: Rule {
  static let name = "undefined-code"
  static let severity = Severity.warning

  static func check(_ page: RulePage, _ report: (Finding) -> Void) {
    for occurrence in page.summary.occurrences where occurrence.role.isReference {
      let id = page.names[Int(occurrence.name)]
      guard !page.study.isDefined(id) else { continue }
      let name = page.summary.names[Int(occurrence.name)]
      guard !page.study.vocabulary.contains(name), page.study.documents(ofSource: name).isEmpty else { continue }
      let range = page.summary.range(of: occurrence)
      let suggestions = page.study.similarDefinedNames(to: name)
      let fixes = suggestions.prefix(3).map { suggestion in
        Fix(title: "Change to `\(suggestion)`", isSafe: false, edits: [FixEdit(range: range, newText: suggestion)])
      }
      report(finding(range, message(name, occurrence.role, suggestions), fixes: fixes))
    }
  }

  private static func message(_ name: String, _ role: Role, _ suggestions: [String]) -> String {
    let what =
      switch role {
      case .decision: "The decision"
      case .option: "The option"
      case .force: "The force"
      default: "The code"
      }
    let problem = "\(what) `\(name)` is not defined in any note of this study."
    guard let suggestion = suggestions.first else { return problem }
    return problem + " Did you mean `\(suggestion)`?"
  }
}
