// The rule `rebound-code`: the name of a code is given to something else.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The name of a code is given to a link or to another value.
///
/// The name then means two things, and tools that run the notes lose the code from this place on. Most often the link was
/// named after one of its ends in a hurry. Give the link a name of its own, made of what it links.
///
/// Before:
///
///     request_access = CClass(pattern, "Request Access")
///     request_access = request_access.add_links(search_engine, role_name="to", stereotype_instances=uses)[0]
///
/// After:
///
///     request_access = CClass(pattern, "Request Access")
///     request_access_uses_search_engine = \
///         request_access.add_links(search_engine, role_name="to", stereotype_instances=uses)[0]
enum ReboundCode: Rule {
  static let name = "rebound-code"
  static let severity = Severity.warning
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (definition, fact) in zip(page.summary.definitions, page.facts.definitions) where definition.form != .code {
      guard !page.study.kinds(of: fact.name).isDisjoint(with: .codes), !page.isAliasOfItself(definition)
      else { continue }
      let code = page.study.firstCode(fact.name)
      let name = page.name(of: definition)
      let what =
        switch definition.form {
        case .link: "a link"
        case .alias: "another name"
        default: "another value"
        }
      report(
        finding(
          page.range(of: definition), "`\(name)` is a code; here its name is given to \(what).",
          related: code.map { [$0.related("The code `\(name)` is defined here.")] } ?? []))
    }
  }
}

extension RuleContext {
  /// Whether a statement says `x = x`, which changes nothing.
  fileprivate func isAliasOfItself(_ definition: Definition) -> Bool {
    let value = definition.occurrence + 1
    guard definition.form == .alias, summary.occurrences.indices.contains(value) else { return false }
    return summary.occurrences[value].role == .value
      && summary.occurrences[value].name == summary.occurrences[definition.occurrence].name
  }
}
