// Commands of the server, and edits at its own wish (LSP 3.18, Execute a Command, Applies a WorkspaceEdit).

package import JSON

/// `workspace/executeCommand`.
package struct ExecuteCommandParams: Hashable, Sendable {
  package var command: String
  package var arguments: [JSONValue]?
  package var workDoneToken: ProgressToken?
}

extension ExecuteCommandParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var command: String?
    var arguments: [JSONValue]?
    var workDoneToken: ProgressToken?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "command": command = try reader.readString()
      case "arguments": arguments = try reader.readLeniently([JSONValue].self)
      case "workDoneToken": workDoneToken = try reader.readLeniently(ProgressToken.self)
      default: try reader.skipValue()
      }
    }
    self.command = try required(command, "command", in: object)
    self.arguments = arguments
    self.workDoneToken = workDoneToken
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

/// `workspace/applyEdit`, a request of ours.
package struct ApplyWorkspaceEditParams: Hashable, Sendable {
  /// What the editor calls it in its list of undoable steps.
  package var label: String?
  package var edit: WorkspaceEdit

  package init(label: String? = nil, edit: WorkspaceEdit) {
    self.label = label
    self.edit = edit
  }
}

extension ApplyWorkspaceEditParams: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("label", label)
    writer.member("edit", edit)
    writer.endObject()
  }
}

/// What became of the edit.
package struct ApplyWorkspaceEditResult: Hashable, Sendable {
  package var applied: Bool
  package var failureReason: String?
}

extension ApplyWorkspaceEditResult: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var applied: Bool?
    var failureReason: String?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "applied": applied = try reader.readBoolean()
      case "failureReason": failureReason = try reader.readLeniently(String.self)
      default: try reader.skipValue()
      }
    }
    self.applied = try required(applied, "applied", in: object)
    self.failureReason = failureReason
  }
}
