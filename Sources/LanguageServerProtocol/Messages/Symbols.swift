// The outline of a document, and names in the whole workspace (LSP 3.18, Document Symbols, Workspace Symbols).

package import JSON

extension Method {
  package static let documentSymbol = Method(rawValue: "textDocument/documentSymbol")
  package static let workspaceSymbol = Method(rawValue: "workspace/symbol")
}

/// The icon. Those above ``array`` only for clients that list them.
package enum SymbolKind: Int, Hashable, Sendable {
  case file = 1
  case module = 2
  case namespace = 3
  case package = 4
  case `class` = 5
  case method = 6
  case property = 7
  case field = 8
  case constructor = 9
  case `enum` = 10
  case interface = 11
  case function = 12
  case variable = 13
  case constant = 14
  case string = 15
  case number = 16
  case boolean = 17
  case array = 18
  case object = 19
  case key = 20
  case null = 21
  case enumMember = 22
  case `struct` = 23
  case event = 24
  case `operator` = 25
  case typeParameter = 26
}

/// An entry of an outline with what is inside it. How deep it goes is ours to bound.
package struct DocumentSymbol: Hashable, Sendable {
  /// Must not be empty: VS Code refuses the whole outline then.
  package var name: String
  package var detail: String?
  package var kind: SymbolKind
  /// All of it.
  package var range: PositionRange
  /// Its name. It must lie inside the range: VS Code refuses the whole outline otherwise.
  package var selectionRange: PositionRange
  package var children: [DocumentSymbol]?

  package init(
    name: String,
    detail: String? = nil,
    kind: SymbolKind,
    range: PositionRange,
    selectionRange: PositionRange,
    children: [DocumentSymbol]? = nil
  ) {
    self.name = name
    self.detail = detail
    self.kind = kind
    self.range = range
    self.selectionRange = selectionRange
    self.children = children
  }
}

extension DocumentSymbol: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("detail", detail)
    writer.member("kind", kind)
    writer.member("range", range)
    writer.member("selectionRange", selectionRange)
    writer.member("children", children)
    writer.endObject()
  }
}

/// An entry of an outline for clients without `hierarchicalDocumentSymbolSupport`.
package struct SymbolInformation: Hashable, Sendable {
  package var name: String
  package var kind: SymbolKind
  package var location: Location
  package var containerName: String?

  package init(
    name: String,
    kind: SymbolKind,
    location: Location,
    containerName: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.location = location
    self.containerName = containerName
  }
}

extension SymbolInformation: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("kind", kind)
    writer.member("location", location)
    writer.member("containerName", containerName)
    writer.endObject()
  }
}

/// The answer to `textDocument/documentSymbol`.
package enum DocumentSymbolResult: Hashable, Sendable {
  case hierarchical([DocumentSymbol])
  case flat([SymbolInformation])
}

extension DocumentSymbolResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .hierarchical(let symbols): symbols.encode(to: &writer)
    case .flat(let symbols): symbols.encode(to: &writer)
    }
  }
}

/// `workspace/symbol`.
package struct WorkspaceSymbolParams: Hashable, Sendable {
  /// What the user typed. Empty for all symbols.
  package var query: String
}

extension WorkspaceSymbolParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    query = try members.required("query")
  }
}

/// A name in the workspace.
package struct WorkspaceSymbol: Hashable, Sendable {
  package var name: String
  package var kind: SymbolKind
  package var containerName: String?
  package var location: Location
  /// Comes back unchanged with `workspaceSymbol/resolve`.
  package var data: JSONValue?

  package init(
    name: String,
    kind: SymbolKind,
    containerName: String? = nil,
    location: Location,
    data: JSONValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.containerName = containerName
    self.location = location
    self.data = data
  }
}

extension WorkspaceSymbol: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("kind", kind)
    writer.member("containerName", containerName)
    writer.member("location", location)
    writer.member("data", data)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var hierarchicalDocumentSymbols: Bool {
    announced["documentSymbol"]["hierarchicalDocumentSymbolSupport"].flag
  }
}
