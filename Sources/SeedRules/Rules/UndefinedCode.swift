// The rule `undefined-code`: a code is used that nothing defines.

internal import SeedModel
internal import SeedSyntax

/// A name is used as a code, but no note of the study defines it.
///
/// Codes are shared by all notes of a study: the definition, `name = CClass(kind, "…")`, may stand in any of them, or in a
/// model file, whose variables and functions are no codes. A name that is defined nowhere was renamed in one note only, or
/// its definition was forgotten; it stays out of the codebook and of every count. Names that are close to a defined one are
/// reported as `misspelled-code` instead. Prose is not checked: what an open coding trace mentions may be plain English.
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
  static let dependencies: Dependencies = [.definitions, .misspellings, .sources]

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for unknown in page.unknownNames where unknown.similar.isEmpty {
      report(finding(page.summary.range(of: unknown.occurrence), problem(unknown)))
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
