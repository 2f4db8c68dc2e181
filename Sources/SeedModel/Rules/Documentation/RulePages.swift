// The rules' documentation, for `seed-lsp explain` and for editors.

/// The page of each rule: its doc comment.
///
/// Swift has no way to read its own comments, so a test copies them to the tables beside this file, and fails when they are
/// not up to date.
package enum RulePages {
  /// The documentation of a rule, in Markdown; nil for a name that no rule has.
  package static subscript(rule: String) -> String? {
    aToM[rule] ?? nToZ[rule]
  }
}
