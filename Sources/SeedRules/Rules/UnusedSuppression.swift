// The rule `unused-suppression`: a comment that silences nothing.

internal import SeedModel
internal import SeedSyntax

/// A comment for seed-lsp silences nothing, names a rule that doesn't exist, or names none.
///
/// `# seed-lsp: ignore[undefined-code]` at the end of a line of a coding block silences the findings of that rule on the
/// line; alone on its line, those on the next one. In Markdown the same is written `<!-- seed-lsp: ignore[wrong-label] -->`.
/// `ignore-file[…]` is for the whole note. Several rules are separated by commas, and the names can't be left out: a comment
/// that silenced everything would hide the next mistake, too.
///
/// Before:
///
///     cache = CClass(pattern, "Cache")  # seed-lsp: ignore[undefined-code]
///
/// After:
///
///     cache = CClass(pattern, "Cache")
enum UnusedSuppression: Rule {
  static let name = "unused-suppression"
  static let severity = Severity.warning
  static let hasFix = true

  /// Whether a comment silences something is known only when all other rules have reported: see `SuppressionFilter`.
  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {}

  /// What to say of a comment without names.
  static func unclear(_ suppression: Suppression) -> Finding {
    finding(
      suppression.range,
      "This silences nothing: write `ignore[rule]` or `ignore-file[rule]` with the names of the rules in brackets.")
  }

  /// What to say of the names in a comment that silence nothing, or are no rules.
  static func unused(_ unused: [Int], of suppression: Suppression, _ page: PageSummary) -> [Finding] {
    unused.map { index in
      let rule = suppression.rules[index]
      let name = page.text(rule.text)
      if Rules.all.contains(where: { $0.name == name }) {
        return finding(
          rule.range, "`\(name)` finds nothing here: the comment can go.",
          fixes: [removal(of: index, unused, suppression, page)])
      }
      let meant = closest(to: name)
      return finding(
        rule.range, "There is no rule `\(name)`." + (meant.map { " Did you mean `\($0)`?" } ?? ""),
        fixes: meant.map {
          [Fix.change(rule.range, to: $0, isSafe: false)]
        } ?? [])
    }
  }

  /// Removes the whole comment if none of its names is of use, else the one name.
  private static func removal(
    of index: Int, _ unused: [Int], _ suppression: Suppression, _ page: PageSummary
  ) -> Fix {
    if unused.count == suppression.rules.count || suppression.rules.count == 1 {
      return Fix(
        title: "Remove the comment", isSafe: true, edits: [LineEdit(suppression.removal, "")])
    }
    let rules = suppression.rules
    let range =
      index + 1 < rules.count
      ? LineRange(rules[index].range.start, rules[index + 1].range.start)
      : LineRange(rules[index - 1].range.end, rules[index].range.end)
    return Fix(
      title: "Remove `\(page.text(rules[index].text))`", isSafe: true, edits: [LineEdit(range, "")])
  }

  private static func closest(to name: String) -> String? {
    var best: (name: String, distance: Int)?
    for rule in Rules.all {
      let limit = max(2, name.utf8.count / 4)
      let distance = editDistance(name.utf8.span, rule.name.utf8.span, limit: limit)
      if let distance, distance < best?.distance ?? .max { best = (rule.name, distance) }
    }
    return best?.name
  }
}
