// The session with one client: everything that the loop owns, and where each message goes.

internal import JSON
internal import LanguageServerProtocol
internal import SeedSyntax
internal import SeedWorkspace

/// What the server knows about its client, and what is open for it. Owned by the loop alone.
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
  /// Whether the client has said so; before that it may not be asked anything.
  var isInitialized = false
  /// Set when the process shall end.
  var exitCode: Int32?
  /// Whether it ends because the client said so, and not because the client is gone.
  var hasClientSaidExit = false
  var capabilities = ClientCapabilities(nil)
  /// What columns count in this session.
  var unit = ColumnUnit.utf16
  var trace = TraceValue.off
  /// The folders and documents that are open, and their studies.
  let workspace: Workspace
  /// What a request leaves to be done when its answer is on its way.
  var afterAnswer: (() -> Void)?
  /// To be called before work that can take longer than a client should wait to be heard.
  var willTakeLong: () -> Void = {}
  let timing: Timing
  /// When the first change came that has not been reported; nil if all have been.
  var oldestUnreportedChange: Duration?
  var sentTokens = SentTokens()
  var settings = Settings()
  /// What the settings are without those that the client is asked for.
  var initialSettings = Settings()
  var sentRequests = SentRequests()
  var registrations = Registrations()
  var refreshes = Refreshes()
  var lastProgressToken = 0
  var diagnosticsState = DiagnosticsState()
  var recentRenames = RecentRenames()

  init(client: Client, queue: EventQueue, log: Log, timing: Timing) {
    self.client = client
    self.queue = queue
    self.log = log
    self.timing = timing
    workspace = Workspace(queue: queue, timing: timing)
    workspace.doMeanwhile = { [unowned self] in
      willTakeLong()
      handle(queue.takeInner())
    }
  }

  /// How a request is answered.
  enum Answer {
    /// The whole answer.
    case ready([UInt8])
    /// What gives the whole answer on another thread, because it takes long.
    case work(@Sendable () -> [UInt8])
  }

  /// Answers a request, or says how it will be.
  func answer(id: RequestID, method: String, _ message: IncomingMessage) -> Answer {
    traceReceived("request `\(method)` (\(id.description))", message)
    defer { tellNews() }
    do throws(ResponseError) {
      switch phase {
      case .uninitialized where method != Method.initialize.rawValue:
        throw ResponseError(.serverNotInitialized, "The first request must be `initialize`, not `\(method)`.")
      case .shutDown:
        throw ResponseError(.invalidRequest, "After `shutdown` only `exit` may follow, not `\(method)`.")
      case .uninitialized, .running:
        break
      }
      let route = RoutingTable.route(method)
      if let feature = route?.feature, !settings.isEnabled(feature) {
        return .ready(OutgoingMessage.response(id: id, result: JSONValue.null))
      }
      if route?.mayTakeLong == true { willTakeLong() }
      switch route?.handler {
      case .request(let handle)?: return .ready(try handle(self, id, message))
      case .longRequest(let handle)?: return .work(try handle(self, id, message))
      case .notification?, .reader?, nil:
        throw ResponseError(.methodNotFound, "The method `\(method)` is not supported.")
      }
    } catch {
      log.write("\(method) was refused: \(error.message)")
      return .ready(OutgoingMessage.response(id: id, error: error))
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
    defer { tellNews() }
    noteChange()
    if method != Method.didChange.rawValue { diagnosticsState.isDue = true }
    do throws(ResponseError) {
      try handle(self, message)
    } catch {
      client.logMessage(.error, "\(method): \(error.message)")
    }
  }

  /// Does what is not about a message of the client.
  func handle(_ event: InnerEvent) {
    // Before `initialize` there is nothing to do, and after `shutdown` nothing more is said.
    guard phase == .running else { return }
    defer { tellNews() }
    switch event {
    case .answer(let message):
      guard case .response(let id, let error) = message.kind else { return }
      receiveAnswer(to: id, error: error, message)
    case .folderLoaded:
      diagnosticsState.isDue = true
      workspace.takeLoadedNotes()
    case .loadingTakesLong(let loading):
      showProgress(of: loading)
    case .filesChanged(let changes):
      noteChange()
      diagnosticsState.isDue = true
      workspace.apply(changes)
    }
  }

  /// Passes on what happened to what is open.
  func tellNews() {
    for news in workspace.takeNews() {
      switch news {
      case .message(let type, let text): client.logMessage(type, text)
      case .withdrawn(let uri): publish(uri, [])
      case .foldersChanged: if isInitialized { registerWatchers() }
      case .configurationsRead(let folder): publishConfigurations(of: folder)
      case .loadingEnded(let loading): endProgress(of: loading)
      case .answersChanged: refreshAnswers()
      }
    }
  }

  /// Notes that something may have changed what is to be reported.
  func noteChange() {
    diagnosticsState.heardOfChange()
    if oldestUnreportedChange == nil { oldestUnreportedChange = MonotonicTime.now }
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

  /// Tells the loop, from any thread, that the client is gone: it would not see that while it waits for a folder, or for the
  /// client to read.
  var clientIsGone: @Sendable () -> Void {
    { [loads = workspace.loads, queue, client] in
      loads.stop()
      queue.put(.endOfInput)
      client.release()
    }
  }

  /// The client closed its side without `exit`.
  func end() {
    if exitCode == nil { exitCode = phase == .shutDown ? 0 : 1 }
  }
}

extension Session {
  /// What is needed to answer a question about a document; nil if it isn't open or is no seed file.
  func question(_ uri: DocumentURI) throws(ResponseError) -> Question? {
    let question = try workspace.question(uri, unit)
    if question?.isLong == true { willTakeLong() }
    return question
  }
}
