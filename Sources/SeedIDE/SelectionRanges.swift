// Selection ranges: what a selection grows to, from a name by way of its statement and its trace to the whole note.

package import SeedSyntax

extension Snapshot {
  /// What stands around a place of the asked note, the smallest first: each range holds the one before and is larger.
  ///
  /// In a coding block: the name, the argument or item, what it is in, the statement, the code, the block. In text: the word,
  /// the line, the paragraph. Then the trace, what was coded together with it, and the note. Never empty.
  package func selectionRanges(at offset: Int) -> [ByteRange] {
    selectionRanges(at: [offset]).first ?? []
  }

  /// The same for several places, in their order: editors have several cursors.
  package func selectionRanges(at offsets: [Int]) -> [[ByteRange]] {
    let sections = Sections(syntax)
    return offsets.map { selectionRanges(at: $0, in: sections) }
  }

  private func selectionRanges(at offset: Int, in sections: Sections) -> [ByteRange] {
    let whole = ByteRange(0, syntax.count)
    let cursor = min(max(offset, 0), syntax.count)
    guard let place = syntax.block(at: cursor) else { return [whole] }
    var ranges: [ByteRange] = []
    place.block.text.withBytes { bytes in
      let relative = cursor - place.start
      ranges.append(Self.word(at: relative, in: bytes))
      if let (tree, start) = place.block.notation {
        Self.addNotation(tree, start, bytes, relative, to: &ranges)
      } else if case .field(let field) = place.block.content {
        ranges += [field.name, field.value]
      }
      if case .fence(let fence) = place.block.content { ranges.append(bytes.trimmed(fence.code)) }
      ranges += Self.lines(around: relative, in: bytes)
      ranges.append(bytes.trimmed(ByteRange(0, bytes.count)))
    }
    ranges = ranges.map { $0.shifted(by: place.start) }
    Self.addSections(sections, around: place, to: &ranges)
    ranges.append(whole)
    return Self.nested(ranges, around: cursor)
  }

  /// The ranges that hold the cursor and all those before them, each larger than the one before.
  ///
  /// Sorted by size first: a line may be longer or shorter than a statement.
  private static func nested(_ ranges: [ByteRange], around cursor: Int) -> [ByteRange] {
    var result: [ByteRange] = []
    for range in ranges.sorted(by: { $0.count < $1.count }) where range.touches(cursor) && !range.isEmpty {
      guard let last = result.last else {
        result.append(range)
        continue
      }
      if range != last, range.contains(last) { result.append(range) }
    }
    return result.isEmpty ? [ByteRange(at: cursor)] : result
  }

  // MARK: - In a block

  /// The identifier around an offset; empty if there is none.
  private static func word(at offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    var start = offset
    while start > 0, bytes[start - 1].isIdentifierByte { start -= 1 }
    var end = offset
    while end < bytes.count, bytes[end].isIdentifierByte { end += 1 }
    return ByteRange(start, end)
  }

  /// The line around an offset, without the `>` of a quotation, and with it.
  private static func lines(around offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> [ByteRange] {
    var start = offset
    while start > 0, !bytes[start - 1].isLineBreak { start -= 1 }
    let line = bytes.trimmed(ByteRange(start, bytes.lineContentEnd(from: start)))
    var text = line.start
    while text < line.end, bytes[text] == ASCII.greater || bytes[text].isBlank { text += 1 }
    return [ByteRange(text, line.end), line]
  }

  /// What a coding block's tree has around an offset, and the text between the quotes of a string.
  private static func addNotation(
    _ tree: NotationTree, _ start: Int, _ bytes: UnsafeBufferPointer<UInt8>, _ offset: Int, to ranges: inout [ByteRange]
  ) {
    for index in tree.path(to: offset - start).reversed() {
      let range = tree.nodes[index].range.shifted(by: start)
      if tree.nodes[index].kind == .string {
        let content = StringLiteral.content(of: bytes.clamped(to: range)).shifted(by: range.start)
        if content.touches(offset) { ranges.append(content) }
      }
      ranges.append(range)
    }
    if let comment = tree.comments.first(where: { $0.shifted(by: start).touches(offset) }) {
      ranges.append(comment.shifted(by: start))
    }
  }

  // MARK: - Around the block

  /// The run of quotations, the trace and the section that a block belongs to.
  private static func addSections(_ sections: Sections, around place: PlacedBlock, to ranges: inout [ByteRange]) {
    guard let index = sections.index(ofBlockAt: place.start) else { return }
    if place.block.kind == .quotation {
      var run = index..<index + 1
      while run.lowerBound > 0, sections.blocks[run.lowerBound - 1].block.kind == .quotation {
        run = run.lowerBound - 1..<run.upperBound
      }
      while run.upperBound < sections.blocks.count, sections.blocks[run.upperBound].block.kind == .quotation {
        run = run.lowerBound..<run.upperBound + 1
      }
      ranges.append(sections.range(of: run))
    }
    guard let section = sections.section(around: index) else { return }
    if let trace = section.traces.last(where: { $0 <= index }) {
      let next = section.traces.first { $0 > index } ?? section.blocks.upperBound
      ranges.append(sections.range(of: trace..<next))
    }
    ranges.append(sections.range(of: section.blocks))
  }
}
