// Every method that the server sends of its own accord: nothing else can be sent but the answers to requests.

internal import LanguageServerProtocol

enum SentNotification: CaseIterable {
  case publishDiagnostics
  case logMessage
  case showMessage
  case logTrace
  case progress

  var method: Method { row.method }
  /// When it is sent, and what with.
  var promise: String { row.promise }

  private var row: (method: Method, promise: String) {
    switch self {
    case .publishDiagnostics:
      (
        .publishDiagnostics,
        "The findings of a document, replacing those before, at most as many as `diagnostics.limit` says; with its "
          + "version while it is open."
      )
    case .logMessage:
      (
        .logMessage,
        "What was read and how long it took; what could not be read or understood, and why."
      )
    case .showMessage:
      (
        .showMessage,
        "What a rename leaves as it is, because it may be plain English or is Python beyond the notation: how many "
          + "places, the first three by name."
      )
    case .logTrace:
      (
        .logTrace,
        "Only if the trace is not `off`: each message received, each answer with its time; `verbose` adds the "
          + "parameters, at most 4 kB of them."
      )
    case .progress:
      (
        .progress,
        "Only with a token that the client has accepted: that a folder is being read."
      )
    }
  }
}

enum SentRequest: CaseIterable {
  case registerCapability
  case unregisterCapability
  case configuration
  case createWorkDoneProgress
  case refreshDiagnostics
  case refreshSemanticTokens
  case refreshInlayHints
  case refreshCodeLenses
  case refreshFoldingRanges

  var method: Method { row.method }
  /// When it is sent, and what with.
  var promise: String { row.promise }

  private var row: (method: Method, promise: String) {
    switch self {
    case .registerCapability:
      (
        .registerCapability,
        "After `initialized`, if the client offers it: changes of files, changes of our settings; findings to be "
          + "pulled, when that is chosen later."
      )
    case .unregisterCapability:
      (
        .unregisterCapability,
        "When other folders are to be watched, or findings are pushed again."
      )
    case .configuration:
      (
        .configuration,
        "After `initialized` and when settings changed without being sent along: the section `seed-lsp`. Nothing, "
          + "`null` and wrong types count as not set."
      )
    case .createWorkDoneProgress:
      (
        .createWorkDoneProgress,
        "When reading a folder has taken a second, if the client shows progress."
      )
    case .refreshDiagnostics:
      (
        .refreshDiagnostics,
        "Only while findings are pulled: when the findings of another note changed, a folder was read, files or "
          + "settings changed."
      )
    case .refreshSemanticTokens:
      (
        .refreshSemanticTokens,
        "At the same moments, where the client offers it; each only one at a time."
      )
    case .refreshInlayHints:
      (
        .refreshInlayHints,
        "Likewise."
      )
    case .refreshCodeLenses:
      (
        .refreshCodeLenses,
        "Likewise."
      )
    case .refreshFoldingRanges:
      (
        .refreshFoldingRanges,
        "When foldings are switched on or off, where the client offers it."
      )
    }
  }
}
