// Edits: replaces part of a note's text and reparses the blocks that this can change, and no others.

/// Which pages an edit replaced.
public struct PageChange: Sendable, Equatable {
  /// The pages of the old document that are gone.
  public let removed: Range<Int>
  /// How many pages stand in their place in the new one.
  public let insertedCount: Int

  public init(removed: Range<Int>, insertedCount: Int) {
    self.removed = removed
    self.insertedCount = insertedCount
  }
}

extension Document {
  /// Replaces the bytes of a range, clamped to the text, and brings the blocks up to date.
  ///
  /// The result equals `Document(newText, format: format)`. Scanning starts before the first block that the edit can affect and stops behind the edit at the first old block boundary that it meets in the old context.
  @discardableResult
  public mutating func replace(_ range: ByteRange, with replacement: [UInt8]) -> PageChange {
    guard let edited = block(at: range.start), let last = block(at: range.end) else {
      self = Document(replacement, format: format)
      return PageChange(removed: 0..<0, insertedCount: pages.count)
    }
    let first = firstAffectedBlock(before: edited, at: range.start)
    var rescan = Rescan(first: first, through: last, in: self, replacing: range, with: replacement)
    let end = rescan.run()
    return splice(rescan.blocks, from: first, upTo: end)
  }

  /// Where the effect of an edit can begin: at the first block that looked as far as the edit, at least at the block before
  /// the edited one, whose last line may now run on. If that is a label, then one block further: a label is one only before a
  /// fence, and otherwise a line of the paragraph above it.
  private func firstAffectedBlock(before edited: PlacedBlock, at offset: Int) -> PlacedBlock {
    var first = edited
    if let previous = block(before: first) { first = previous }
    if first.block.kind == .label, let previous = block(before: first) { first = previous }
    guard let farSeeing = firstBlock(thatLookedTo: offset, upToPage: edited.page), farSeeing.start < first.start else {
      return first
    }
    return farSeeing
  }

  /// Puts blocks in the place of those from `first` up to, and without, `end`.
  private mutating func splice(_ blocks: [Block], from first: PlacedBlock, upTo end: BlockPlace?) -> PageChange {
    let firstPage = first.page
    var lastPage = pages.count - 1
    var kept: ArraySlice<Block> = []
    if let end {
      lastPage = end.page
      kept = pages[end.page].blocks[end.index...]
    }
    var changed: [Block] = []
    changed.reserveCapacity(first.index + blocks.count + kept.count)
    changed.append(contentsOf: pages[firstPage].blocks[..<first.index])
    changed.append(contentsOf: blocks)
    changed.append(contentsOf: kept)
    let pages = Page.divide(changed, size: Page.editedBlockCount)
    let removed = firstPage..<max(lastPage + 1, firstPage)
    self.pages.replaceSubrange(removed, with: pages)
    return PageChange(removed: removed, insertedCount: pages.count)
  }
}

/// Scans the text around an edit again.
private struct Rescan {
  private let document: Document
  private let first: PlacedBlock
  /// Where in the new text the edit starts and ends, relative to the first block's start.
  private let edit: ByteRange
  /// What to add to an old offset behind the edit, relative to the first block's start, to get the new one.
  private let growth: Int
  /// The new text from the first block's start as far as it was needed yet.
  private var text: ScannableText
  /// The old block whose text comes next.
  private var next: PlacedBlock?
  private(set) var blocks: [Block] = []

  init(
    first: PlacedBlock, through last: PlacedBlock, in document: Document, replacing range: ByteRange,
    with replacement: [UInt8]
  ) {
    self.document = document
    self.first = first
    let start = max(min(range.start, last.end), first.start)
    let end = max(min(range.end, last.end), start)
    next = document.block(after: last)
    var text: [UInt8] = []
    text.reserveCapacity(last.end - first.start + replacement.count + (next?.block.count ?? 0))
    document.append(ByteRange(first.start, start), to: &text)
    let editStart = text.count
    text.append(contentsOf: replacement)
    edit = ByteRange(editStart, text.count)
    growth = replacement.count - (end - start)
    document.append(ByteRange(end, last.end), to: &text)
    self.text = ScannableText(text, document.format, context: first.block.contextBefore)
  }

  /// Finds the new blocks and returns the old block from which on everything stays as it was.
  mutating func run() -> BlockPlace? {
    takeNextBlock()
    blocks.reserveCapacity(4)
    var context = first.block.contextBefore
    var offset = 0
    while offset < text.bytes.count {
      if let unchanged = unchangedBlock(at: offset, context: context) { return unchanged }
      let scanned = scan(at: offset, context: context)
      blocks.append(
        oldBlock(scanned, at: offset, context: context) ?? newBlock(scanned, at: offset, context: context))
      context = scanned.contextAfter
      offset += scanned.count
      if offset == text.bytes.count { takeNextBlock() }
    }
    return nil
  }

  private mutating func takeNextBlock() {
    guard let place = next else { return }
    text.append(place.block.text)
    next = document.block(after: place)
  }

  /// The block at an offset, with as much text behind it as the decision needs.
  private mutating func scan(at offset: Int, context: BlockContext) -> ScannedBlock {
    var wanted = text.bytes.count
    while true {
      let scanned = text.withScanner { $0.block(at: offset, context: context) }
      guard scanned.reachedEnd, next != nil else { return scanned }
      // Twice as much each time, so that a long block isn't scanned once for every block that it swallows.
      wanted = max(wanted, text.bytes.count) * 2
      while text.bytes.count < wanted, next != nil { takeNextBlock() }
    }
  }

  /// The old block behind the edit that starts at a new offset in the same context, if there is one.
  private func unchangedBlock(at offset: Int, context: BlockContext) -> BlockPlace? {
    guard offset >= edit.end else { return nil }
    let oldOffset = first.start + offset - growth
    guard let place = document.place(at: oldOffset), place.start == oldOffset,
      document.pages[place.page].blocks[place.index].contextBefore == context
    else { return nil }
    return place
  }

  /// The old block before the edit that was found again just as it was.
  private func oldBlock(_ scanned: ScannedBlock, at offset: Int, context: BlockContext) -> Block? {
    guard offset + scanned.count <= edit.start, let place = document.place(at: first.start + offset),
      place.start == first.start + offset
    else { return nil }
    let block = document.pages[place.page].blocks[place.index]
    let isSame =
      block.count == scanned.count && block.contextBefore == context && block.kind == scanned.kind
      && block.contextAfter == scanned.contextAfter && block.lookahead == scanned.lookahead
    return isSame ? block : nil
  }

  private mutating func newBlock(_ scanned: ScannedBlock, at offset: Int, context: BlockContext) -> Block {
    // Its own bytes: sharing `text` would keep all of it alive for one block.
    let own = Array(text.bytes[offset..<offset + scanned.count])
    return text.withScanner { scanner in
      BlockReader(storage: own).block(
        scanned, at: ByteRange(0, scanned.count), contextBefore: context,
        visible: scanner.bytes.clamped(to: ByteRange(offset, offset + scanned.count)))
    }
  }
}
