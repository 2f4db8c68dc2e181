// The rule `unknown-metaclass`: a code is defined with a kind that doesn't exist.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A code is defined with a kind that neither the metamodel nor the study has.
///
/// The kind says what can be done with the code: decisions have options, patterns and practices are options, forces are
/// acted on. A code of an unknown kind is missing from every list by kind, and how it is used can't be checked.
///
/// Before:
///
///     data_marts = CClass(patern, "Data Marts")
///
/// After:
///
///     data_marts = CClass(pattern, "Data Marts")
enum UnknownMetaclass: Rule {
  static let name = "unknown-metaclass"
  static let severity = Severity.warning
  static let hasFix = true
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for occurrence in page.summary.occurrences where occurrence.role == .metaclass {
      let id = page.names[Int(occurrence.name)]
      let kinds = page.study.kinds(of: id)
      // A metaclass that the study defines itself is a value that is no class.
      guard page.study.word(id)?.kinds == nil, !kinds.contains(.noClass) else { continue }
      let name = page.summary.names[Int(occurrence.name)]
      let range = page.summary.range(of: occurrence)
      let close = Spelling.closest(to: name, in: page.study.vocabulary.metaclasses.keys)
      let problem =
        kinds.isEmpty ? "There is no kind `\(name)`." : "`\(name)` is a code and not a kind of codes."
      let fixes = close.prefix(3).map {
        Fix.change(range, to: $0, isSafe: close.count == 1)
      }
      let question = close.first.map { " Did you mean `\($0)`?" } ?? ""
      report(finding(range, problem + question, fixes: fixes))
    }
  }
}
