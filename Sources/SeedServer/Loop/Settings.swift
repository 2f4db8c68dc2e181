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

  private var features = Set(Feature.all.filter(\.isOnByDefault))
  var diagnosticsMode = DiagnosticsMode.onType
  var diagnosticsDelivery = DiagnosticsDelivery.push
  /// Nil for all. The real notes at hand have up to fifteen findings; of a broken one with thousands, an editor would have to
  /// draw each anew at each keystroke.
  var diagnosticsLimit: Int? = 100
  /// What the user wants of rules in studies whose configuration file says nothing of them.
  var levels: [String: RuleSettings.Level] = [:]

  func isEnabled(_ feature: Feature) -> Bool { features.contains(feature) }

  /// A setting, with all that is to be known of it: `.ci/generate` copies it to the extensions of editors.
  struct Row: Sendable {
    let name: String
    /// As JSON schema; the default is how ``Settings`` begin.
    let schema: String
    /// What it does, for users.
    let description: String
    /// Takes over a value, which may be anything.
    ///
    /// - Returns: what was not understood, in words.
    let take: @Sendable (inout Settings, JSONValue) -> [String]

    init(
      _ name: String, schema: String, _ description: String,
      take: @escaping @Sendable (inout Settings, JSONValue) -> [String]
    ) {
      self.name = name
      self.schema = schema
      self.description = description
      self.take = take
    }
  }

  /// Every setting but those that switch features on and off.
  static let rows = [
    Row(
      "diagnostics.mode", schema: #"{"type":"string","enum":["onType","onSave","off"],"default":"onType"}"#,
      "When findings are brought up to date."
    ) { settings, value in
      // Extensions offer it beside the other modes.
      if value.string == "off" { settings.features.remove(.diagnostics) }
      settings.diagnosticsMode = value.string.flatMap(DiagnosticsMode.init) ?? settings.diagnosticsMode
      return []
    },
    Row(
      "diagnostics.delivery", schema: #"{"type":"string","enum":["push","pull"],"default":"push"}"#,
      "Whether the server sends findings by itself, or the editor asks for them."
    ) { settings, value in
      settings.diagnosticsDelivery = value.string.flatMap(DiagnosticsDelivery.init) ?? settings.diagnosticsDelivery
      return []
    },
    Row(
      "diagnostics.limit", schema: #"{"type":"integer","minimum":0,"default":100}"#,
      "How many findings of a note are shown at most; of one with more, those around the last change are. `0` shows all."
    ) { settings, value in
      if let limit = value.integer, limit >= 0 { settings.diagnosticsLimit = limit == 0 ? nil : limit }
      return []
    },
    Row(
      "rules",
      schema:
        #"{"type":"object","default":{},"additionalProperties":{"type":"string","enum":["error","warning","information","hint","off"]}}"#,
      "How serious the findings of a rule are, in studies whose `seed-lsp.json` says nothing of it: `error`, `warning`, `information`, `hint` or `off`."
    ) { settings, value in
      settings.updateLevels(from: value)
    },
  ]

  /// Takes over what is set in a value, which may be anything; what is not mentioned, or of the wrong type, stays as it is.
  ///
  /// - Parameter value: our settings by themselves, or all settings with ours in their section.
  /// - Returns: what was not understood, in words.
  @discardableResult
  mutating func update(from value: JSONValue?) -> [String] {
    guard let value = value?[Self.section] ?? value else { return [] }
    for feature in Feature.all {
      switch Self.value(feature.name + ".enable", in: value)?.boolean {
      case true?: features.insert(feature)
      case false?: features.remove(feature)
      case nil: break
      }
    }
    return Self.rows.flatMap { row in Self.value(row.name, in: value).map { row.take(&self, $0) } ?? [] }
  }

  private mutating func updateLevels(from value: JSONValue) -> [String] {
    guard case .object(let rules) = value else { return [] }
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
  private static func value(_ name: String, in settings: JSONValue) -> JSONValue? {
    let parts = name.split(separator: ".", maxSplits: 1).map(String.init)
    let nested = parts.count == 2 ? settings[parts[0]]?[parts[1]] : nil
    return nested ?? settings[name]
  }
}
