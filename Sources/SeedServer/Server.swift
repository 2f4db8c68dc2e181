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

  /// How long a report on a change waits for a pause, by default.
  package static let standardReportDelay = Duration.milliseconds(150)

  /// - Parameter longestReportDelay: how long a report on a change may wait for a pause.
  package init(
    transport: any MessageTransport, log: Log = Log(), longestReportDelay: Duration = Server.standardReportDelay
  ) {
    self.transport = transport
    self.log = log
    session = Session(
      client: Client(transport: transport, log: log), queue: queue, log: log, longestReportDelay: longestReportDelay)
  }

  /// Serves until the client says `exit`, closes its side or dies.
  ///
  /// - Returns: the process's exit code: 0 after `shutdown`, else 1 (LSP 3.18, "exit").
  package func run() -> Int32 {
    let reading = Reading(
      transport: transport, queue: queue, pending: pending, client: session.client, loads: session.loads, log: log)
    guard WorkerThread.start({ reading.run() }) else {
      log.write("error: no thread could be started")
      return 1
    }
    while session.exitCode == nil {
      if !session.isReportOverdue, let event = queue.takeIfAvailable() {
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
      session.report(error)
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
      let start = MonotonicTime.now
      let answer = session.answer(id: id, method: method, message)
      if pending.remove(id) { session.client.respond(answer) }
      session.traceAnswered(method, id, after: MonotonicTime.now - start)
    case .notification(let method):
      session.receive(method: method, message)
    case .response(let id, let error):
      if let error { log.write("the client refused request \(id?.description ?? "null"): \(error.message)") }
    case .invalid(let id, let error):
      session.client.respond(OutgoingMessage.response(id: id, error: error))
    }
  }
}

/// What the reading thread does: it takes messages from the transport, and acts on `$/cancelRequest` ahead of the queue.
private struct Reading: Sendable {
  let transport: any MessageTransport
  let queue: EventQueue
  let pending: PendingRequests
  let client: Client
  let loads: RunningLoads
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
    loads.stop()
    queue.put(.endOfInput)
  }

  private func receive(_ message: IncomingMessage) {
    switch message.kind {
    case .request(let id, _) where !pending.add(id):
      let error = ResponseError(
        .invalidRequest, "A request with the id \(id.description) is still waiting for its answer.")
      client.respond(OutgoingMessage.response(id: id, error: error))
    case .notification(let method) where method == Method.cancelRequest.rawValue:
      guard let id = try? message.params(as: CancelParams.self).id, pending.remove(id) else { return }
      client.respond(
        OutgoingMessage.response(id: id, error: ResponseError(.requestCancelled, "The request was cancelled.")))
    case .notification(let method) where method == Method.exit.rawValue:
      loads.stop()
      queue.put(.message(message))
    default:
      queue.put(.message(message))
    }
  }
}
