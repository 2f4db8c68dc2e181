// A client for tests of the server: it sends what it is told, and waits for answers without ever sleeping.

internal import Foundation
package import JSON
internal import LanguageServerProtocol
package import SeedServer

/// A client of a server in this process or in one of its own.
///
/// What it waits for and does not get is an error that shows what came instead. Everything the server sends is checked to be
/// a well-formed message; ``end()`` and every wait fail when something was not.
package final class TestClient: @unchecked Sendable {
  private let transport: any MessageTransport
  private let closeOutput: @Sendable () -> Void
  private let close: @Sendable () -> Void
  private let inbox = Inbox()
  private let lock = Lock()
  private var lastID = 0

  /// The process id of a server that is a process of its own.
  package internal(set) var processID: Int32?

  /// - Parameters:
  ///   - transport: what leads to the server.
  ///   - closeOutput: ends what the server reads.
  ///   - close: ends both directions.
  ///   - start: starts the server; it calls what it is given with the exit code when the server has ended.
  init(
    transport: any MessageTransport, closeOutput: @escaping @Sendable () -> Void, close: @escaping @Sendable () -> Void,
    start: (@escaping @Sendable (Int32) -> Void) throws -> Void
  ) rethrows {
    self.transport = transport
    self.closeOutput = closeOutput
    self.close = close
    let inbox = inbox
    Thread.detachNewThread { inbox.receive(from: transport) }
    try start { inbox.serverEnded($0) }
  }

  deinit { close() }

  /// A client of a server in this process, which has not been initialised.
  package static func uninitialized(
    log: Log = Log(), timing: Timing = Timing(), capacity: Int = .max
  ) -> TestClient {
    let (clientEnd, serverEnd) = InMemoryPipe.pair(capacity: capacity)
    return TestClient(transport: clientEnd, closeOutput: { clientEnd.closeOutput() }, close: { clientEnd.close() }) {
      ended in
      Thread.detachNewThread {
        let code = Server(transport: serverEnd, log: log, timing: timing).run()
        serverEnd.close()
        ended(code)
      }
    }
  }

  /// A client of a server in this process, which has been initialised.
  ///
  /// - Parameters:
  ///   - folders: the URIs of the workspace folders.
  ///   - options: the `initializationOptions`.
  ///   - trace: the trace from the start.
  ///   - capacity: how many bytes the connection holds in each direction.
  package static func start(
    folders: [String] = [], capabilities: JSONValue = [:], options: JSONValue? = nil, trace: JSONValue? = nil,
    log: Log = Log(), timing: Timing = Timing(), capacity: Int = .max
  ) throws -> TestClient {
    let client = uninitialized(log: log, timing: timing, capacity: capacity)
    try client.initialize(folders: folders, capabilities: capabilities, options: options, trace: trace)
    return client
  }

  /// A client that doesn't wait for the answer to `initialize`: what it says next, the server hears while it reads the folder.
  package static func startWithoutWaiting(folder: String) -> TestClient {
    let client = uninitialized()
    client.send(
      message("initialize", ["workspaceFolders": [["uri": .string(folder), "name": "notes"]]], id: "initialize"))
    return client
  }

  @discardableResult
  package func initialize(
    folders: [String] = [], capabilities: JSONValue = [:], options: JSONValue? = nil, trace: JSONValue? = nil
  ) throws -> JSONValue {
    var params: JSONObject = ["processId": nil, "rootUri": nil, "capabilities": capabilities]
    params["workspaceFolders"] = .array(folders.map { ["uri": .string($0), "name": "notes"] })
    params["initializationOptions"] = options
    params["trace"] = trace
    let result = try request("initialize", .object(params))
    notify("initialized", [:])
    return result
  }

  // MARK: - Sending

  /// Sends bytes as they are.
  package func send(bytes: [UInt8]) { _ = transport.write(bytes) }

  package func send(_ message: JSONValue) { send(bytes: OutgoingMessage.framed(body: message.json())) }

  package func notify(_ method: String, _ params: JSONValue? = nil) {
    send(Self.message(method, params, id: nil))
  }

  /// Sends a request.
  ///
  /// - Returns: its id.
  package func ask(_ method: String, _ params: JSONValue? = nil) -> JSONValue {
    let id = nextID()
    send(Self.message(method, params, id: id))
    return id
  }

  /// An id that no request has had.
  package func nextID() -> JSONValue {
    lock.withLock {
      lastID += 1
      return .integer(lastID)
    }
  }

  package static func message(_ method: String, _ params: JSONValue?, id: JSONValue?) -> JSONValue {
    var message: JSONObject = ["jsonrpc": "2.0"]
    message["id"] = id
    message["method"] = .string(method)
    message["params"] = params
    return .object(message)
  }

  // MARK: - Receiving

  /// Everything received so far, in order.
  package var messages: [JSONValue] { inbox.all }

  /// Waits for a message of which `find` makes something.
  ///
  /// - Parameter start: how many of the messages to pass over.
  package func wait<Found>(
    for what: @autoclosure () -> String, from start: Int = 0, _ find: (JSONValue) -> Found?
  ) throws -> Found {
    let found = try inbox.wait(for: what(), from: start, find)
    try checkShapes()
    return found
  }

  /// Waits for the whole response to a request.
  package func response(to id: JSONValue) throws -> JSONValue {
    try wait(for: "the response to request \(id.text)") { message in
      // Not `nil`, which could be taken for the JSON value.
      message["id"] == id && message["method"] == nil ? .some(message) : Optional<JSONValue>.none
    }
  }

  /// Sends a request and waits for its result.
  package func request(_ method: String, _ params: JSONValue? = nil) throws -> JSONValue {
    let response = try response(to: ask(method, params))
    guard let result = response["result"] else {
      throw ClientFailure(description: "\(method) was refused: \(response.text)")
    }
    return result
  }

  /// Sends a request that is to be refused, and waits for the error.
  package func refusal(_ method: String, _ params: JSONValue? = nil) throws -> JSONValue {
    let response = try response(to: ask(method, params))
    guard let error = response["error"] else {
      throw ClientFailure(description: "\(method) was answered: \(response.text)")
    }
    return error
  }

  /// Waits for a log message that holds some words.
  @discardableResult
  package func logMessage(containing words: String, from start: Int = 0) throws -> JSONValue {
    try message("window/logMessage", containing: words, from: start)
  }

  /// Waits for a message to the user that holds some words.
  @discardableResult
  package func shownMessage(containing words: String, from start: Int = 0) throws -> JSONValue {
    try message("window/showMessage", containing: words, from: start)
  }

  private func message(_ method: String, containing words: String, from start: Int) throws -> JSONValue {
    try wait(for: "a \(method) with “\(words)”", from: start) { message in
      guard message["method"]?.string == method, let params = message["params"],
        params["message"]?.string?.contains(words) == true
      else { return Optional<JSONValue>.none }
      return params
    }
  }

  /// Waits until the server has handled everything that was sent before.
  package func synchronize() throws {
    _ = try response(to: ask("test/synchronize"))
  }

  // MARK: - Ending

  package func endInput() { closeOutput() }

  package func waitForExit() throws -> Int32 {
    let code = try inbox.waitForExit()
    try checkShapes()
    return code
  }

  /// Ends the conversation as the protocol says, and gives the exit code.
  @discardableResult
  package func end() throws -> Int32 {
    _ = try request("shutdown")
    notify("exit")
    return try waitForExit()
  }

  private func checkShapes() throws {
    let problems = inbox.shapeProblems
    guard problems.isEmpty else { throw ClientFailure(description: problems.joined(separator: "\n")) }
  }
}
