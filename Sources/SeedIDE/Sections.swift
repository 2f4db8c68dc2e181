// The parts of a note that outline, folding and selection show: its header, and what was coded at one place.

internal import SeedSyntax

/// A run of blocks that belong together.
struct Section {
  enum Kind {
    /// From the heading that numbers the source to the source block.
    case header
    /// An open coding trace with the axial one after it, or either of them alone.
    case coding
  }

  let kind: Kind
  /// The section's blocks, as indices of ``Sections/blocks``.
  var blocks: Range<Int>
  /// The headings of its traces, as indices of ``Sections/blocks``.
  var traces: [Int] = []
}

/// The blocks of a note with the sections that they form, in order.
struct Sections {
  let blocks: [PlacedBlock]
  private(set) var sections: [Section] = []

  init(_ document: Document) {
    blocks = document.blocks
    var current: Section?
    for (index, place) in blocks.enumerated() {
      if let continued = current.flatMap({ extend($0, to: index, place.block) }) {
        current = continued
        continue
      }
      if let current { sections.append(current) }
      current = Self.start(at: index, place.block)
    }
    if let current { sections.append(current) }
  }

  private static func start(at index: Int, _ block: Block) -> Section? {
    switch block.kind {
    case .field: Section(kind: .header, blocks: index..<index + 1)
    case .trace: Section(kind: .coding, blocks: index..<index + 1, traces: [index])
    case .label, .coding, .unfencedCoding: Section(kind: .coding, blocks: index..<index + 1)
    case .blank, .comment, .conflict, .strayFence, .heading, .listing, .quotation, .image, .openCoding, .prose, .model:
      nil
    }
  }

  /// The section with one more block; nil if the block is no part of it.
  private func extend(_ section: Section, to index: Int, _ block: Block) -> Section? {
    var section = section
    section.blocks = section.blocks.lowerBound..<index + 1
    switch block.content {
    case .field:
      return section.kind == .header ? section : nil
    case .trace(let heading):
      guard canHold(heading.kind, section) else { return nil }
      section.traces.append(index)
      return section
    default:
      break
    }
    switch block.kind {
    case .heading, .quotation, .image:
      return nil
    case .listing:
      // A listing in the prose of an open coding trace belongs to it; elsewhere it is quoted.
      return block.contextAfter.region == .open ? section : nil
    case .blank, .comment, .conflict, .strayFence, .field, .trace, .label, .coding, .unfencedCoding, .openCoding,
      .prose, .model:
      return section
    }
  }

  /// Whether another trace belongs to a section: to the header the one of its source block, to a coding the axial trace
  /// after the open one.
  private func canHold(_ kind: TraceHeading.Kind, _ section: Section) -> Bool {
    switch section.kind {
    case .header: return kind != .open && section.traces.isEmpty
    case .coding:
      guard kind == .axial, section.traces.count == 1, let first = section.traces.first else { return false }
      guard case .trace(let heading) = blocks[first].block.content else { return false }
      return heading.kind == .open
    }
  }

  // MARK: - Places

  /// The index in `blocks` of the block that starts at an offset.
  func index(ofBlockAt start: Int) -> Int? {
    let index = blocks.firstIndexInOrder { $0.start >= start }
    return index < blocks.count && blocks[index].start == start ? index : nil
  }

  /// The section that a block belongs to, given by its index in `blocks`.
  func section(around index: Int) -> Section? {
    let found = sections.firstIndexInOrder { $0.blocks.upperBound > index }
    return found < sections.count && sections[found].blocks.contains(index) ? sections[found] : nil
  }

  /// The bytes of some neighbouring blocks, without the blanks and line breaks at their end.
  func range(of indices: Range<Int>) -> ByteRange {
    guard let first = indices.first, let last = indices.last, blocks.indices.contains(first),
      blocks.indices.contains(last)
    else { return .empty }
    return ByteRange(blocks[first].start, blocks[last].contentEnd)
  }

  /// The last of some neighbouring blocks' lines that is not blank, counted from 0.
  func lastLine(of indices: Range<Int>) -> Int {
    guard let last = indices.last, blocks.indices.contains(last) else { return 0 }
    let place = blocks[last]
    let blankLines = place.block.text.withBytes { bytes in
      bytes.clamped(to: ByteRange(place.contentEnd - place.start, bytes.count)).lineBreakCount
    }
    return place.line + place.block.lineBreakCount - blankLines
  }
}

extension PlacedBlock {
  /// Where the block's text ends but for the blanks and line breaks at its end; an offset in the note.
  var contentEnd: Int {
    start
      + block.text.withBytes { bytes in
        var end = bytes.count
        while end > 0, bytes[end - 1].isBlankOrLineBreak { end -= 1 }
        return end
      }
  }
}
