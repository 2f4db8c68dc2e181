// Answers that take long, each worked out on a thread of its own.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// The answers that are being worked out beside the loop.
final class LongAnswers: @unchecked Sendable {
  private let lock = Lock()
  private var count = 0

  /// Runs what works out an answer and sends it; on this thread where the system has none to give.
  func start(_ work: @escaping @Sendable () -> Void) {
    lock.withLock { count += 1 }
    let run: @Sendable () -> Void = { [self] in
      work()
      lock.withLock {
        count -= 1
        lock.broadcast()
      }
    }
    if !WorkerThread.start(run) { run() }
  }

  /// Waits until all of them have been sent, or until a time has come.
  ///
  /// - Parameter isWanted: whether there is still somebody to read them; asked after each.
  func wait(until deadline: Duration, while isWanted: () -> Bool) {
    lock.withLock {
      while count > 0, isWanted(), lock.wait(milliseconds: (deadline - MonotonicTime.now).milliseconds) {}
    }
  }
}
