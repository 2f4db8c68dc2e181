// The subcommand `explain`: what the rules find.

internal import SeedReport

enum Explanation {
  /// A rule's documentation; for no name, or one that no rule has, the list of all rules.
  static func text(for name: String?) -> String {
    let rules = RuleDescription.all
    guard let name, let rule = rules.first(where: { $0.name == name }) else { return list(rules) }
    return rule.explanation
  }

  private static func list(_ rules: [RuleDescription]) -> String {
    let nameWidth = rules.map { $0.name.count }.max() ?? 0
    let severityWidth = rules.map { $0.levelText.count }.max() ?? 0
    func padded(_ text: String, to width: Int) -> String {
      text + String(repeating: " ", count: max(width - text.count, 0))
    }
    return rules.map { rule in
      "\(padded(rule.name, to: nameWidth))  \(padded(rule.levelText, to: severityWidth))  \(rule.summary)\n"
    }.joined()
  }
}
