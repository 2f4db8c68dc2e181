// The server: a thread that reads, and a loop that does everything else in order of arrival.
//
// SeedServer connects the features to the protocol. It must not know how notes are parsed, what rules check or how features
// find their answers; conversions between the protocol's terms and ours exist in FromLSP and ToLSP alone, and in their
// extensions, one file for each concept.

package import LanguageServerProtocol
internal import SeedWorkspace

/// A language server on one connection.
package final class Server {
  private let transport: any MessageTransport
  private let queue = EventQueue()
  private let pending = PendingRequests()
  private let outbox: Outbox
  private let session: Session
  private let timing: Timing
  private let log: Log

  package init(transport: any MessageTransport, log: Log = Log(), timing: Timing = Timing()) {
    self.transport = transport
    self.log = log
    self.timing = timing
    outbox = Outbox(transport)
    session = Session(client: Client(outbox: outbox, log: log), queue: queue, log: log, timing: timing)
  }

  /// Serves until the client says `exit`, closes its side or dies.
  ///
  /// - Returns: the process's exit code: 0 after `shutdown`, else 1 (LSP 3.18, "exit").
  package func run() -> Int32 {
    let reading = Reading(
      transport: transport, queue: queue, pending: pending, client: session.client, loads: session.loads, log: log,
      clientIsGone: session.clientIsGone)
    guard WorkerThread.start({ reading.run() }) else {
      log.write("error: no thread could be started")
      return 1
    }
    while session.exitCode == nil {
      outbox.waitForRoom()
      if !session.isReportOverdue, let event = queue.takeIfAvailable() {
        handle(event)
      } else {
        session.finishChanges()
        handle(queue.take())
      }
    }
    session.watcher.stop()
    outbox.finish(within: timing.farewell)
    log.write("exit \(session.exitCode ?? 1)")
    return session.exitCode ?? 1
  }

  private func handle(_ event: Event) {
    switch event {
    case .request(let message, let ticket):
      answer(message, ticket)
    case .message(let message):
      handle(message)
    case .framingError(let error):
      session.report(error)
    case .endOfInput:
      session.end()
    case .inner(let event):
      session.handle(event)
    }
  }

  private func handle(_ message: IncomingMessage) {
    switch message.kind {
    case .notification(let method):
      session.receive(method: method, message)
    case .invalid(let id, let error):
      session.client.respond(OutgoingMessage.response(id: id, error: error))
    case .request, .response:
      break
    }
  }

  private func answer(_ message: IncomingMessage, _ ticket: PendingRequests.Ticket) {
    // A request that was cancelled while it waited has its answer already.
    guard case .request(let id, let method) = message.kind, pending.contains(ticket) else { return }
    let start = MonotonicTime.now
    switch session.answer(id: id, method: method, message) {
    case .ready(let answer):
      if pending.take(ticket) { session.client.respond(answer) }
    case .work(let work):
      let (pending, client) = (pending, session.client)
      let isStarted = WorkerThread.start {
        let answer = work()
        if pending.take(ticket) { client.respond(answer) }
      }
      if !isStarted, pending.take(ticket) { client.respond(work()) }
    }
    session.traceAnswered(method, id, after: MonotonicTime.now - start)
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
  let clientIsGone: @Sendable () -> Void

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
    clientIsGone()
  }

  private func receive(_ message: IncomingMessage) {
    switch message.kind {
    case .request(let id, _):
      guard let ticket = pending.add(id) else {
        let error = ResponseError(
          .invalidRequest, "A request with the id \(id.description) is still waiting for its answer.")
        client.respond(OutgoingMessage.response(id: id, error: error))
        return
      }
      queue.put(.request(message, ticket))
    case .response:
      queue.put(.inner(.answer(message)))
    case .notification(let method) where method == Method.cancelRequest.rawValue:
      guard let id = try? message.params(as: CancelParams.self).id, pending.take(id) else { return }
      client.respond(
        OutgoingMessage.response(id: id, error: ResponseError(.requestCancelled, "The request was cancelled.")))
    case .notification(let method) where method == Method.exit.rawValue:
      loads.stop()
      queue.put(.message(message))
    case .notification, .invalid:
      queue.put(.message(message))
    }
  }
}
