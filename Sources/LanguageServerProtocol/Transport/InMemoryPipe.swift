// A connection inside one process, for tests that play the client.

/// One direction: bytes that one thread writes and another reads.
private final class ByteQueue: Sendable {
  private let lock = Lock()
  /// How many bytes may wait to be read.
  private let capacity: Int
  // Only touched with the lock held.
  nonisolated(unsafe) private var bytes: [UInt8] = []
  nonisolated(unsafe) private var start = 0
  nonisolated(unsafe) private var isClosed = false
  nonisolated(unsafe) private var isInterrupted = false

  init(capacity: Int) {
    self.capacity = capacity
  }

  private var room: Int { capacity - (bytes.count - start) }

  private var isReadable: Bool { start < bytes.count || isClosed }

  func hasInput() -> Bool {
    lock.withLock { isReadable }
  }

  func waitForInput() {
    lock.withLock { while !isReadable { lock.wait() } }
  }

  func waitForInputOrInterruption() -> Bool {
    lock.withLock {
      while !isReadable, !isInterrupted { lock.wait() }
      isInterrupted = false
      return isReadable
    }
  }

  func interrupt() {
    lock.withLock {
      isInterrupted = true
      lock.broadcast()
    }
  }

  func writeAtOnce(_ added: ArraySlice<UInt8>) -> Int? {
    lock.withLock {
      guard !isClosed else { return nil }
      let piece = added.prefix(max(room, 0))
      bytes += piece
      lock.broadcast()
      return piece.count
    }
  }

  func write(_ added: ArraySlice<UInt8>) -> Bool {
    lock.withLock {
      var rest = added
      while !rest.isEmpty {
        while room <= 0, !isClosed { lock.wait() }
        guard !isClosed else { return false }
        let piece = rest.prefix(room)
        bytes += piece
        rest = rest.dropFirst(piece.count)
        lock.broadcast()
      }
      return !isClosed
    }
  }

  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int {
    lock.withLock {
      while start == bytes.count, !isClosed { lock.wait() }
      let count = min(buffer.count, bytes.count - start)
      buffer.copyBytes(from: bytes[start..<(start + count)])
      start += count
      if start == bytes.count {
        bytes.removeAll(keepingCapacity: true)
        start = 0
      }
      lock.broadcast()
      return count
    }
  }

  func close() {
    lock.withLock {
      isClosed = true
      lock.broadcast()
    }
  }
}

/// One end of a connection whose other end is in the same process.
package final class InMemoryPipe: ServerTransport {
  private let incoming: ByteQueue
  private let outgoing: ByteQueue

  private init(incoming: ByteQueue, outgoing: ByteQueue) {
    self.incoming = incoming
    self.outgoing = outgoing
  }

  /// Two ends; what is written to one is read from the other.
  ///
  /// - Parameter capacity: how many bytes each direction holds; as with a pipe of the system, writing waits when it is full.
  package static func pair(capacity: Int = .max) -> (client: InMemoryPipe, server: InMemoryPipe) {
    let toServer = ByteQueue(capacity: capacity)
    let toClient = ByteQueue(capacity: capacity)
    return (InMemoryPipe(incoming: toClient, outgoing: toServer), InMemoryPipe(incoming: toServer, outgoing: toClient))
  }

  package func read(into buffer: UnsafeMutableRawBufferPointer) -> Int { incoming.read(into: buffer) }

  package func hasInput() -> Bool { incoming.hasInput() }

  package func waitForInput() { incoming.waitForInput() }

  package func waitForInputOrInterruption() -> Bool { incoming.waitForInputOrInterruption() }

  package func interrupt() { incoming.interrupt() }

  package func writeAtOnce(_ bytes: ArraySlice<UInt8>) -> Int? { outgoing.writeAtOnce(bytes) }

  package func write(_ bytes: ArraySlice<UInt8>) -> Bool { outgoing.write(bytes) }

  /// Ends this side's output: the other side reads what was written, then the end of input.
  package func closeOutput() { outgoing.close() }

  /// Ends both directions, as when a process dies: the other side's writes fail as well.
  package func close() {
    incoming.close()
    outgoing.close()
  }
}
