// The rule `wrong-kind`: a code stands where a code of another kind belongs.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A code of one kind stands where the notation needs another: a force as an option, an option as a force.
///
/// Options belong to decisions; patterns, practices and other design solutions are options; forces are what they act on.
/// Often the arguments are in the wrong order, or a similar name of the right kind was meant. Only codes whose kind is
/// known are checked, and a code that is defined twice may be used as either. Statements with broken brackets are left to
/// `syntax-error`.
///
/// Before:
///
///     security = CClass(force, "Security")
///     add_decision_option_link(access_decision, security, "Encrypt everything")
///
/// After:
///
///     encryption = CClass(practice, "Encryption")
///     security = CClass(force, "Security")
///     add_decision_option_link(access_decision, encryption, "Encrypt everything")
///     add_force_relations({encryption: {security: positive}})
enum WrongKind: Rule {
  static let name = "wrong-kind"
  static let severity = Severity.error
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for (index, occurrence) in page.summary.occurrences.enumerated() {
      guard let demand = occurrence.role.demand else { continue }
      let kinds = page.kinds(ofOccurrence: index)
      guard !kinds.isEmpty, kinds.isDisjoint(with: [demand.right, .unknownCode, .noClass]) else { continue }
      // Where brackets are wrong, it can't be told what a name is there for.
      guard !page.isInBrokenStatement(occurrence) else { continue }
      let site = page.study.firstDefinition(page.nameID(ofOccurrence: index))
      let name = page.summary.names[Int(occurrence.name)]
      let kind = site?.metaclass ?? "code"
      let related = site.map { [$0.related("`\(name)` is defined here as `\(kind)`.")] }
      report(
        finding(
          page.summary.range(of: occurrence), "`\(name)` is of the kind `\(kind)`, but \(demand.reason).",
          related: related ?? []))
    }
  }
}

extension RuleContext {
  /// Whether a name stands in a statement whose brackets, commas or colons are broken.
  func isInBrokenStatement(_ occurrence: Occurrence) -> Bool {
    summary.formProblems.contains { problem in
      problem.statement.map { $0.start <= occurrence.start && occurrence.start < $0.end } == true
    }
  }
}
