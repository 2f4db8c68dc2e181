// Which name stands at a place of a note: what every feature that answers about a name asks first.

package import SeedModel
internal import SeedStudy
package import SeedSyntax

/// A name with the place where it stands in the asked note.
package struct NameAtCursor: Hashable, Sendable {
  /// The name that is meant. Where a label says only `s`, and in the heading that numbers the note, it is the id of the
  /// note's source.
  package let name: String
  /// What the name is there for; nil in the heading that numbers the note.
  package let role: Role?
  /// The bytes of the name in the asked note; in the heading, those of the number.
  package let range: ByteRange
}

extension Snapshot {
  /// The name that the cursor at `offset` is in or at one of the ends of; nil where no name stands.
  ///
  /// Names are those of coding blocks, of labels, of prose and of the source heading. A name in a quotation is none.
  package func name(at offset: Int) -> NameAtCursor? {
    guard let place = syntax.block(at: offset) else { return nil }
    if case .field(let field) = place.block.content { return sourceNumber(field, place, offset) }
    guard let pages = study[document]?.summary.pages, pages.indices.contains(place.page) else { return nil }
    let position = syntax.position(of: offset)
    let line = Int(position.line) - syntax.startLine(ofPage: place.page)
    let lineStart = min(max(offset, 0), place.end) - Int(position.utf8)
    guard let index = pages[place.page].occurrence(line: line, column: Int(position.utf8)) else { return nil }
    let occurrence = pages[place.page].occurrences[index]
    // Bytes that are not UTF-8 are no name that could be asked for.
    let text = pages[place.page].names.withName(at: Int(occurrence.name)) { bytes -> String? in
      let text = bytes.text
      return bytes.isSame(as: text) ? text : nil
    }
    guard let name = text else { return nil }
    let start = lineStart + Int(occurrence.start.utf8)
    return NameAtCursor(
      name: meaning(of: name, occurrence.role, in: document), role: occurrence.role,
      range: ByteRange(start, start + name.utf8.count))
  }

  /// What a name means at a place: `s` in a label is the note's own source.
  func meaning(of name: String, _ role: Role, in document: DocumentID) -> String {
    guard role == .label, name.utf8.count == 1 else { return name }
    return study[document]?.sourceID ?? name
  }

  /// The source that the note records, if the cursor is in the heading that says so.
  private func sourceNumber(_ field: HeaderField, _ place: PlacedBlock, _ offset: Int) -> NameAtCursor? {
    guard field.isSourceHeading, let source = study[document]?.sourceID else { return nil }
    let relative = offset - place.start
    let hasNumber = place.block.text.withBytes { bytes in bytes.clamped(to: field.name).contains { $0.isDigit } }
    let range = hasNumber ? field.name : firstLine(of: field.value, in: place.block)
    guard !range.isEmpty, range.touches(relative) || field.name.touches(relative) else { return nil }
    let touched = range.touches(relative) ? range : field.name
    return NameAtCursor(name: source, role: nil, range: touched.shifted(by: place.start))
  }

  private func firstLine(of range: ByteRange, in block: Block) -> ByteRange {
    block.text.withBytes { bytes in
      bytes.trimmed(ByteRange(range.start, min(bytes.lineContentEnd(from: range.start), range.end)))
    }
  }
}

extension Document {
  /// The line on which a page starts, zero-based.
  func startLine(ofPage index: Int) -> Int {
    var line = 0
    for page in 0..<min(max(index, 0), pages.count) { line += pages[page].lineBreakCount }
    return line
  }
}

extension PageSummary {
  /// The occurrence that touches a column of a line of the page, both zero-based, the column in bytes.
  func occurrence(line: Int, column: Int) -> Int? {
    var low = 0
    var high = occurrences.count
    while low < high {
      let middle = (low + high) / 2
      if Int(occurrences[middle].start.line) < line { low = middle + 1 } else { high = middle }
    }
    while low < occurrences.count, Int(occurrences[low].start.line) == line {
      let start = Int(occurrences[low].start.utf8)
      guard start <= column else { return nil }
      let length = names.withName(at: Int(occurrences[low].name)) { $0.count }
      if column <= start + length { return low }
      low += 1
    }
    return nil
  }
}
