// The folders that the user has opened (LSP 3.18, Workspace Folders).

package import JSON

/// A folder.
package struct WorkspaceFolder: Hashable, Sendable {
  package var uri: DocumentURI
  /// What the user calls it.
  package var name: String

  package init(uri: DocumentURI, name: String) {
    self.uri = uri
    self.name = name
  }
}

extension WorkspaceFolder: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var uri: DocumentURI?
    var name: String?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "uri": uri = try DocumentURI(from: &reader)
      case "name": name = try reader.readString()
      default: try reader.skipValue()
      }
    }
    self.uri = try required(uri, "uri", in: object)
    self.name = try required(name, "name", in: object)
  }
}

extension WorkspaceFolder: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("uri", uri)
    writer.member("name", name)
    writer.endObject()
  }
}

/// Which folders came and went.
package struct WorkspaceFoldersChangeEvent: Hashable, Sendable {
  package var added: [WorkspaceFolder]
  package var removed: [WorkspaceFolder]
}

extension WorkspaceFoldersChangeEvent: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var added: [WorkspaceFolder]?
    var removed: [WorkspaceFolder]?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "added": added = try reader.readArray(of: WorkspaceFolder.self)
      case "removed": removed = try reader.readArray(of: WorkspaceFolder.self)
      default: try reader.skipValue()
      }
    }
    self.added = try required(added, "added", in: object)
    self.removed = try required(removed, "removed", in: object)
  }
}

/// `workspace/didChangeWorkspaceFolders`.
package struct DidChangeWorkspaceFoldersParams: Hashable, Sendable {
  package var event: WorkspaceFoldersChangeEvent
}

extension DidChangeWorkspaceFoldersParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var event: WorkspaceFoldersChangeEvent?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "event": event = try WorkspaceFoldersChangeEvent(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.event = try required(event, "event", in: object)
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
