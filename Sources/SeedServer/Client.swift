// The client's side of the connection, as far as we speak to it.

internal import JSON
internal import LanguageServerProtocol

/// Sends messages, from any thread, each whole.
final class Client: Sendable {
  private let transport: any MessageTransport
  private let lock = Lock()
  private let log: Log

  init(transport: any MessageTransport, log: Log) {
    self.transport = transport
    self.log = log
  }

  /// Sends the whole answer to a request. Only whoever took the request out of ``PendingRequests`` may.
  func respond(_ answer: [UInt8]) {
    send(answer)
  }

  func notify(_ method: SentMethod, _ params: some JSONEncodable) {
    send(OutgoingMessage.notification(method: method.method, params: params))
  }

  /// Tells the client something that its user can look up in the log.
  func logMessage(_ type: MessageType, _ text: String) {
    log.write(text)
    notify(.logMessage, ShowMessageParams(type: type, message: text))
  }

  /// Sends a whole message. When the client is gone there is nobody to tell; the end of input follows.
  private func send(_ message: [UInt8]) {
    lock.withLock { _ = transport.write(message) }
    log.writeMessage("-->", message)
  }
}
