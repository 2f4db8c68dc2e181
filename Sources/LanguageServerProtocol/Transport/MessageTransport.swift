// What a connection to a client has to offer.

/// A pair of byte streams between the server and one client.
///
/// One thread at a time reads; any thread may write, and each write reaches the client whole.
package protocol MessageTransport: Sendable {
  /// Waits until there are bytes, and takes some of them.
  ///
  /// - Returns: how many bytes were put into the buffer; 0 when the client has closed its side or the stream is broken.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int

  /// Sends all of the bytes; waits while the client doesn't read.
  ///
  /// - Returns: false if the client is gone; there is no use in trying again.
  func write(_ bytes: ArraySlice<UInt8>) -> Bool
}

extension MessageTransport {
  package func write(_ bytes: [UInt8]) -> Bool { write(bytes[...]) }
}

/// The server's end of a connection: it has more to do than to wait for the other end.
package protocol ServerTransport: MessageTransport {
  /// Whether ``MessageTransport/read(into:)`` would not wait.
  func hasInput() -> Bool

  /// Waits until it would not. Any number of threads may wait.
  func waitForInput()

  /// Waits until it would not, or until another thread interrupts, or has interrupted since the last call. One thread may.
  ///
  /// - Returns: whether there is input.
  func waitForInputOrInterruption() -> Bool

  /// Wakes the thread that is in ``waitForInputOrInterruption()``, or will be.
  func interrupt()

  /// Sends as many of the bytes as can be sent without waiting for the client to read.
  ///
  /// - Returns: how many were sent, zero if none; nil if the client is gone.
  func writeAtOnce(_ bytes: ArraySlice<UInt8>) -> Int?
}

/// The messages that arrive on a transport, one after another.
package struct MessageReader {
  private let transport: any MessageTransport
  private var framer: MessageFramer
  private var buffer = [UInt8](repeating: 0, count: 64 * 1024)

  package init(_ transport: any MessageTransport, framer: MessageFramer = MessageFramer()) {
    self.transport = transport
    self.framer = framer
  }

  /// Waits for the next message.
  ///
  /// - Returns: nil at the end of the stream, even if it ends inside a message.
  package mutating func next() -> MessageFramer.Event? {
    while true {
      if let event = framer.next() { return event }
      guard read() else { return nil }
    }
  }

  /// The next message of what has been read; nil if that holds no whole one.
  package mutating func nextRead() -> MessageFramer.Event? {
    framer.next()
  }

  /// Reads once; waits if nothing is there.
  ///
  /// - Returns: false at the end of the stream.
  package mutating func read() -> Bool {
    let transport = transport
    let count = buffer.withUnsafeMutableBytes { transport.read(into: $0) }
    framer.append(buffer.prefix(count))
    return count > 0
  }
}
