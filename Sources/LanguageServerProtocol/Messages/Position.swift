// Places in a document (LSP 3.18, Position, Range, Location).

package import JSON

/// A place between two characters. Nothing is promised about the document: the line may not exist.
package struct Position: Hashable, Sendable {
  /// The line, from zero.
  package var line: Int
  /// The offset in the line, from zero, in units of the negotiated position encoding. Beyond the line's end it means
  /// the end.
  package var character: Int

  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }
}

// Positions come with each keystroke, and so are read at once rather than after a walk over their members.

extension Position: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var line: Int?
    var character: Int?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "line": line = try reader.readUnsigned()
      case "character": character = try reader.readUnsigned()
      default: try reader.skipValue()
      }
    }
    self.line = try required(line, "line", in: object)
    self.character = try required(character, "character", in: object)
  }
}

extension Position: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("line", line)
    writer.member("character", character)
    writer.endObject()
  }
}

/// The protocol's `Range`: from a start up to, and not including, an end. A client may send it reversed.
package struct PositionRange: Hashable, Sendable {
  package var start: Position
  package var end: Position

  package init(start: Position, end: Position) {
    self.start = start
    self.end = end
  }
}

extension PositionRange: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    var start: Position?
    var end: Position?
    let object = try reader.beginObject()
    while let key = try reader.nextKey() {
      switch key {
      case "start": start = try Position(from: &reader)
      case "end": end = try Position(from: &reader)
      default: try reader.skipValue()
      }
    }
    self.start = try required(start, "start", in: object)
    self.end = try required(end, "end", in: object)
  }
}

extension PositionRange: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.write(
      form: #"{"start":{"line":"#, start.line, #","character":"#, start.character, #"},"end":{"line":"#, end.line,
      #","character":"#, end.character, "}}")
  }
}

/// A range in a document.
package struct Location: Hashable, Sendable {
  package var uri: DocumentURI
  package var range: PositionRange

  package init(uri: DocumentURI, range: PositionRange) {
    self.uri = uri
    self.range = range
  }
}

extension Location: JSONDecodable {
  package init(from reader: inout JSONReader) throws(JSONError) {
    let members = try JSONMembers(from: &reader)
    uri = try members.required("uri")
    range = try members.required("range")
  }
}

extension Location: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.writeKey("uri")
    uri.encode(to: &writer)
    writer.writeKey("range")
    range.encode(to: &writer)
    writer.endObject()
  }
}

/// A location together with what leads to it. Only for clients with `linkSupport`.
package struct LocationLink: Hashable, Sendable {
  /// What the editor underlines at the place of the request; a word if it is nil.
  package var originSelectionRange: PositionRange?
  package var targetURI: DocumentURI
  /// The whole of the target, such as a statement.
  package var targetRange: PositionRange
  /// The part to select, such as a name. It must lie inside the target range.
  package var targetSelectionRange: PositionRange

  package init(
    originSelectionRange: PositionRange? = nil,
    targetURI: DocumentURI,
    targetRange: PositionRange,
    targetSelectionRange: PositionRange
  ) {
    self.originSelectionRange = originSelectionRange
    self.targetURI = targetURI
    self.targetRange = targetRange
    self.targetSelectionRange = targetSelectionRange
  }
}

extension LocationLink: JSONEncodable {
  package func encode(to writer: inout JSONWriter) {
    writer.beginObject()
    writer.member("originSelectionRange", originSelectionRange)
    writer.member("targetUri", targetURI)
    writer.member("targetRange", targetRange)
    writer.member("targetSelectionRange", targetSelectionRange)
    writer.endObject()
  }
}

extension Position: Comparable {
  package static func < (left: Position, right: Position) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

/// What a column counts (LSP 3.17, PositionEncodingKind).
package enum PositionEncoding: String, Hashable, Sendable {
  /// Bytes.
  case utf8 = "utf-8"
  /// UTF-16 units. What is meant when nothing is negotiated.
  case utf16 = "utf-16"
  /// Unicode scalars.
  case utf32 = "utf-32"
}
