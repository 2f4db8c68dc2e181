// Commands of the server (LSP 3.18, Execute a Command).

package import JSON

extension Method {
  package static let executeCommand = Method(rawValue: "workspace/executeCommand")
}

/// `workspace/executeCommand`.
package struct ExecuteCommandParams: Hashable, Sendable {
  package var command: String
  package var arguments: [JSONValue]?
}

extension ExecuteCommandParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    command = try members.required("command")
    arguments = try members.lenient("arguments")
  }
}

/// The commands that we can execute.
package struct ExecuteCommandOptions: Hashable, Sendable {
  package var commands: [String]

  package init(commands: [String]) {
    self.commands = commands
  }
}

extension ExecuteCommandOptions: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("commands", commands)
    writer.endObject()
  }
}
