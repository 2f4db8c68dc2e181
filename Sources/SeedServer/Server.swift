// The server: a thread that reads, and a loop that does everything else in order of arrival.
//
// SeedServer connects the features to the protocol. It must not know how notes are parsed, what rules check or how features
// find their answers; conversions between the protocol's positions and ours exist in FromLSP and ToLSP alone.

package import LanguageServerProtocol
internal import SeedWorkspace

/// A language server on one connection.
package final class Server {
  private let transport: any MessageTransport
  private let queue = EventQueue()
  private let pending = PendingRequests()
  private let session: Session
  private let log: Log

  package init(transport: any MessageTransport, log: Log = Log()) {
    self.transport = transport
    self.log = log
    session = Session(client: Client(transport: transport, log: log), queue: queue, log: log)
  }

  /// Serves until the client says `exit`, closes its side or dies.
  ///
  /// - Returns: the process's exit code: 0 after `shutdown`, else 1 (LSP 3.18, "exit").
  package func run() -> Int32 {
    let reading = Reading(transport: transport, queue: queue, pending: pending, client: session.client, log: log)
    guard WorkerThread.start({ reading.run() }) else {
      log.write("error: no thread could be started")
      return 1
    }
    while session.exitCode == nil {
      if let event = queue.takeIfAvailable() {
        handle(event)
      } else {
        session.finishChanges()
        handle(queue.take())
      }
    }
    log.write("exit \(session.exitCode ?? 1)")
    return session.exitCode ?? 1
  }

  private func handle(_ event: Event) {
    switch event {
    case .message(let message):
      handle(message)
    case .framingError(let error):
      session.client.logMessage(.error, "A message could not be read and was skipped: \(error)")
    case .folderLoaded:
      session.takeLoadedNotes()
    case .endOfInput:
      session.end()
    }
  }

  private func handle(_ message: IncomingMessage) {
    switch message.kind {
    case .request(let id, let method):
      // A request that was cancelled while it waited has its answer already.
      guard pending.contains(id) else { return }
      let answer = session.answer(id: id, method: method, message)
      if pending.remove(id) { session.client.send(answer) }
    case .notification(let method):
      session.receive(method: method, message)
    case .response(let id, let error):
      if let error { log.write("the client refused request \(id?.description ?? "null"): \(error.message)") }
    case .invalid(let id, let error):
      session.client.send(OutgoingMessage.response(id: id, error: error))
    }
  }
}

/// What the reading thread does: it takes messages from the transport, and acts on `$/cancelRequest` ahead of the queue.
private struct Reading: Sendable {
  let transport: any MessageTransport
  let queue: EventQueue
  let pending: PendingRequests
  let client: Client
  let log: Log

  func run() {
    var reader = MessageReader(transport)
    while let event = reader.next() {
      switch event {
      case .message(let body):
        log.writeMessage("<--", body)
        receive(IncomingMessage(body: body))
      case .malformed(let error):
        queue.put(.framingError(error))
      }
    }
    queue.put(.endOfInput)
  }

  private func receive(_ message: IncomingMessage) {
    switch message.kind {
    case .request(let id, _) where !pending.add(id):
      let error = ResponseError(
        .invalidRequest, "A request with the id \(id.description) is still waiting for its answer.")
      client.send(OutgoingMessage.response(id: id, error: error))
    case .notification(let method) where method == Method.cancelRequest.rawValue:
      guard let id = try? message.params(as: CancelParams.self).id, pending.remove(id) else { return }
      client.send(
        OutgoingMessage.response(id: id, error: ResponseError(.requestCancelled, "The request was cancelled.")))
    default:
      queue.put(.message(message))
    }
  }
}
