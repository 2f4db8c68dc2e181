// What a connection to a client has to offer.

/// A pair of byte streams between the server and one client.
///
/// One thread reads; any thread may write, and each write reaches the client whole.
package protocol MessageTransport: Sendable {
  /// Waits until there are bytes, and takes some of them.
  ///
  /// - Returns: how many bytes were put into the buffer; 0 when the client has closed its side or the stream is broken.
  func read(into buffer: UnsafeMutableRawBufferPointer) -> Int

  /// Whether that many bytes can be sent without waiting for the client to read. False is always a safe answer.
  func takesAtOnce(_ count: Int) -> Bool

  /// Sends all of the bytes; waits while the client doesn't read.
  ///
  /// - Returns: false if the client is gone; there is no use in trying again.
  func write(_ bytes: [UInt8]) -> Bool
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
    let transport = transport
    while true {
      if let event = framer.next() { return event }
      let count = buffer.withUnsafeMutableBytes { transport.read(into: $0) }
      guard count > 0 else { return nil }
      framer.append(buffer.prefix(count))
    }
  }
}
