// Every method that the server sends of its own accord: nothing else can be sent but the answers to requests.

internal import LanguageServerProtocol

enum SentMethod: CaseIterable {
  case publishDiagnostics
  case logMessage
  case logTrace

  var method: Method {
    switch self {
    case .publishDiagnostics: .publishDiagnostics
    case .logMessage: .logMessage
    case .logTrace: .logTrace
    }
  }
}
