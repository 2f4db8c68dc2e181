// What a user can switch off: each feature with the requests that then have no answer.

internal import LanguageServerProtocol

/// A feature. Its name is that of a setting: `completion.enable`.
enum Feature: String, CaseIterable, Sendable {
  case callHierarchy
  case codeActions
  case codeLens
  case completion
  case definition
  case diagnostics
  case documentHighlight
  case documentLinks
  case documentSymbols
  case foldingRanges
  case formatting
  case hover
  case implementation
  case inlayHints
  case references
  case rename
  case renameFiles
  case selectionRanges
  case semanticTokens
  case signatureHelp
  case typeDefinition
  case workspaceSymbols

  /// Display names in the text are off unless asked for: much text that isn't in the note.
  var isOnByDefault: Bool { self != .inlayHints }

  /// The feature that a request belongs to, which is answered with `null` when the feature is off; nil for what is always on.
  /// Diagnostics have answers of their own then.
  init?(of method: Method) {
    switch method {
    case .prepareCallHierarchy, .incomingCalls, .outgoingCalls: self = .callHierarchy
    case .codeAction: self = .codeActions
    case .codeLens: self = .codeLens
    case .completion, .resolveCompletionItem: self = .completion
    case .definition, .declaration: self = .definition
    case .documentHighlight: self = .documentHighlight
    case .documentLink: self = .documentLinks
    case .documentSymbol: self = .documentSymbols
    case .foldingRange: self = .foldingRanges
    case .formatting, .rangeFormatting: self = .formatting
    case .hover: self = .hover
    case .implementation: self = .implementation
    case .inlayHint: self = .inlayHints
    case .references: self = .references
    case .prepareRename, .rename: self = .rename
    case .willRenameFiles: self = .renameFiles
    case .selectionRange: self = .selectionRanges
    case .semanticTokens, .semanticTokensDelta, .semanticTokensRange: self = .semanticTokens
    case .signatureHelp: self = .signatureHelp
    case .typeDefinition: self = .typeDefinition
    case .workspaceSymbol: self = .workspaceSymbols
    default: return nil
    }
  }
}
