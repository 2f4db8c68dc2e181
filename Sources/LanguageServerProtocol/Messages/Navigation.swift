// From a name to its definition and its uses (LSP 3.18, Go to Definition, Find References, Document Highlights).

package import JSON

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
    var includeDeclaration: Bool?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "includeDeclaration": includeDeclaration = try reader.readBoolean()
      default: try reader.skipValue()
      }
    }
    self.includeDeclaration = try required(includeDeclaration, "includeDeclaration", in: object)
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
    var textDocument: TextDocumentIdentifier?
    var position: Position?
    var context: ReferenceContext?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "textDocument": textDocument = try TextDocumentIdentifier(from: &reader)
      case "position": position = try Position(from: &reader)
      case "context": context = try reader.readLeniently(ReferenceContext.self)
      default: try reader.skipValue()
      }
    }
    self.textDocument = try required(textDocument, "textDocument", in: object)
    self.position = try required(position, "position", in: object)
    self.context = context
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
