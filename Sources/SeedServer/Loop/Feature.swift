// What a user can switch off: each feature is declared beside the requests that belong to it.

/// A feature. Its name is that of a setting: `completion.enable`.
struct Feature: Sendable {
  let name: String
  /// What it is, as the rest of a sentence that begins with "Offer".
  let offer: String
  /// Much text that isn't in the note is off unless asked for.
  let isOnByDefault: Bool

  init(_ name: String, _ offer: String, isOnByDefault: Bool = true) {
    self.name = name
    self.offer = offer
    self.isOnByDefault = isOnByDefault
  }

  /// Every feature that some request belongs to, by name.
  static let all = Set(RoutingTable.routes.compactMap(\.feature) + [diagnostics]).sorted { $0.name < $1.name }
}

extension Feature: Hashable {
  static func == (left: Feature, right: Feature) -> Bool { left.name == right.name }

  func hash(into hasher: inout Hasher) { hasher.combine(name) }
}
