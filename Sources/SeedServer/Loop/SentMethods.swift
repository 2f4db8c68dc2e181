// Every method that the server sends of its own accord: nothing else can be sent but the answers to requests.

internal import LanguageServerProtocol

enum SentNotification: CaseIterable {
  case publishDiagnostics
  case logMessage
  case showMessage
  case logTrace
  case progress

  var method: Method {
    switch self {
    case .publishDiagnostics: .publishDiagnostics
    case .logMessage: .logMessage
    case .showMessage: .showMessage
    case .logTrace: .logTrace
    case .progress: .progress
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

  var method: Method {
    switch self {
    case .registerCapability: .registerCapability
    case .unregisterCapability: .unregisterCapability
    case .configuration: .configuration
    case .createWorkDoneProgress: .createWorkDoneProgress
    case .refreshDiagnostics: .refreshDiagnostics
    case .refreshSemanticTokens: .refreshSemanticTokens
    case .refreshInlayHints: .refreshInlayHints
    case .refreshCodeLenses: .refreshCodeLenses
    case .refreshFoldingRanges: .refreshFoldingRanges
    }
  }
}
