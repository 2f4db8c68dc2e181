// The pipe that tests of the server talk through.

import Foundation
import LanguageServerProtocol
import Testing

/// Runs a body on a thread of its own, and waits for it when asked to.
private final class Background: @unchecked Sendable {
  private let lock = Lock()
  private var isDone = false

  init(_ body: @escaping @Sendable () -> Void) {
    Thread.detachNewThread { [self] in
      body()
      lock.withLock {
        isDone = true
        lock.broadcast()
      }
    }
  }

  func wait() {
    lock.withLock { while !isDone { lock.wait() } }
  }
}

@Suite struct InMemoryPipeTests {
  @Test func messagesCrossInBothDirectionsAndInOrder() {
    let (client, server) = InMemoryPipe.pair()
    let echo = Background {
      var reader = MessageReader(server)
      while case .message(let body) = reader.next() { _ = server.write(OutgoingMessage.framed(body: body)) }
      server.close()
    }
    let sender = Background {
      for number in 0..<2000 { _ = client.write(OutgoingMessage.framed(body: Array("\(number)".utf8))) }
      client.closeOutput()
    }
    var reader = MessageReader(client)
    var received: [String] = []
    while case .message(let body) = reader.next() { received.append(String(decoding: body, as: UTF8.self)) }
    sender.wait()
    echo.wait()
    #expect(received == (0..<2000).map(String.init))
  }

  @Test func aReaderWaitsUntilThereIsSomething() {
    let (client, server) = InMemoryPipe.pair()
    let writer = Background { _ = client.write([1, 2, 3]) }
    var buffer = [UInt8](repeating: 0, count: 2)
    #expect(buffer.withUnsafeMutableBytes { server.read(into: $0) } == 2)
    #expect(buffer == [1, 2])
    #expect(buffer.withUnsafeMutableBytes { server.read(into: $0) } == 1)
    #expect(buffer == [3, 2])
    writer.wait()
  }

  @Test func theEndComesAfterWhatWasWritten() {
    let (client, server) = InMemoryPipe.pair()
    #expect(client.write([7]))
    client.closeOutput()
    #expect(!client.write([8]))
    var buffer = [UInt8](repeating: 0, count: 8)
    #expect(buffer.withUnsafeMutableBytes { server.read(into: $0) } == 1)
    #expect(buffer.withUnsafeMutableBytes { server.read(into: $0) } == 0)
    #expect(server.write([9]), "the other direction is still open")
    client.close()
    #expect(!server.write([9]))
  }

  @Test func aStreamThatEndsInsideAMessageJustEnds() {
    let (client, server) = InMemoryPipe.pair()
    _ = client.write(Array("Content-Length: 10\r\n\r\n{".utf8))
    client.close()
    var reader = MessageReader(server)
    #expect(reader.next() == nil)
  }
}

@Suite struct LockTests {
  @Test func aLockAdmitsOneThreadAtATime() {
    final class Counter: @unchecked Sendable { var value = 0 }
    let lock = Lock()
    let counter = Counter()
    let threads = (0..<4).map { _ in
      Background { for _ in 0..<5000 { lock.withLock { counter.value += 1 } } }
    }
    for thread in threads { thread.wait() }
    #expect(counter.value == 20_000)
  }

  @Test func aTimedWaitEnds() {
    let lock = Lock()
    lock.withLock {
      #expect(!lock.wait(milliseconds: 0))
      #expect(!lock.wait(milliseconds: 1))
    }
  }
}
