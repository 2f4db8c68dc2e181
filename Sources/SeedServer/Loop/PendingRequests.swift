// The requests that have no answer yet: whoever takes one out of this table may answer it, so each is answered once.

internal import LanguageServerProtocol

/// The requests without an answer, shared by the thread that reads, the loop, and threads that work out an answer.
final class PendingRequests: @unchecked Sendable {
  /// One request. A client may use an id again as soon as it has its answer, while we may still hold the request that had it
  /// before.
  struct Ticket: Hashable, Sendable {
    let id: RequestID
    fileprivate let number: Int
  }

  private let lock = Lock()
  private var numbers: [RequestID: Int] = [:]
  private var lastNumber = 0

  /// Notes a request that has arrived.
  ///
  /// - Returns: nil if a request with this id is still waiting for its answer.
  func add(_ id: RequestID) -> Ticket? {
    lock.withLock {
      guard numbers[id] == nil else { return nil }
      lastNumber += 1
      numbers[id] = lastNumber
      return Ticket(id: id, number: lastNumber)
    }
  }

  /// Takes the right to answer a request.
  ///
  /// - Returns: false if someone else has taken it.
  func take(_ ticket: Ticket) -> Bool {
    lock.withLock {
      guard numbers[ticket.id] == ticket.number else { return false }
      numbers[ticket.id] = nil
      return true
    }
  }

  /// Takes the right to answer the request that has an id now.
  ///
  /// - Returns: false if there is none.
  func take(_ id: RequestID) -> Bool {
    lock.withLock { numbers.removeValue(forKey: id) != nil }
  }

  /// Whether nobody has taken the right to answer a request.
  func contains(_ ticket: Ticket) -> Bool {
    lock.withLock { numbers[ticket.id] == ticket.number }
  }
}
