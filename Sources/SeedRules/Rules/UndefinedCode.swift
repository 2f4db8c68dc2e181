// The rule `undefined-code`: a code is used that nothing defines.

internal import SeedModel
internal import SeedSyntax

/// A name is used as a code, but no note of the study defines it.
///
/// Codes are shared by all notes of a study: the definition, `name = CClass(kind, "…")`, may stand in any of them, or in a
/// model file, whose variables and functions are no codes. A name that is defined nowhere was renamed in one note only, or
/// its definition was forgotten; it stays out of the codebook and of every count. Names that are close to a defined one are
/// reported as `misspelled-code` instead. Where a defined name has the same words in other forms, a word more or less, or another
/// last word, the finding asks whether it is meant. Prose is not checked: what an open coding trace mentions may be plain English.
///
/// Before:
///
///     add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
///
/// After:
///
///     rest_apis = CClass(pattern, "REST APIs")
///     add_decision_option_link(access_decision, rest_apis, "Ask for data over HTTP")
enum UndefinedCode: Rule {
  static let name = "undefined-code"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = [.definitions, .misspellings, .sources]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for unknown in page.unknownNames where unknown.similar.isEmpty && unknown.kind != .source {
      let range = page.summary.range(of: unknown.occurrence)
      let question = unknown.related.first.map { " Did you mean `\($0)`?" } ?? ""
      let fixes = unknown.related.prefix(3).map { Fix.change(range, to: $0, isSafe: false) }
      report(finding(range, problem(unknown) + question, fixes: fixes))
    }
  }

  /// What is wrong with a name that nothing defines.
  static func problem(_ unknown: UnknownName) -> String {
    let noun =
      switch (unknown.kind, unknown.occurrence.role) {
      case (.impact, _): "impact"
      case (.stereotype, _): "link meaning"
      case (.code, .decision): "decision"
      case (.code, .option): "option"
      case (.code, .force): "force"
      default: "code"
      }
    return unknown.kind == .code
      ? "The \(noun) `\(unknown.name)` is not defined in any note of this study."
      : "There is no \(noun) `\(unknown.name)`."
  }
}
