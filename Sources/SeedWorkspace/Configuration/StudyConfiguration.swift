// What a `seed-lsp.json` says about its study.

package import SeedModel
package import SeedRules

/// The configuration of a study.
package struct StudyConfiguration: Hashable, Sendable {
  /// What is configured for rules, by their names.
  package var rules: [String: RuleSettings.Level] = [:]
  /// The files that can be notes; nil for all.
  package var include: [Glob]?
  /// The files that are no notes, even if they are included.
  package var exclude: [Glob] = []
  package var additions = VocabularyAdditions()

  package init() {}

  /// Whether a file can be a note of the study.
  ///
  /// - Parameter path: relative to the study's root.
  package func covers(_ path: String) -> Bool {
    include?.contains { $0.matches(path) } != false && !exclude.contains { $0.matches(path) }
  }
}
