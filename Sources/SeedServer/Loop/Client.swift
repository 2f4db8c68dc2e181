// The client's side of the connection, as far as we speak to it.

internal import JSON
internal import LanguageServerProtocol

/// Sends messages, from any thread, each whole. Nobody waits for the client to read them.
final class Client: Sendable {
  private let outbox: Outbox
  private let log: Log

  init(outbox: Outbox, log: Log) {
    self.outbox = outbox
    self.log = log
  }

  /// Sends the whole answer to a request. Only whoever took the request out of ``PendingRequests`` may.
  func respond(_ answer: [UInt8]) {
    send(answer)
  }

  /// - Parameter capacity: how many bytes to make room for at first.
  func notify(_ method: SentNotification, _ params: some JSONEncodable, capacity: Int = 512) {
    send(OutgoingMessage.notification(method: method.method, params: params, capacity: capacity))
  }

  /// Sends a request of ours; ``Session/ask(_:_:then:)`` is the way to get its answer.
  func request(_ id: RequestID, _ method: SentRequest, _ params: (some JSONEncodable)?) {
    send(OutgoingMessage.request(id: id, method: method.method, params: params))
  }

  /// Tells the client something that its user can look up in the log.
  func logMessage(_ type: MessageType, _ text: String) {
    log.write(text)
    notify(.logMessage, ShowMessageParams(type: type, message: text))
  }

  /// Tells the client's user something.
  func showMessage(_ type: MessageType, _ text: String) {
    log.write(text)
    notify(.showMessage, ShowMessageParams(type: type, message: text))
  }

  /// Says that the client will not read any more.
  func release() {
    outbox.release()
  }

  private func send(_ message: [UInt8]) {
    outbox.put(message)
    log.writeMessage("-->", message)
  }
}

extension SentNotification {
  static let logMessage = SentNotification(
    .logMessage, "What was read and how long it took; what could not be read or understood, and why.")

  static let showMessage = SentNotification(
    .showMessage,
    "What a rename leaves as it is, because it may be plain English or is Python beyond the notation: how many "
      + "places, the first three by name.")
}
