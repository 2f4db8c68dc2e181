// What the user of an editor can choose, from `initializationOptions`, `workspace/didChangeConfiguration` and
// `workspace/configuration`.

internal import JSON
internal import SeedModel
internal import SeedRules
internal import SeedWorkspace

/// The settings of a session. Each is called `seed-lsp.` and the name given here in an editor's settings.
struct Settings: Hashable, Sendable {
  /// The section that holds ours among other programs' settings.
  static let section = "seed-lsp"

  /// When findings are brought up to date.
  enum DiagnosticsMode: String, Hashable, Sendable {
    case onType
    case onSave
  }

  /// Who decides when findings are sent.
  enum DiagnosticsDelivery: String, Hashable, Sendable {
    /// The server, whenever they change.
    case push
    /// The client, by asking; only if it announces that it does.
    case pull
  }

  /// The name of each feature with `.enable` behind it, such as `hover.enable`.
  private var features = Set(Feature.allCases.filter(\.isOnByDefault))
  /// `diagnostics.mode`
  var diagnosticsMode = DiagnosticsMode.onType
  /// `diagnostics.delivery`
  var diagnosticsDelivery = DiagnosticsDelivery.push
  /// `diagnostics.limit`: how many findings of a note are shown at most; nil, said as 0, for all. The real notes at hand have
  /// up to fifteen; of a broken one with thousands, an editor would have to draw each anew at each keystroke.
  var diagnosticsLimit: Int? = 100

  func isEnabled(_ feature: Feature) -> Bool { features.contains(feature) }

  /// `rules`: what the user wants of rules in studies whose configuration file says nothing of them.
  var levels: [String: RuleSettings.Level] = [:]

  /// Takes over what is set in a value, which may be anything; what is not mentioned, or of the wrong type, stays as it is.
  ///
  /// - Parameter value: our settings by themselves, or all settings with ours in their section.
  /// - Returns: what was not understood, in words.
  @discardableResult
  mutating func update(from value: JSONValue?) -> [String] {
    guard let value = value?[Self.section] ?? value else { return [] }
    for feature in Feature.allCases {
      switch Self.value("enable", of: feature.rawValue, in: value)?.boolean {
      case true?: features.insert(feature)
      case false?: features.remove(feature)
      case nil: break
      }
    }
    let diagnostics = Feature.diagnostics.rawValue
    if let mode = Self.value("mode", of: diagnostics, in: value)?.string {
      // Extensions offer it beside the other modes.
      if mode == "off" { features.remove(.diagnostics) }
      diagnosticsMode = DiagnosticsMode(rawValue: mode) ?? diagnosticsMode
    }
    diagnosticsDelivery =
      Self.value("delivery", of: diagnostics, in: value)?.string.flatMap(DiagnosticsDelivery.init)
      ?? diagnosticsDelivery
    if let limit = Self.value("limit", of: diagnostics, in: value)?.integer, limit >= 0 {
      diagnosticsLimit = limit == 0 ? nil : limit
    }
    return updateLevels(from: value["rules"])
  }

  private mutating func updateLevels(from value: JSONValue?) -> [String] {
    guard case .object(let rules)? = value else { return [] }
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

  /// What is set: `{"feature": {"enable": true}}`, or with the dot in the name.
  private static func value(_ name: String, of feature: String, in settings: JSONValue) -> JSONValue? {
    settings[feature]?[name] ?? settings[feature + "." + name]
  }
}
