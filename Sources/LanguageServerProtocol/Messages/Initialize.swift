// The first request, by which client and server learn what the other can do (LSP 3.18, Initialize Request).

package import JSON

extension Method {
  package static let initialize = Method(rawValue: "initialize")
  package static let initialized = Method(rawValue: "initialized")
  package static let shutdown = Method(rawValue: "shutdown")
  package static let exit = Method(rawValue: "exit")
}

/// `initialize`.
///
/// Read leniently: a member of the wrong type counts as absent. A client that can't be started at all is worse than one
/// that gets less than it asked for.
package struct InitializeParams: Hashable, Sendable {
  /// The process that started us; we end when it is gone. Nil if there is none.
  package var processID: Int?
  package var clientInfo: ImplementationInfo?
  /// The folder that is open, from clients that do not send ``workspaceFolders``.
  package var rootURI: DocumentURI?
  /// The same as a path, from very old clients.
  package var rootPath: String?
  package var initializationOptions: JSONValue?
  package var capabilities: ClientCapabilities
  package var trace: TraceValue?
  /// The folders that are open. Nil and empty both mean that none is.
  package var workspaceFolders: [WorkspaceFolder]?
}

extension InitializeParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    capabilities = ClientCapabilities(nil)
    try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "processId": processID = try reader.readLeniently(Int.self)
      case "clientInfo": clientInfo = try reader.readLeniently(ImplementationInfo.self)
      case "rootUri": rootURI = try reader.readLeniently(DocumentURI.self)
      case "rootPath": rootPath = try reader.readLeniently(String.self)
      case "initializationOptions": initializationOptions = try JSONValue(from: &reader)
      case "capabilities": capabilities = ClientCapabilities(try JSONValue(from: &reader))
      case "trace": trace = try reader.readLeniently(String.self).flatMap(TraceValue.init(rawValue:))
      case "workspaceFolders":
        workspaceFolders = try reader.readLeniently([Lenient<WorkspaceFolder>].self)?.compactMap(\.value)
      default: try reader.skipValue()
      }
    }
  }
}

/// The name and version of the client or the server.
package struct ImplementationInfo: Hashable, Sendable {
  package var name: String
  package var version: String?

  package init(name: String, version: String? = nil) {
    self.name = name
    self.version = version
  }
}

extension ImplementationInfo: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    name = try members.required("name")
    version = try members.lenient("version")
  }
}

extension ImplementationInfo: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("version", version)
    writer.endObject()
  }
}

/// The answer to `initialize`.
package struct InitializeResult: Hashable, Sendable {
  package var capabilities: ServerCapabilities
  package var serverInfo: ImplementationInfo?

  package init(capabilities: ServerCapabilities, serverInfo: ImplementationInfo? = nil) {
    self.capabilities = capabilities
    self.serverInfo = serverInfo
  }
}

extension InitializeResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("capabilities", capabilities)
    writer.member("serverInfo", serverInfo)
    writer.endObject()
  }
}
