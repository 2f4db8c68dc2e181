// What the user of an editor can choose, from `initializationOptions` and `workspace/didChangeConfiguration`.

internal import JSON
internal import SeedModel
internal import SeedWorkspace

/// The settings of a session. Each is called `seed-lsp.` and the name given here in an editor's settings.
struct Settings: Hashable, Sendable {
  /// The section that holds ours among other programs' settings.
  static let section = "seed-lsp"

  /// `inlayHints.enable`: display names behind identifiers and counts of sources. Off unless asked for: much text that isn't
  /// in the note.
  var showsInlayHints = false
  /// `codeLens.enable`: counts above definitions.
  var showsCodeLenses = true

  /// `rules`: what the user wants of rules in studies whose configuration file says nothing of them.
  var levels: [String: RuleSettings.Level] = [:]

  /// Takes over what is set in a value, which may be anything; what is not mentioned, or of the wrong type, stays as it is.
  ///
  /// - Parameter value: our settings by themselves, or all settings with ours in their section.
  /// - Returns: what was not understood, in words.
  @discardableResult
  mutating func update(from value: JSONValue?) -> [String] {
    guard let value = value?[Self.section] ?? value else { return [] }
    showsInlayHints = Self.flag("inlayHints", in: value) ?? showsInlayHints
    showsCodeLenses = Self.flag("codeLens", in: value) ?? showsCodeLenses
    guard case .object(let rules)? = value["rules"] else { return [] }
    var problems: [String] = []
    levels = [:]
    for rule in rules.members {
      guard Rules.all.contains(where: { $0.name == rule.name }) else {
        problems.append("The setting `\(Self.section).rules` names a rule `\(rule.name)`, which does not exist.")
        continue
      }
      guard let level = rule.value.string.flatMap({ RuleSettings.Level(named: $0) }) else {
        problems.append(
          "The setting `\(Self.section).rules` has no level for `\(rule.name)` that exists: off, error, warning, "
            + "information or hint.")
        continue
      }
      levels[rule.name] = level
    }
    return problems
  }

  /// Whether a feature is switched on or off: `{"feature": {"enable": true}}`, or with the dot in the name.
  private static func flag(_ feature: String, in settings: JSONValue) -> Bool? {
    settings[feature]?["enable"]?.boolean ?? settings[feature + ".enable"]?.boolean
  }
}
