// What waits to be sent while the client doesn't read: nobody who has something to say waits with it.

internal import LanguageServerProtocol
internal import SeedWorkspace

/// Messages on their way to the client, from any thread, each whole and in order.
///
/// A client may stop reading until we have read what it writes. Whoever read from it and waited for it to read would wait for
/// ever, so a thread of its own waits instead. What the client takes at once is sent at once, without that thread.
final class Outbox: @unchecked Sendable {
  /// How many bytes may wait before the loop takes no more work.
  private static let limit = 64 << 20

  private let transport: any ServerTransport
  private let lock = Lock()
  /// Messages, or what is left of one.
  private var waiting: [ArraySlice<UInt8>] = []
  private var waitingBytes = 0
  private var hasThread = false
  /// Whether the thread is about to send something that it took out.
  private var isSending = false
  /// Whether the client is gone: there is nobody to tell.
  private var isBroken = false
  /// Whether nothing more will come.
  private var isFinished = false
  /// Whether nobody shall wait for the client to read any more.
  private var isReleased = false

  init(_ transport: any ServerTransport) {
    self.transport = transport
  }

  /// Sends a message, at the latest when the client reads again.
  func put(_ message: [UInt8]) {
    let isForThread = lock.withLock {
      guard !isBroken else { return false }
      var sent = 0
      if waiting.isEmpty, !isSending {
        guard let count = transport.writeAtOnce(message[...]) else {
          isBroken = true
          return false
        }
        guard count < message.count else { return false }
        sent = count
      }
      waiting.append(message[sent...])
      waitingBytes += message.count - sent
      if !hasThread { hasThread = WorkerThread.start { [self] in sendWaiting() } }
      return true
    }
    if isForThread { lock.broadcast() }
  }

  /// Whether the client was found not to read any more.
  var isClientGone: Bool {
    lock.withLock { isBroken }
  }

  /// Whether not too much is waiting.
  var hasRoom: Bool {
    lock.withLock { waitingBytes <= Self.limit || isBroken || isReleased }
  }

  /// Waits until not too much is waiting, unless the client has ended its side.
  func waitForRoom() {
    lock.withLock {
      while waitingBytes > Self.limit, !isBroken, !isReleased { lock.wait() }
    }
  }

  /// Says that the client has ended its side.
  func release() {
    lock.withLock {
      isReleased = true
      lock.broadcast()
    }
  }

  /// Ends after what was put in has been sent, or when the client has not taken it by a time.
  func finish(until deadline: Duration) {
    lock.withLock {
      isFinished = true
      lock.broadcast()
      while isSending || !waiting.isEmpty, !isBroken {
        guard lock.wait(milliseconds: (deadline - MonotonicTime.now).milliseconds) else { return }
      }
    }
  }

  private func sendWaiting() {
    while let messages = takeWaiting() {
      var isOpen = true
      for message in messages where isOpen { isOpen = transport.write(message) }
      lock.withLock {
        isSending = false
        isBroken = !isOpen
        lock.broadcast()
      }
    }
  }

  /// Waits for messages; nil when no more will come.
  private func takeWaiting() -> [ArraySlice<UInt8>]? {
    lock.withLock {
      while waiting.isEmpty, !isFinished, !isBroken { lock.wait() }
      guard !waiting.isEmpty, !isBroken else { return nil }
      defer {
        waiting = []
        waitingBytes = 0
        isSending = true
      }
      return waiting
    }
  }
}
