// Who leads to whom, over several steps (LSP 3.18, Call Hierarchy).

package import JSON

extension Method {
  package static let prepareCallHierarchy = Method(rawValue: "textDocument/prepareCallHierarchy")
  package static let incomingCalls = Method(rawValue: "callHierarchy/incomingCalls")
  package static let outgoingCalls = Method(rawValue: "callHierarchy/outgoingCalls")
}

/// A place in the hierarchy. The client sends it back to ask for the next step.
package struct CallHierarchyItem: Hashable, Sendable {
  package var name: String
  /// Always set by us; clients must set it, too.
  package var kind: SymbolKind?
  package var detail: String?
  package var uri: DocumentURI
  package var range: PositionRange
  /// Must lie inside the range.
  package var selectionRange: PositionRange
  package var data: JSONValue?

  package init(
    name: String,
    kind: SymbolKind? = nil,
    detail: String? = nil,
    uri: DocumentURI,
    range: PositionRange,
    selectionRange: PositionRange,
    data: JSONValue? = nil
  ) {
    self.name = name
    self.kind = kind
    self.detail = detail
    self.uri = uri
    self.range = range
    self.selectionRange = selectionRange
    self.data = data
  }
}

extension CallHierarchyItem: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    name = try members.required("name")
    kind = try members.lenient("kind")
    detail = try members.lenient("detail")
    uri = try members.required("uri")
    range = try members.required("range")
    selectionRange = try members.required("selectionRange")
    data = try members.lenient("data")
  }
}

extension CallHierarchyItem: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("name", name)
    writer.member("kind", kind)
    writer.member("detail", detail)
    writer.member("uri", uri)
    writer.member("range", range)
    writer.member("selectionRange", selectionRange)
    writer.member("data", data)
    writer.endObject()
  }
}

/// `callHierarchy/incomingCalls` and `callHierarchy/outgoingCalls`.
package struct CallHierarchyItemParams: Hashable, Sendable {
  package var item: CallHierarchyItem
}

extension CallHierarchyItemParams: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    item = try members.required("item")
  }
}

/// Someone who leads to the item.
package struct CallHierarchyIncomingCall: Hashable, Sendable {
  package var from: CallHierarchyItem
  /// Where, in the document of `from`.
  package var fromRanges: [PositionRange]

  package init(from: CallHierarchyItem, fromRanges: [PositionRange]) {
    self.from = from
    self.fromRanges = fromRanges
  }
}

extension CallHierarchyIncomingCall: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("from", from)
    writer.member("fromRanges", fromRanges)
    writer.endObject()
  }
}

/// Someone the item leads to.
package struct CallHierarchyOutgoingCall: Hashable, Sendable {
  package var to: CallHierarchyItem
  /// Where, in the document of the item asked about.
  package var fromRanges: [PositionRange]

  package init(to: CallHierarchyItem, fromRanges: [PositionRange]) {
    self.to = to
    self.fromRanges = fromRanges
  }
}

extension CallHierarchyOutgoingCall: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("to", to)
    writer.member("fromRanges", fromRanges)
    writer.endObject()
  }
}
