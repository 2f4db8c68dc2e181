// What a client that asks for it is told about each message (LSP 3.18, "$/logTrace").

internal import JSON
internal import LanguageServerProtocol
internal import SeedWorkspace

extension Session {
  /// How many bytes of a message's parameters a trace shows at most: texts of whole notes are sent, too.
  private static let traceLimit = 4096

  /// - Parameter what: the kind of message and its method.
  func traceReceived(_ what: @autoclosure () -> String, _ message: IncomingMessage) {
    guard trace != .off else { return }
    var params: String?
    if trace == .verbose, let value = try? message.params(as: JSONValue.self) {
      let json = value.json()
      params = String(decoding: json.prefix(Self.traceLimit), as: UTF8.self) + (json.count > Self.traceLimit ? "…" : "")
    }
    client.notify(.logTrace, LogTraceParams(message: "received \(what())", verbose: params))
  }

  func traceAnswered(_ method: String, _ id: RequestID, after duration: @autoclosure () -> Duration) {
    guard trace != .off else { return }
    let text = "answered request `\(method)` (\(id.description)) in \(duration().microseconds) µs"
    client.notify(.logTrace, LogTraceParams(message: text))
  }
}

extension SentNotification {
  static let logTrace = SentNotification(
    .logTrace,
    "Only if the trace is not `off`: each message received, each answer with its time; `verbose` adds the "
      + "parameters, at most 4 kB of them.")
}
