// Who leads to whom, over several steps (LSP 3.18, Call Hierarchy).

package import JSON

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
    var name: String?
    var kind: SymbolKind?
    var detail: String?
    var uri: DocumentURI?
    var range: PositionRange?
    var selectionRange: PositionRange?
    var data: JSONValue?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "name": name = try reader.readString()
      case "kind": kind = try reader.readLeniently(Int.self).flatMap(SymbolKind.init(rawValue:))
      case "detail": detail = try reader.readLeniently(String.self)
      case "uri": uri = try DocumentURI(from: &reader)
      case "range": range = try PositionRange(from: &reader)
      case "selectionRange": selectionRange = try PositionRange(from: &reader)
      case "data": data = try reader.readLeniently(JSONValue.self)
      default: try reader.skipValue()
      }
    }
    self.name = try required(name, "name", in: object)
    self.kind = kind
    self.detail = detail
    self.uri = try required(uri, "uri", in: object)
    self.range = try required(range, "range", in: object)
    self.selectionRange = try required(selectionRange, "selectionRange", in: object)
    self.data = data
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
    var item: CallHierarchyItem?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "item": item = try CallHierarchyItem(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.item = try required(item, "item", in: object)
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
