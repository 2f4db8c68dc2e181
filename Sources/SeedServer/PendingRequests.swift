// The requests that have no answer yet: whoever takes one out of this table may answer it, so each is answered once.

internal import LanguageServerProtocol

/// The ids of requests without an answer, shared by the thread that reads and the loop.
final class PendingRequests: @unchecked Sendable {
  private let lock = Lock()
  private var ids: Set<RequestID> = []

  /// Notes a request that has arrived.
  ///
  /// - Returns: false if a request with this id is still waiting for its answer.
  func add(_ id: RequestID) -> Bool {
    lock.withLock { ids.insert(id).inserted }
  }

  /// Takes the right to answer a request.
  ///
  /// - Returns: false if someone else has taken it, or nobody asked.
  func remove(_ id: RequestID) -> Bool {
    lock.withLock { ids.remove(id) != nil }
  }

  func contains(_ id: RequestID) -> Bool {
    lock.withLock { ids.contains(id) }
  }
}
