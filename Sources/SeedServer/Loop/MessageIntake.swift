// Reads what the client sends: the loop does it itself while it has nothing else to do, and lends it to a thread while it is
// busy for long.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// Takes messages from the transport into the queue, and acts on `$/cancelRequest` and the end of input ahead of it.
///
/// A message that is handed from one thread to another costs as much as the work on a keystroke: two cores have to wake up,
/// one after the other. So the loop reads by itself, before each step and when it waits. Before something that can take
/// longer than a client should wait for its cancellation, or to be read at all, it lends the reading to a thread until it
/// waits again.
final class MessageIntake: @unchecked Sendable {
  private let transport: any ServerTransport
  private let queue: EventQueue
  private let pending: PendingRequests
  private let client: Client
  private let loads: RunningLoads
  private let log: Log
  private let clientIsGone: @Sendable () -> Void

  private let lock = Lock()
  // The rest is touched only with the lock held.
  private var reader: MessageReader
  private var isLent = false
  private var hasThread = false
  private var hasEnded = false

  init(
    transport: any ServerTransport, queue: EventQueue, pending: PendingRequests, client: Client, loads: RunningLoads,
    log: Log, clientIsGone: @escaping @Sendable () -> Void
  ) {
    self.transport = transport
    self.queue = queue
    self.pending = pending
    self.client = client
    self.loads = loads
    self.log = log
    self.clientIsGone = clientIsGone
    reader = MessageReader(transport)
  }

  // MARK: - The loop

  /// Takes what has arrived, without waiting.
  func takeArrived() {
    lock.withLock {
      if !isLent, !hasEnded, transport.hasInput() { read() }
    }
  }

  /// Waits until something has arrived, or until there is an event; what has arrived is taken. Nothing is lent any more.
  func wait() {
    let isOver = lock.withLock {
      isLent = false
      return hasEnded
    }
    guard queue.leave() else { return }
    // After the end of input an event comes from whoever saw it.
    let hasInput = transport.waitForInputOrInterruption()
    queue.comeBack()
    guard hasInput, !isOver else { return }
    lock.withLock { if !hasEnded { read() } }
  }

  /// Lets a thread read until the loop waits again.
  func lend() {
    lock.withLock {
      guard !isLent, !hasEnded else { return }
      isLent = true
      // Where no thread can be had, messages are read a little later.
      if !hasThread { hasThread = WorkerThread.start { [self] in readWhileLent() } }
    }
    lock.signal()
  }

  // MARK: - The thread

  private func readWhileLent() {
    while waitUntilLent() {
      transport.waitForInput()
      lock.withLock {
        // Meanwhile the loop may have taken back the reading, and what there was.
        if isLent, !hasEnded, transport.hasInput() { read() }
      }
    }
  }

  /// - Returns: false if there is nothing to read any more.
  private func waitUntilLent() -> Bool {
    lock.withLock {
      while !isLent, !hasEnded { lock.wait() }
      return !hasEnded
    }
  }

  // MARK: - Messages

  /// Reads once, and puts the messages that are whole then into the queue.
  private func read() {
    let isOpen = reader.read()
    while let event = reader.nextRead() {
      switch event {
      case .message(let body):
        log.writeMessage("<--", body)
        receive(IncomingMessage(body: body))
      case .malformed(let error):
        queue.put(.framingError(error))
      }
    }
    guard !isOpen else { return }
    hasEnded = true
    lock.broadcast()
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
