// The folders that the user has opened (LSP 3.18, Workspace Folders).

package import JSON

extension Method {
  package static let didChangeWorkspaceFolders = Method(rawValue: "workspace/didChangeWorkspaceFolders")
}

/// A folder.
package struct WorkspaceFolder: Hashable, Sendable {
  package var uri: DocumentURI
  /// What the user calls it.
  package var name: String
}

extension WorkspaceFolder: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
    name = try members.required("name")
  }
}

/// Which folders came and went.
package struct WorkspaceFoldersChangeEvent: Hashable, Sendable {
  package var added: [WorkspaceFolder]
  package var removed: [WorkspaceFolder]
}

extension WorkspaceFoldersChangeEvent: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    added = try members.required("added")
    removed = try members.required("removed")
  }
}

/// `workspace/didChangeWorkspaceFolders`.
package struct DidChangeWorkspaceFoldersParams: Hashable, Sendable {
  package var event: WorkspaceFoldersChangeEvent
}

extension DidChangeWorkspaceFoldersParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    event = try members.required("event")
  }
}

/// Whether we can serve several folders, and want to hear of changes.
package struct WorkspaceFoldersServerCapabilities: Hashable, Sendable {
  package var supported: Bool
  package var changeNotifications: Bool

  package init(supported: Bool, changeNotifications: Bool) {
    self.supported = supported
    self.changeNotifications = changeNotifications
  }
}

extension WorkspaceFoldersServerCapabilities: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("supported", supported)
    writer.member("changeNotifications", changeNotifications)
    writer.endObject()
  }
}
