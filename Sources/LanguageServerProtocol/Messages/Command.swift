// A command that the client can have executed (LSP 3.18, Command).

package import JSON

/// What a code lens or a code action starts.
package struct Command: Hashable, Sendable {
  package var title: String
  /// The name, as for `workspace/executeCommand`. Empty for a lens that only shows its title.
  package var command: String
  package var arguments: [JSONValue]?

  package init(title: String, command: String, arguments: [JSONValue]? = nil) {
    self.title = title
    self.command = command
    self.arguments = arguments
  }
}

extension Command: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("title", title)
    writer.member("command", command)
    writer.member("arguments", arguments)
    writer.endObject()
  }
}
