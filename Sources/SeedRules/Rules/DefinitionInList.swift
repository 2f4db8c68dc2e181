// The rule `definition-in-list`: a code is defined inside the quotes of a list.

internal import SeedModel
internal import SeedSyntax

/// A code is defined inside a `'''` list.
///
/// The three quotes make a text of all that stands between them. Tools that run the notes see no definition there, so for
/// them the code doesn't exist. The language server counts it, because its author meant it so.
///
/// Before:
///
///     '''
///         k8s = CClass(practice, "Kubernetes"),
///         data_marts
///     '''
///
/// After:
///
///     k8s = CClass(practice, "Kubernetes")
///     '''
///         data_marts
///     '''
enum DefinitionInList: Rule {
  static let name = "definition-in-list"
  static let severity = Severity.information

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for definition in page.summary.definitions where definition.isInList {
      report(
        finding(
          page.range(of: definition),
          "`\(page.name(of: definition))` is defined inside a list; put the definition outside the quotes."))
    }
  }
}
