// What a rule is, and the list of all rules.

internal import SeedStudy
internal import SeedSyntax

/// A check that finds one kind of mistake.
///
/// One file for each rule. The rule's doc comment is what `seed-lsp explain` prints, so it is written for researchers.
package protocol Rule: Sendable {
  /// The stable kebab-case name: what diagnostics, suppression and configuration call the rule.
  static var name: String { get }
  /// How serious its findings are unless the configuration says otherwise.
  static var severity: Severity { get }
  /// Whether the rule is checked unless the configuration says otherwise.
  static var isOnByDefault: Bool { get }
  /// Whether the rule is checked in model files, and in no notes.
  static var isForModels: Bool { get }
  /// Whether the rule is checked in notes and in model files.
  static var isForEveryFile: Bool { get }
  /// Whether it proposes fixes, at least for some of its findings.
  static var hasFix: Bool { get }
  /// The rule that knows more of a mistake, where both report it at one place. This rule's finding is only information then.
  static var yieldsTo: (any Rule.Type)? { get }
  /// What the rule's findings on a page depend on besides the page itself and the vocabulary. A rule that looks at anything else
  /// keeps its findings when that changes.
  static var dependencies: Dependencies { get }
  /// Reports what is wrong on one page.
  static func check(_ page: RuleContext, _ report: (Finding) -> Void)
}

extension Rule {
  package static var isOnByDefault: Bool { true }

  package static var isForModels: Bool { false }

  package static var isForEveryFile: Bool { false }

  package static var hasFix: Bool { false }

  package static var yieldsTo: (any Rule.Type)? { nil }

  package static var dependencies: Dependencies { [] }

  /// - Parameter severity: less than the rule's own for a place that matters less than the others.
  static func finding(
    _ range: LineRange, _ message: String, severity: Severity = severity, related: [RelatedPlace] = [],
    fixes: [Fix] = []
  ) -> Finding {
    Finding(rule: name, severity: severity, range: range, message: message, related: related, fixes: fixes)
  }
}

/// The rules, and those that other targets speak of by name.
package enum Rules {
  /// Every rule, in the order in which they are documented.
  package static let all: [any Rule.Type] = generated

  package static let undefinedCode: any Rule.Type = UndefinedCode.self
  package static let misspelledCode: any Rule.Type = MisspelledCode.self
  package static let misspelledDefinition: any Rule.Type = MisspelledDefinition.self
  package static let missingField: any Rule.Type = MissingField.self
  package static let unusedSuppression: any Rule.Type = UnusedSuppression.self

  /// For the names of rules that yield to another one, the name of that one.
  static let yielding: [String: String] = Dictionary(
    uniqueKeysWithValues: all.compactMap { rule in rule.yieldsTo.map { (rule.name, $0.name) } })
}
