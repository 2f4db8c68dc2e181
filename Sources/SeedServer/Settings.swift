// What the user of an editor can choose, from `initializationOptions` and `workspace/didChangeConfiguration`.

internal import JSON

/// The settings of a session. Each is called `seed-lsp.` and the name given here in an editor's settings.
struct Settings: Hashable, Sendable {
  /// The section that holds ours among other programs' settings.
  static let section = "seed-lsp"

  /// `inlayHints.enable`: display names behind identifiers and counts of sources. Off unless asked for: much text that isn't
  /// in the note.
  var showsInlayHints = false
  /// `codeLens.enable`: counts above definitions.
  var showsCodeLenses = true

  /// Takes over what is set in a value, which may be anything; what is not mentioned, or of the wrong type, stays as it is.
  ///
  /// - Parameter value: our settings by themselves, or all settings with ours in their section.
  mutating func update(from value: JSONValue?) {
    guard let value = value?[Self.section] ?? value else { return }
    showsInlayHints = Self.flag("inlayHints", in: value) ?? showsInlayHints
    showsCodeLenses = Self.flag("codeLens", in: value) ?? showsCodeLenses
  }

  /// Whether a feature is switched on or off: `{"feature": {"enable": true}}`, or with the dot in the name.
  private static func flag(_ feature: String, in settings: JSONValue) -> Bool? {
    settings[feature]?["enable"]?.boolean ?? settings[feature + ".enable"]?.boolean
  }
}
