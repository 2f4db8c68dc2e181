// Which rules are checked, and how serious their findings are.

internal import SeedStudy

/// What a study's configuration says about the rules.
package struct RuleSettings: Sendable {
  /// What is configured for a rule.
  package enum Level: Sendable, Hashable {
    case off
    case on(Severity)
  }

  /// The rules that are checked, in the order in which they are documented.
  let rules: [any Rule.Type]
  private let severities: [String: Severity]
  /// What the findings of a page depend on.
  let dependencies: Dependencies

  /// Every rule as it is unless something else is configured.
  package static let standard = RuleSettings([:])

  /// - Parameter levels: by the names of rules. Rules that aren't named keep their own level; unknown names are ignored.
  package init(_ levels: [String: Level]) {
    var severities: [String: Severity] = [:]
    rules = Rules.all.filter { rule in
      switch levels[rule.name] {
      case .off: return false
      case nil: return rule.isOnByDefault
      case .on(let severity):
        if severity != rule.severity { severities[rule.name] = severity }
        return true
      }
    }
    self.severities = severities
    // Which findings are turned down depends on the note's ids.
    dependencies = rules.reduce(into: .ownIDs) { $0.formUnion($1.dependencies) }
  }

  /// How serious a rule's findings are; nil for one that isn't checked, and for a name that is no rule's.
  package func severity(of name: String) -> Severity? {
    rules.first { $0.name == name }.map { severities[name] ?? $0.severity }
  }

  /// The finding with the severity that is configured for its rule.
  func applied(to finding: Finding) -> Finding {
    guard !severities.isEmpty, let severity = severities[finding.rule], severity != finding.severity else {
      return finding
    }
    return Finding(
      rule: finding.rule, severity: severity, range: finding.range, message: finding.message,
      related: finding.related, fixes: finding.fixes)
  }
}

extension RuleSettings: Equatable {
  package static func == (left: RuleSettings, right: RuleSettings) -> Bool {
    left.severities == right.severities && left.rules.elementsEqual(right.rules) { $0 == $1 }
  }
}
