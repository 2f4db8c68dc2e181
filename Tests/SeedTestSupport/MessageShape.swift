// What every message of a server must have (JSON-RPC 2.0; LSP 3.18, "Base Protocol").

internal import JSON

enum MessageShape {
  /// What is wrong with a message, or nil.
  static func problem(in message: JSONValue) -> String? {
    guard message.object != nil else { return "a message is no object" }
    guard message["jsonrpc"] == "2.0" else { return "`jsonrpc` is missing" }
    guard let method = message["method"] else { return problem(inResponse: message) }
    guard let name = method.string else { return "`method` is no string" }
    if let id = message["id"], id.integer == nil, id.string == nil {
      return "a request's `id` is neither number nor string"
    }
    guard let params = message["params"] else { return nil }
    guard params.object != nil || params.array != nil else { return "`params` is neither object nor array" }
    switch name {
    case "textDocument/publishDiagnostics": return problem(inReport: params)
    case "window/logMessage", "window/showMessage":
      guard let type = params["type"]?.integer, (1...5).contains(type) else { return "a message's `type` is unknown" }
      return params["message"]?.string == nil ? "a message has no text" : nil
    case "$/logTrace":
      return params["message"]?.string == nil ? "a trace has no text" : nil
    default: return nil
    }
  }

  private static func problem(inResponse message: JSONValue) -> String? {
    guard let id = message["id"] else { return "a response has no `id`" }
    guard id.integer != nil || id.string != nil || id.isNull else { return "a response's `id` has a wrong type" }
    guard let error = message["error"] else {
      return message["result"] == nil ? "a response has neither `result` nor `error`" : nil
    }
    guard message["result"] == nil else { return "a response has both `result` and `error`" }
    guard error["code"]?.integer != nil else { return "an error has no code" }
    guard let text = error["message"]?.string, !text.isEmpty else { return "an error has no message" }
    return nil
  }

  private static func problem(inReport params: JSONValue) -> String? {
    guard params["uri"]?.string != nil else { return "a report has no `uri`" }
    guard let diagnostics = params["diagnostics"]?.array else { return "a report has no `diagnostics`" }
    for diagnostic in diagnostics {
      guard let range = diagnostic["range"], isRange(range) else { return "a diagnostic has no range" }
      guard let severity = diagnostic["severity"]?.integer, (1...4).contains(severity) else {
        return "a diagnostic's severity is unknown"
      }
      guard let text = diagnostic["message"]?.string, !text.isEmpty else { return "a diagnostic has no message" }
    }
    return nil
  }

  /// Whether a value is a range that does not end before it starts.
  private static func isRange(_ range: JSONValue) -> Bool {
    guard let start = position(range["start"]), let end = position(range["end"]) else { return false }
    return start <= end
  }

  private static func position(_ value: JSONValue?) -> (Int, Int)? {
    guard let line = value?["line"]?.integer, let character = value?["character"]?.integer else { return nil }
    return line >= 0 && character >= 0 ? (line, character) : nil
  }
}
