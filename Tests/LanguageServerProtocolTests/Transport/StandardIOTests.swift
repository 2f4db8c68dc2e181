// Standard input and output, on real descriptors.

import Foundation
import LanguageServerProtocol
import Testing

/// The two ends of a pipe of the system.
private func makePipe() throws -> (input: FileDescriptor, output: FileDescriptor) {
  var ends: [Int32] = [0, 0]
  try #require(pipe(&ends) == 0)
  return (FileDescriptor(number: ends[0]), FileDescriptor(number: ends[1]))
}

private func readAll(_ descriptor: FileDescriptor) -> [UInt8] {
  var bytes: [UInt8] = []
  var buffer = [UInt8](repeating: 0, count: 1000)
  while true {
    let count = buffer.withUnsafeMutableBytes { descriptor.read(into: $0) }
    guard count > 0 else { return bytes }
    bytes += buffer.prefix(count)
  }
}

@Suite struct FileDescriptorTests {
  @Test func moreThanAPipeHoldsIsWrittenWhole() throws {
    let (input, output) = try makePipe()
    defer { close(input.number) }
    // Without blocking, the system takes a part, and then says that it would have to wait.
    _ = fcntl(output.number, F_SETFL, O_NONBLOCK)
    _ = fcntl(input.number, F_SETFL, O_NONBLOCK)
    let bytes = (0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
    Thread.detachNewThread {
      _ = bytes.withUnsafeBytes { output.write($0) }
      close(output.number)
    }
    #expect(readAll(input) == bytes)
  }

  @Test func aDescriptorThatCanNotBeUsedIsAtItsEnd() {
    let closed = FileDescriptor(number: -1)
    #expect(readAll(closed).isEmpty)
    #expect([UInt8]([1]).withUnsafeBytes { !closed.write($0) })
  }
}

@Suite struct StandardIOTests {
  #if os(Linux)
    /// By itself a pipe holds 64 kB; the rest would have to wait for the client.
    @Test(arguments: [nil, 1 << 19] as [Int32?])
    func aPipeHasRoomForALongAnswer(before: Int32?) async {
      await #expect(processExitsWith: .success) { [before] in
        let (clientInput, serverOutput) = try makePipe()
        let (setSize, getSize) = (Int32(1031), Int32(1032))
        if let before { try #require(fcntl(serverOutput.number, setSize, before) == before) }
        dup2(serverOutput.number, 1)
        let connection = try #require(StandardIO())
        let answer = [UInt8](repeating: 32, count: 200_000)
        try #require(connection.writeAtOnce(answer[...]) == answer.count)
        // What a client made larger stays so.
        try #require(fcntl(clientInput.number, getSize) >= before ?? 0)
      }
    }
  #endif

  @Test func onlyTheProtocolReachesTheClient() async {
    await #expect(processExitsWith: .success) {
      let (clientInput, serverOutput) = try makePipe()
      let (serverInput, clientOutput) = try makePipe()
      dup2(serverInput.number, 0)
      dup2(serverOutput.number, 1)
      close(serverInput.number)
      close(serverOutput.number)
      let connection = try #require(StandardIO())

      print("This must not reach the client.")
      fflush(nil)
      let message = OutgoingMessage.notification(method: .initialized)
      try #require(connection.write(message))
      var buffer = [UInt8](repeating: 0, count: 1000)
      let count = buffer.withUnsafeMutableBytes { clientInput.read(into: $0) }
      try #require(Array(buffer.prefix(count)) == message)

      try #require(message.withUnsafeBytes { clientOutput.write($0) })
      close(clientOutput.number)
      var reader = MessageReader(connection)
      guard case .message(let body) = reader.next() else { exit(2) }
      try #require(IncomingMessage(body: body).kind == .notification(method: "initialized"))
      let end = reader.next()
      try #require(end == nil)

      // A client that is gone makes writing fail; it does not end the process.
      close(clientInput.number)
      try #require(!connection.write(message))
    }
  }
}
