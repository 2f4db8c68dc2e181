// What a client has received: filled by the thread that reads, and waited for by the test.

internal import Foundation
package import JSON
internal import LanguageServerProtocol

/// Why a test could not go on, with what had been received by then.
package struct ClientFailure: Error, CustomStringConvertible {
  package let description: String
}

/// Collects messages in order of arrival.
final class Inbox: @unchecked Sendable {
  private let lock = Lock()
  private var messages: [JSONValue] = []
  private var problems: [String] = []
  private var isConnected = true
  private var exitCode: Int32?

  /// How long a test waits for something that does not come. Nothing that works needs a fraction of it.
  private static let patience = Double(ProcessInfo.processInfo.environment["SEED_TEST_PATIENCE"] ?? "") ?? 60

  /// Reads until the server closes its side.
  func receive(from transport: any MessageTransport) {
    var reader = MessageReader(transport)
    while let event = reader.next() {
      switch event {
      case .message(let body): take(body)
      case .malformed(let error): change { problems.append("the server sent a malformed header: \(error)") }
      }
    }
    change { isConnected = false }
  }

  func serverEnded(_ code: Int32) {
    change { exitCode = code }
  }

  private func take(_ body: [UInt8]) {
    guard let message = try? JSONValue(json: body) else {
      return change { problems.append("the server sent what is no JSON: \(String(decoding: body, as: UTF8.self))") }
    }
    let problem = MessageShape.problem(in: message)
    change {
      messages.append(message)
      if let problem { problems.append("\(problem): \(message.text)") }
    }
  }

  private func change(_ body: () -> Void) {
    lock.withLock {
      body()
      lock.broadcast()
    }
  }

  // MARK: - Asking

  var all: [JSONValue] { lock.withLock { messages } }

  /// Everything that was wrong with what the server sent.
  var shapeProblems: [String] { lock.withLock { problems } }

  /// Waits until `find` finds something among the messages from `start` on.
  func wait<Found>(
    for what: @autoclosure () -> String, from start: Int = 0, _ find: (JSONValue) -> Found?
  ) throws(ClientFailure) -> Found {
    var next = start
    let found = try waitUntil(what()) { () -> Found?? in
      while next < messages.count {
        defer { next += 1 }
        if let found = find(messages[next]) { return found }
      }
      return isConnected ? nil : .some(nil)
    }
    guard let found else { throw failure("the server went away before \(what()) came") }
    return found
  }

  func waitForExit() throws(ClientFailure) -> Int32 {
    try waitUntil("the end of the server") { exitCode }
  }

  private func waitUntil<Found>(_ what: String, _ find: () -> Found?) throws(ClientFailure) -> Found {
    let deadline = Date(timeIntervalSinceNow: Self.patience)
    let found = lock.withLock { () -> Found? in
      while true {
        if let found = find() { return found }
        let rest = Int(deadline.timeIntervalSinceNow * 1000)
        guard rest > 0 else { return nil }
        _ = lock.wait(milliseconds: rest)
      }
    }
    guard let found else { throw failure("waited in vain for \(what)") }
    return found
  }

  private func failure(_ reason: String) -> ClientFailure {
    let last = all.suffix(20).map { "  " + String($0.text.prefix(400)) }
    return ClientFailure(
      description: "\(reason); the last of \(all.count) messages received:\n" + last.joined(separator: "\n"))
  }
}

extension JSONValue {
  /// As JSON.
  package var text: String { String(decoding: json(), as: UTF8.self) }
}
