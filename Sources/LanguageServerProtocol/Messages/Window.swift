// Messages to the user (LSP 3.18, Window Features).

package import JSON

extension Method {
  package static let showMessage = Method(rawValue: "window/showMessage")
  package static let logMessage = Method(rawValue: "window/logMessage")
  package static let setTrace = Method(rawValue: "$/setTrace")
  package static let logTrace = Method(rawValue: "$/logTrace")
}

/// How a message is shown.
package enum MessageType: Int, Hashable, Sendable {
  case error = 1
  case warning = 2
  case info = 3
  case log = 4
}

/// `window/showMessage` and `window/logMessage`.
package struct ShowMessageParams: Hashable, Sendable {
  package var type: MessageType
  package var message: String

  package init(type: MessageType, message: String) {
    self.type = type
    self.message = message
  }
}

extension ShowMessageParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("type", type)
    writer.member("message", message)
    writer.endObject()
  }
}

/// How much the client wants to read about what we do.
package enum TraceValue: String, Hashable, Sendable {
  case off
  case messages
  case verbose
}

/// `$/setTrace`.
package struct SetTraceParams: Hashable, Sendable {
  /// Nil for a word that the protocol does not know.
  package var value: TraceValue?
}

extension SetTraceParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    value = try members.lenient("value")
  }
}

/// `$/logTrace`.
package struct LogTraceParams: Hashable, Sendable {
  package var message: String
  /// Only if the trace is `verbose`.
  package var verbose: String?

  package init(message: String, verbose: String? = nil) {
    self.message = message
    self.verbose = verbose
  }
}

extension LogTraceParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("message", message)
    writer.member("verbose", verbose)
    writer.endObject()
  }
}
