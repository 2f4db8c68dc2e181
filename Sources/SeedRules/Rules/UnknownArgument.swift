// The rule `unknown-argument`: a keyword that the called function doesn't have.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// An argument has a keyword that the function doesn't know.
///
/// Most often the keyword is misspelt. What it says is lost: a link with a misspelt `stereotype_instances=` has no meaning.
///
/// Before:
///
///     a.add_links(b, role_name="to", sterotype_instances=uses)
///
/// After:
///
///     a.add_links(b, role_name="to", stereotype_instances=uses)
enum UnknownArgument: Rule {
  static let name = "unknown-argument"
  static let severity = Severity.warning
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for argument in page.summary.keywordArguments {
      guard page.summary.calls.indices.contains(argument.call) else { continue }
      let name = page.summary.name(ofOccurrence: page.summary.calls[argument.call].function)
      guard let function = page.study.vocabulary.functions[name], !function.takesAnything else { continue }
      let keyword = page.summary.text(argument.name)
      guard !function.parameters.contains(where: { $0.name == keyword }) else { continue }
      let close = Spelling.closest(to: keyword, in: function.parameters.lazy.map(\.name))
      let fixes = close.prefix(3).map {
        Fix.change(argument.range, to: $0, isSafe: close.count == 1)
      }
      let question = close.first.map { " Did you mean `\($0)`?" } ?? ""
      report(finding(argument.range, "`\(name)` has no argument `\(keyword)`." + question, fixes: fixes))
    }
  }
}
