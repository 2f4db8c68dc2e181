// The rule `conflicting-definition`: a code is defined twice, and differently.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// A code is defined in two places with different kinds or different display names.
///
/// All notes of a study share their codes, so both places speak of one code, and which of the two is meant depends on who
/// reads it. Make them agree, or keep one of them; where two things are meant, give one of them another name.
///
/// Before:
///
///     quality = CClass(force, "Data Quality")
///     quality = CClass(force, "Quality")
///
/// After:
///
///     quality = CClass(force, "Data Quality")
enum ConflictingDefinition: Rule {
  static let name = "conflicting-definition"
  static let severity = Severity.warning
  static let dependencies: Dependencies = .definitions

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    page.forEachRedefinition { this, first in
      let differences = differences(this, first)
      guard !differences.isEmpty else { return }
      let name = page.name(of: this.definition)
      report(
        finding(
          page.range(of: this.definition),
          "`\(name)` is \(differences.map(\.here).joined(separator: ", ")) here, but"
            + " \(differences.map(\.first).joined(separator: ", ")) where it is first defined.",
          related: [first.related("`\(name)` is first defined here.")]))
    }
  }

  /// What two definitions say differently, in words; what only one of them says is no difference.
  static func differences(_ this: DefinitionSite, _ first: DefinitionSite) -> [(here: String, first: String)] {
    var differences: [(here: String, first: String)] = []
    if let here = this.metaclass, let there = first.metaclass, here != there {
      differences.append(("of the kind `\(here)`", "`\(there)`"))
    }
    if let here = this.displayName, let there = first.displayName, here != there {
      differences.append(("called “\(here)”", "“\(there)”"))
    }
    return differences
  }
}
