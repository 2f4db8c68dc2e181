// The rules' documentation, for `seed-lsp explain` and for editors.

/// The page of each rule: its doc comment. Swift can't read its own comments, so `.ci/generate` copies them to
/// `Generated/RulePages+Generated.swift`.
package enum RulePages {
  /// The documentation of a rule, in Markdown; nil for a name that no rule has.
  package static subscript(rule: String) -> String? { generated[rule] }
}
