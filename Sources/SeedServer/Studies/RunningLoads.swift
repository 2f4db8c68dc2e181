// What is being read at the moment, so that the thread that reads messages can stop it when nobody will want it any more.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// The cancellation of every folder that is being read. While the loop waits for one, it can't see that the client has gone.
final class RunningLoads: @unchecked Sendable {
  private let lock = Lock()
  private var running: [ObjectIdentifier: CancellationFlag] = [:]
  private var isOver = false

  func add(_ cancellation: CancellationFlag) {
    lock.withLock {
      running[ObjectIdentifier(cancellation)] = cancellation
      if isOver { cancellation.cancel() }
    }
  }

  func remove(_ cancellation: CancellationFlag) {
    lock.withLock { running[ObjectIdentifier(cancellation)] = nil }
  }

  /// Stops everything that is being read, and what will start.
  func stop() {
    lock.withLock {
      isOver = true
      for cancellation in running.values { cancellation.cancel() }
    }
  }
}
