// The session with one client: everything that the loop owns, and where each message goes.

internal import LanguageServerProtocol
internal import SeedSyntax
internal import SeedWorkspace

/// What the server knows about its client, its folders and its open documents. Owned by the loop alone.
final class Session {
  /// How far the conversation has got (LSP 3.18, "Server lifecycle").
  enum Phase {
    case uninitialized
    case running
    case shutDown
  }

  let client: Client
  let queue: EventQueue
  let log: Log
  var phase = Phase.uninitialized
  /// Set when the process shall end.
  var exitCode: Int32?
  var capabilities = ClientCapabilities(nil)
  /// What columns count in this session.
  var unit = ColumnUnit.utf16
  var trace = TraceValue.off
  /// The folders that the client has open, whether or not one lies inside another.
  var workspaceFolders: [DocumentURI] = []
  /// The studies: what is open of the workspace folders, and what was made for documents outside of them.
  var folders: [StudyFolder] = []
  var openDocuments: [DocumentURI: OpenDocument] = [:]
  /// What is being read.
  let loads = RunningLoads()
  /// How long a report on a change may wait for a pause.
  let longestReportDelay: Duration
  /// When the first change came that has not been reported; nil if all have been.
  var oldestUnreportedChange: Duration?
  var sentTokens = SentTokens()
  var settings = Settings()

  init(client: Client, queue: EventQueue, log: Log, longestReportDelay: Duration) {
    self.client = client
    self.queue = queue
    self.log = log
    self.longestReportDelay = longestReportDelay
  }

  /// The whole answer to a request.
  func answer(id: RequestID, method: String, _ message: IncomingMessage) -> [UInt8] {
    traceReceived("request `\(method)` (\(id.description))", message)
    do throws(ResponseError) {
      switch phase {
      case .uninitialized where method != Method.initialize.rawValue:
        throw ResponseError(.serverNotInitialized, "The first request must be `initialize`, not `\(method)`.")
      case .shutDown:
        throw ResponseError(.invalidRequest, "After `shutdown` only `exit` may follow, not `\(method)`.")
      case .uninitialized, .running:
        break
      }
      guard case .request(let handle)? = RoutingTable.route(method)?.handler else {
        throw ResponseError(.methodNotFound, "The method `\(method)` is not supported.")
      }
      return try handle(self, id, message)
    } catch {
      log.write("\(method) was refused: \(error.message)")
      return OutgoingMessage.response(id: id, error: error)
    }
  }

  /// Acts on a notification. Nobody waits for an answer, so what is wrong with one is told in the client's log.
  func receive(method: String, _ message: IncomingMessage) {
    guard phase == .running || method == Method.exit.rawValue else { return }
    traceReceived("notification `\(method)`", message)
    guard case .notification(let handle)? = RoutingTable.route(method)?.handler else {
      log.write("ignored \(method)")
      return
    }
    if oldestUnreportedChange == nil { oldestUnreportedChange = MonotonicTime.now }
    do throws(ResponseError) {
      try handle(self, message)
    } catch {
      client.logMessage(.error, "\(method): \(error.message)")
    }
  }

  /// Tells the client that something was no message. One that has not been initialised may only be sent answers.
  func report(_ error: FramingError) {
    let text = "A message could not be read and was skipped: \(error)"
    if phase == .uninitialized {
      client.respond(OutgoingMessage.response(id: nil, error: ResponseError(.parseError, text)))
    } else {
      client.logMessage(.error, text)
    }
  }

  /// The client closed its side without `exit`.
  func end() {
    if exitCode == nil { exitCode = phase == .shutDown ? 0 : 1 }
  }
}
