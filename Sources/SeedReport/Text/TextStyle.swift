// How a text for people is shown: with or without colours, and how wide.

internal import SeedModel
internal import SeedRules

/// What the place where a text is shown can do.
package struct TextStyle: Hashable, Sendable {
  /// Whether to colour with escape sequences (ECMA-48, "Select graphic rendition").
  package var hasColours: Bool
  /// How many columns a line of a note may take before it is cut.
  package var columns: Int

  package init(hasColours: Bool = false, columns: Int = 120) {
    self.hasColours = hasColours
    self.columns = columns
  }

  /// What a piece of text is, for its colour.
  enum Role {
    case error
    case warning
    case information
    case hint
    case message
    case margin

    init(_ severity: Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      case .information: self = .information
      case .hint: self = .hint
      }
    }

    fileprivate var parameters: String {
      switch self {
      case .error: "1;31"
      case .warning: "1;33"
      case .information: "1;34"
      case .hint: "1;36"
      case .message: "1"
      case .margin: "34"
      }
    }
  }

  func colour(_ text: String, as role: Role) -> String {
    hasColours && !text.isEmpty ? "\u{1B}[\(role.parameters)m\(text)\u{1B}[0m" : text
  }
}
