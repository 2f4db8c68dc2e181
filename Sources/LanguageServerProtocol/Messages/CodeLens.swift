// Lines of information above a place, which can start a command (LSP 3.18, Code Lens Request).

package import JSON

extension Method {
  package static let codeLens = Method(rawValue: "textDocument/codeLens")
  package static let refreshCodeLenses = Method(rawValue: "workspace/codeLens/refresh")
}

/// One lens. Without a command it is shown only after it has been resolved.
package struct CodeLens: Hashable, Sendable {
  /// Must lie on one line.
  package var range: PositionRange
  package var command: Command?
  /// Comes back unchanged with `codeLens/resolve`.
  package var data: JSONValue?

  package init(range: PositionRange, command: Command? = nil, data: JSONValue? = nil) {
    self.range = range
    self.command = command
    self.data = data
  }
}

extension CodeLens: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", range)
    writer.member("command", command)
    writer.member("data", data)
    writer.endObject()
  }
}
