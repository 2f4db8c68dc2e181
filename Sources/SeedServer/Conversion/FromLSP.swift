// From the protocol's terms to ours. Lines and columns are zero-based in both; a column counts the session's unit.

internal import LanguageServerProtocol
internal import SeedSyntax

enum FromLSP {
  /// The unit that columns count in this session, and what to announce.
  ///
  /// `utf-16` whenever the client lists it or lists nothing (VS Code's client accepts nothing else); else the first of the
  /// client's that we know (LSP 3.18, "PositionEncodingKind").
  static func encoding(offered: [PositionEncoding]) -> PositionEncoding {
    offered.contains(.utf16) ? .utf16 : offered.first ?? .utf16
  }

  static func unit(_ encoding: PositionEncoding) -> ColumnUnit {
    switch encoding {
    case .utf8: .utf8
    case .utf16: .utf16
    case .utf32: .utf32
    }
  }

  /// The byte offset of a position. Past a line's end is the line's end, past the last line the end of the text.
  static func offset(_ position: Position, in document: Document, _ unit: ColumnUnit) -> Int {
    document.offset(line: position.line, column: position.character, unit: unit)
  }

  /// The bytes of a range; a reversed one is an error.
  static func range(
    _ range: PositionRange, in document: Document, _ unit: ColumnUnit
  ) throws(ResponseError) -> ByteRange {
    guard range.start <= range.end else {
      throw ResponseError(
        .invalidParams,
        "The range ends at \(range.end.line):\(range.end.character), before its start at "
          + "\(range.start.line):\(range.start.character); the change was ignored.")
    }
    return ByteRange(offset(range.start, in: document, unit), offset(range.end, in: document, unit))
  }
}
