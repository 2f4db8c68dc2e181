// From a name to its definition and its uses (LSP 3.18, Go to Definition, Find References, Document Highlights).

package import JSON

extension Method {
  package static let declaration = Method(rawValue: "textDocument/declaration")
  package static let definition = Method(rawValue: "textDocument/definition")
  package static let typeDefinition = Method(rawValue: "textDocument/typeDefinition")
  package static let implementation = Method(rawValue: "textDocument/implementation")
  package static let references = Method(rawValue: "textDocument/references")
  package static let documentHighlight = Method(rawValue: "textDocument/documentHighlight")
}

/// The answer to the requests for a definition, declaration, type definition or implementation.
package enum DefinitionResult: Hashable, Sendable {
  case locations([Location])
  /// Only for clients with `linkSupport` for the request.
  case links([LocationLink])
}

extension DefinitionResult: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    switch self {
    case .locations(let locations): locations.encode(to: &writer)
    case .links(let links): links.encode(to: &writer)
    }
  }
}

/// Many locations, such as the answer to a request for references.
package struct LocationList: Hashable, Sendable {
  package var locations: [Location]

  package init(_ locations: [Location]) {
    self.locations = locations
  }
}

extension LocationList: JSONEncodable {
  /// An array by itself would write each of its elements through a witness, which takes a copy.
  package func encode(to writer: inout JSONWriter) {
    writer.beginArray()
    writer.write(elements: locations)
    writer.endArray()
  }
}

/// What counts as a reference.
package struct ReferenceContext: Hashable, Sendable {
  package var includeDeclaration: Bool
}

extension ReferenceContext: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    includeDeclaration = try members.required("includeDeclaration")
  }
}

/// `textDocument/references`.
package struct ReferenceParams: Hashable, Sendable {
  package var textDocument: TextDocumentIdentifier
  package var position: Position
  /// Required by the protocol, but left out by some plug-ins.
  package var context: ReferenceContext?
}

extension ReferenceParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    textDocument = try members.required("textDocument")
    position = try members.required("position")
    context = try members.lenient("context")
  }
}

/// How a name is used.
package enum DocumentHighlightKind: Int, Hashable, Sendable {
  case text = 1
  case read = 2
  case write = 3
}

/// A use of the name under the cursor in the same document.
package struct DocumentHighlight: Hashable, Sendable {
  package var range: PositionRange
  package var kind: DocumentHighlightKind?

  package init(range: PositionRange, kind: DocumentHighlightKind? = nil) {
    self.range = range
    self.kind = kind
  }
}

extension DocumentHighlight: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("range", range)
    writer.member("kind", kind)
    writer.endObject()
  }
}

extension TextDocumentClientCapabilities {
  package var linkSupport: LinkSupport { LinkSupport(announced) }

  /// For which requests a ``LocationLink`` may be the answer.
  package struct LinkSupport: Hashable, Sendable {
    package var declaration: Bool
    package var definition: Bool
    package var typeDefinition: Bool
    package var implementation: Bool

    init(_ textDocument: Capability) {
      declaration = textDocument["declaration"]["linkSupport"].flag
      definition = textDocument["definition"]["linkSupport"].flag
      typeDefinition = textDocument["typeDefinition"]["linkSupport"].flag
      implementation = textDocument["implementation"]["linkSupport"].flag
    }
  }
}
