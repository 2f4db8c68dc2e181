// What reports and `explain` say about a rule: the one place where they look at the rules themselves.

internal import SeedModel
package import SeedRules
internal import SeedSyntax

/// A rule as its users see it.
package struct RuleDescription: Hashable, Sendable {
  /// The stable kebab-case name.
  package let name: String
  /// The severity of its findings unless the configuration says otherwise.
  package let severity: Severity
  /// Whether the rule is checked unless it is configured or selected.
  package let isOnByDefault: Bool
  /// Whether it proposes fixes, at least for some of its findings.
  package let hasFix: Bool
  /// What it finds and why that matters, in Markdown; nil for a rule that says nothing about itself.
  package let documentation: String?

  package init(
    name: String, severity: Severity, isOnByDefault: Bool = true, hasFix: Bool = false, documentation: String? = nil
  ) {
    self.name = name
    self.severity = severity
    self.isOnByDefault = isOnByDefault
    self.hasFix = hasFix
    self.documentation = documentation
  }

  /// The name as words: "undefined code".
  package var title: String {
    name.split(separator: "-").joined(separator: " ")
  }

  /// The first sentence of the documentation, on one line; the title if there is none.
  package var summary: String {
    guard let documentation else { return title }
    let paragraph = documentation.split(separator: "\n", omittingEmptySubsequences: false).prefix { !$0.isEmpty }
      .joined(separator: " ")
    guard let end = paragraph.firstIndex(ofText: ". ") else { return paragraph }
    return String(paragraph[...end])
  }

  /// The severity, and whether the rule has to be asked for.
  package var levelText: String {
    isOnByDefault ? severity.name : severity.name + ", off by default"
  }

  /// What `explain` prints: the name, the severity, whether there are fixes, and the documentation.
  package var explanation: String {
    let text = documentation.map { "\n" + $0.trimmingLineBreaks + "\n" } ?? ""
    return "\(name)\nSeverity: \(levelText)\nFix: \(hasFix ? "yes" : "no")\n" + text
  }

  /// Every rule, in the order in which they are documented.
  package static var all: [RuleDescription] {
    Rules.all.map { rule in
      RuleDescription(
        name: rule.name, severity: rule.severity, isOnByDefault: rule.isOnByDefault,
        hasFix: rule.hasFix, documentation: RulePages[rule.name])
    }
  }
}

extension String {
  fileprivate var trimmingLineBreaks: String {
    var text = self[...]
    while text.last?.isNewline == true { text.removeLast() }
    while text.first?.isNewline == true { text.removeFirst() }
    return String(text)
  }
}
