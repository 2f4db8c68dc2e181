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

extension Command: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var title: String?
    var command: String?
    var arguments: [JSONValue]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "title": title = try reader.readString()
      case "command": command = try reader.readString()
      case "arguments": arguments = try reader.readLeniently([JSONValue].self)
      default: try reader.skipValue()
      }
    }
    self.title = try required(title, "title", in: object)
    self.command = try required(command, "command", in: object)
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
