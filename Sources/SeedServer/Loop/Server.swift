// The server: a loop that does everything in order of arrival.
//
// SeedServer connects the features to the protocol. It must not know how notes are parsed, what rules check or how features
// find their answers; conversions between the protocol's terms and ours exist in FromLSP and ToLSP alone, and in their
// extensions, one file for each concept.

package import LanguageServerProtocol
internal import SeedWorkspace

/// A language server on one connection.
package final class Server {
  private let queue: EventQueue
  private let pending = PendingRequests()
  private let outbox: Outbox
  private let session: Session
  private let intake: MessageIntake
  private let longAnswers = LongAnswers()
  private let timing: Timing
  private let log: Log
  /// From how many bytes on it may take long to work through a message, such as a whole note.
  private static let longMessage = 1 << 18

  package init(transport: any ServerTransport, log: Log = Log(), timing: Timing = Timing()) {
    self.log = log
    self.timing = timing
    queue = EventQueue { transport.interrupt() }
    outbox = Outbox(transport)
    session = Session(client: Client(outbox: outbox, log: log), queue: queue, log: log, timing: timing)
    let intake = MessageIntake(
      transport: transport, queue: queue, pending: pending, client: session.client, loads: session.workspace.loads,
      log: log,
      clientIsGone: session.clientIsGone)
    self.intake = intake
    session.willTakeLong = { intake.lend() }
  }

  /// Serves until the client says `exit`, closes its side or dies.
  ///
  /// - Returns: the process's exit code: 0 after `shutdown`, else 1 (LSP 3.18, "exit").
  package func run() -> Int32 {
    while session.exitCode == nil {
      if !outbox.hasRoom {
        session.willTakeLong()
        outbox.waitForRoom()
      }
      if !session.isReportOverdue {
        intake.takeArrived()
        if let event = queue.take() {
          handle(event)
          continue
        }
      }
      session.finishChanges()
      if let event = queue.take() {
        handle(event)
      } else if !session.hasUnfinishedChanges {
        intake.wait()
      }
    }
    session.workspace.watcher.stop()
    let deadline = MonotonicTime.now + timing.farewell
    // A client that asked before it said `exit` may still read.
    if session.hasClientSaidExit { longAnswers.wait(until: deadline) { [outbox] in !outbox.isClientGone } }
    outbox.finish(until: deadline)
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
      if case .answer = event {} else { session.willTakeLong() }
      session.handle(event)
    }
  }

  private func handle(_ message: IncomingMessage) {
    if message.body.count > Self.longMessage { session.willTakeLong() }
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
      longAnswers.start {
        let answer = work()
        if pending.take(ticket) { client.respond(answer) }
      }
    }
    session.traceAnswered(method, id, after: MonotonicTime.now - start)
    session.afterAnswer?()
    session.afterAnswer = nil
    session.tellNews()
  }
}
