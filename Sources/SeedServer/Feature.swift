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

  /// The requests that are answered with `null` when the feature is off. Diagnostics have answers of their own then.
  private var methods: [Method] {
    switch self {
    case .callHierarchy: [.prepareCallHierarchy, .incomingCalls, .outgoingCalls]
    case .codeActions: [.codeAction]
    case .codeLens: [.codeLens]
    case .completion: [.completion, .resolveCompletionItem]
    case .definition: [.definition, .declaration]
    case .diagnostics: []
    case .documentHighlight: [.documentHighlight]
    case .documentLinks: [.documentLink]
    case .documentSymbols: [.documentSymbol]
    case .foldingRanges: [.foldingRange]
    case .formatting: [.formatting, .rangeFormatting]
    case .hover: [.hover]
    case .implementation: [.implementation]
    case .inlayHints: [.inlayHint]
    case .references: [.references]
    case .rename: [.prepareRename, .rename]
    case .renameFiles: [.willRenameFiles]
    case .selectionRanges: [.selectionRange]
    case .semanticTokens: [.semanticTokens, .semanticTokensDelta, .semanticTokensRange]
    case .signatureHelp: [.signatureHelp]
    case .typeDefinition: [.typeDefinition]
    case .workspaceSymbols: [.workspaceSymbol]
    }
  }

  static let byMethod: [Method: Feature] = Dictionary(
    uniqueKeysWithValues: allCases.flatMap { feature in feature.methods.map { ($0, feature) } })
}
