// The rule `invalid-configuration`: the configuration file of a study says something that can't be meant.

package import SeedSyntax

/// The file `seed-lsp.json` has a key that doesn't exist, a value of the wrong type, a rule that doesn't exist, or a pattern
/// that can't match anything.
///
/// What is wrong is left out, and the rest of the file holds. A file that is no JSON at all holds as far as it can be read.
///
/// Before:
///
///     { "rules": { "unused-codes": "of" } }
///
/// After:
///
///     { "rules": { "unused-code": "off" } }
enum InvalidConfiguration: Rule {
  static let name = "invalid-configuration"
  static let severity = Severity.warning

  /// The file is no note: whoever reads it finds what is wrong with it.
  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {}
}

extension RuleSettings {
  /// What is wrong with a configuration file, as the settings want it told; nil if they want nothing told.
  package func configurationFinding(_ range: LineRange, _ message: String) -> Finding? {
    severity(of: InvalidConfiguration.name).map {
      Finding(rule: InvalidConfiguration.name, severity: $0, range: range, message: message)
    }
  }
}
