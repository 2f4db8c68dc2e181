// What can be done with lists of codes: add the commas that are missing, sort them, list what a trace defines.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  // MARK: - Commas

  /// "Add missing commas", for a list in which some items are separated by commas and others are not.
  func commaActions(in range: ByteRange) -> [NoteAction] {
    guard let block = codingBlock(at: range.start) else { return [] }
    return block.nodes(.items, touching: range).prefix(Self.offeredFindingsLimit).compactMap { list in
      let gaps = gaps(of: list, in: block)
      let bare = gaps.filter { !$0.hasComma }
      let isInQuotes = block.nodes(.codeList, touching: block.range(ofNode: list)).isEmpty == false
      // Bare names, one on each line, need none.
      guard !bare.isEmpty, isInQuotes || bare.count < gaps.count else { return nil }
      return NoteAction(
        title: bare.count == 1 ? "Add the missing comma" : "Add \(bare.count) missing commas", kind: .fix,
        outcome: .edit(edit(bare.map { ByteEdit(ByteRange(at: $0.range.start), ",") })))
    }
  }

  /// The texts between the items of a list.
  private func gaps(of list: Int, in block: CodingBlock) -> [(range: ByteRange, hasComma: Bool)] {
    let items = Array(block.tree.children(of: list)).map { block.range(ofNode: $0) }
    return zip(items, items.dropFirst()).map { item, next in
      let gap = ByteRange(item.end, next.start)
      let comments = block.comments(in: gap)
      let hasComma = syntax.bytes(in: gap).enumerated().contains { offset, byte in
        byte == ASCII.comma && !comments.contains { $0.contains(gap.start + offset) }
      }
      return (gap, hasComma)
    }
  }

  // MARK: - Order

  /// "Sort this list", without what is in it twice. Names change places; what stands between them stays.
  func sortActions(in range: ByteRange) -> [NoteAction] {
    guard let block = codingBlock(at: range.start) else { return [] }
    return block.nodes(.items, touching: range).prefix(Self.offeredFindingsLimit).compactMap { list in
      let items = Array(block.tree.children(of: list))
      guard items.count > 1 else { return nil }
      let title = "Sort and de-duplicate this list"
      guard items.allSatisfy({ block.tree.nodes[$0].kind == .name }) else {
        return NoteAction(
          title: title, kind: .rewrite, outcome: .unavailable("Not every item of the list is a name; mend them first."))
      }
      let ranges = items.map { block.range(ofNode: $0) }
      let names = ranges.map { syntax.string(in: $0) }
      guard zip(ranges, names).allSatisfy({ syntax.bytes(in: $0).elementsEqual($1.utf8) }) else {
        // Moving such a name would change its bytes.
        return NoteAction(
          title: title, kind: .rewrite,
          outcome: .unavailable("A name in the list is not written in UTF-8; mend the encoding of the note first."))
      }
      let sorted = Set(names).sorted { NaturalOrder.areInIncreasingOrder($0, $1) }
      guard sorted != names else { return nil }
      var edits = zip(ranges, sorted).map { ByteEdit($0, $1) }
      if sorted.count < ranges.count {
        let rest = ByteRange(ranges[sorted.count - 1].end, ranges[ranges.count - 1].end)
        guard block.comments(in: rest).isEmpty else {
          return NoteAction(
            title: title, kind: .rewrite,
            outcome: .unavailable("A comment stands between items that would go; move it first."))
        }
        edits.append(ByteEdit(rest, ""))
      }
      edits.removeAll { syntax.string(in: $0.range) == $0.newText }
      return NoteAction(title: title, kind: .rewrite, outcome: .edit(edit(edits)))
    }
  }

  // MARK: - Listing

  /// "List the codes that this trace defines", where a trace defines codes that its list leaves out.
  func listActions(in range: ByteRange) -> [NoteAction] {
    let blocks = codingBlocksOfTrace(around: range.start)
    guard let first = blocks.first, let last = blocks.last, blocks.contains(where: { $0.range.touches(range.start) })
    else { return [] }
    var defined: [String] = []
    var seen: Set<String> = []
    var listed: Set<String> = []
    for occurrence in occurrences(in: ByteRange(first.range.start, last.range.end)) {
      if occurrence.role == .listItem { listed.insert(occurrence.name) }
      if occurrence.role == .definition, !occurrence.isSource, study.documents(ofSource: occurrence.name).isEmpty,
        seen.insert(occurrence.name).inserted
      {
        defined.append(occurrence.name)
      }
    }
    let missing = defined.filter { !listed.contains($0) }
    guard !missing.isEmpty, let addition = addition(of: missing, to: blocks, last) else { return [] }
    return [
      NoteAction(
        title: missing.count == 1
          ? "List `\(missing[0])`, which this trace defines" : "List the codes that this trace defines",
        kind: .rewrite, outcome: .edit(edit([addition])))
    ]
  }

  /// The coding blocks between the trace heading above an offset and whatever ends the trace.
  func codingBlocksOfTrace(around offset: Int) -> [CodingBlock] {
    guard var place = syntax.block(at: offset) else { return [] }
    while !Self.endsTrace(place.block), let previous = syntax.block(before: place) { place = previous }
    if Self.endsTrace(place.block), let next = syntax.block(after: place) { place = next }
    var blocks: [CodingBlock] = []
    while !Self.endsTrace(place.block) {
      if let block = CodingBlock(place) { blocks.append(block) }
      guard let next = syntax.block(after: place) else { break }
      place = next
    }
    return blocks
  }

  private static func endsTrace(_ block: Block) -> Bool {
    switch block.kind {
    case .trace, .quotation, .heading, .field, .image, .openCoding: true
    default: false
    }
  }

  /// The names in a range of the note, with what they are there for and whether they are defined there as a source.
  private func occurrences(in range: ByteRange) -> [(name: String, role: Role, isSource: Bool)] {
    guard let note = study[document] else { return [] }
    let first = Int(syntax.position(of: range.start).line)
    let last = Int(syntax.position(of: range.end).line)
    return note.summary.pages.enumerated().flatMap { index, page in
      let startLine = note.startLine(ofPage: index)
      let sources = page.definitions.filter { definition in
        definition.metaclass.map { page.name(ofOccurrence: $0) } == "source"
      }
      let definedAsSource = Set(sources.map(\.occurrence))
      return page.occurrences.indices.filter { occurrence in
        (first...last).contains(Int(page.occurrences[occurrence].start.line) + startLine)
      }.map { (page.name(ofOccurrence: $0), page.occurrences[$0].role, definedAsSource.contains($0)) }
    }
  }

  /// The names at the end of the trace's list, or in a new list behind its last block.
  private func addition(of names: [String], to blocks: [CodingBlock], _ last: CodingBlock) -> ByteEdit? {
    for block in blocks.reversed() {
      let lists = block.tree.nodes.indices.filter { block.tree.nodes[$0].kind == .codeList }
      for list in lists.reversed() {
        let runs = Array(block.tree.children(of: list)).filter { block.tree.nodes[$0].kind == .items }
        guard let run = runs.last, let item = Array(block.tree.children(of: run)).last else { continue }
        let end = block.range(ofNode: item).end
        let separator = syntax.lineBreak(at: end) + syntax.indentation(ofLineAt: end)
        return ByteEdit(ByteRange(at: end), names.map { "," + separator + $0 }.joined())
      }
    }
    guard last.isClosed else { return nil }
    let fenceLine = syntax.line(at: last.range.end)
    let lineBreak = syntax.lineBreak(at: fenceLine.end)
    let lines =
      ["", "", "add codes to \(study[document]?.sourceID ?? "s"):", "``` python", "    '''"]
      + names.enumerated().map { "        " + $1 + ($0 < names.count - 1 ? "," : "") } + ["    '''", "```"]
    return ByteEdit(ByteRange(at: fenceLine.end), lines.joined(separator: lineBreak))
  }
}
