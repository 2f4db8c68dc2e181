// A note: its text divided into blocks, each parsed; the value that everything else looks at.
//
// SeedSyntax knows bytes, lines, blocks and the notation's form. It must not know what names mean, LSP, JSON, files or clocks.

/// The text of a seed file, or of a Python file of the model, with its syntax.
///
/// A value: an edit makes a new one that shares every block that did not change. Any bytes give a document, and its blocks'
/// texts joined are exactly those bytes.
public struct Document: Sendable {
  /// The blocks in order, by page.
  public internal(set) var pages: [Page] {
    didSet { starts = PageStart.all(pages) }
  }
  /// Where each page starts, and behind them where the text ends.
  private var starts: [PageStart]
  /// What the text is read as.
  public let format: DocumentFormat

  /// Reads a whole text.
  public init(_ text: [UInt8], format: DocumentFormat = .note) {
    self.format = format
    var blocks: [Block] = []
    // Mostly about half of what will be needed.
    blocks.reserveCapacity(text.count / 512 + 8)
    var scannable = ScannableText(text, format)
    scannable.withScanner { scanner in
      let reader = BlockReader(storage: text)
      var context = BlockContext.start
      var offset = 0
      while offset < scanner.bytes.count {
        let scanned = scanner.block(at: offset, context: context)
        let range = ByteRange(offset, offset + scanned.count)
        blocks.append(
          reader.block(scanned, at: range, contextBefore: context, visible: scanner.bytes.clamped(to: range)))
        context = scanned.contextAfter
        offset += scanned.count
      }
    }
    pages = Page.divide(blocks)
    starts = PageStart.all(pages)
  }

  public init(_ text: String, format: DocumentFormat = .note) {
    self.init(Array(text.utf8), format: format)
  }

  /// The number of bytes.
  public var count: Int {
    starts.last?.offset ?? 0
  }

  /// The number of lines, at least 1: what follows the last line break counts, even when it is empty.
  public var lineCount: Int {
    (starts.last?.line ?? 0) + 1
  }

  /// The whole text.
  public var bytes: [UInt8] {
    bytes(in: ByteRange(0, count))
  }

  /// The bytes of a range, clamped to the text.
  public func bytes(in range: ByteRange) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(range.count)
    append(range, to: &result)
    return result
  }

  /// Appends the bytes of a range, clamped to the text.
  func append(_ range: ByteRange, to result: inout [UInt8]) {
    var page = starts.firstIndexInOrder { $0.offset > range.start } - 1
    while page >= 0, page < pages.count, starts[page].offset < range.end {
      var start = starts[page].offset
      for index in pages[page].blocks.indices {
        guard start < range.end else { return }
        let count = pages[page].blocks[index].count
        if start + count > range.start {
          pages[page].blocks[index].text.withBytes { bytes in
            result.append(contentsOf: bytes.clamped(to: range.shifted(by: -start, from: start)))
          }
        }
        start += count
      }
      page += 1
    }
  }

  /// The text of a range, clamped; what is not UTF-8 shows as U+FFFD.
  public func string(in range: ByteRange) -> String {
    String(decoding: bytes(in: range), as: UTF8.self)
  }
}

extension ByteRange {
  /// The range relative to `origin`, where what lies before it is cut off.
  fileprivate func shifted(by distance: Int, from origin: Int) -> ByteRange {
    ByteRange(Swift.max(start, origin) + distance, Swift.max(end, origin) + distance)
  }
}

// MARK: - Places of blocks

/// Where a page starts.
private struct PageStart {
  let offset: Int
  let line: Int
  /// The farthest offset to which a block of the pages before looked, as far as ``Page/reach`` tells.
  let reach: Int

  /// The starts of all pages, and the end of the last one.
  static func all(_ pages: [Page]) -> [PageStart] {
    var starts: [PageStart] = []
    starts.reserveCapacity(pages.count + 1)
    var next = PageStart(offset: 0, line: 0, reach: 0)
    for page in pages {
      starts.append(next)
      next = PageStart(
        offset: next.offset + page.count, line: next.line + page.lineBreakCount,
        reach: max(next.reach, page.reach == 0 ? 0 : next.offset + page.reach))
    }
    starts.append(next)
    return starts
  }
}

/// Where a block stands in its document.
struct BlockPlace {
  /// Which page of the document, and which block of that page.
  let page: Int
  let index: Int
  /// The offset of the block's first byte in the document.
  let start: Int
  /// The line on which the block starts, zero-based.
  let line: Int
}

/// A block with the place where it stands in its document.
public struct PlacedBlock: Sendable {
  public let block: Block
  /// The offset of the block's first byte in the document.
  public let start: Int
  /// The line on which the block starts, zero-based.
  public let line: Int
  /// Which page of the document, and which block of that page.
  public let page: Int
  public let index: Int

  public var end: Int { start + block.count }
}

extension Document {
  /// The block that holds the byte at `offset`; at the end of the text the last one; nil in an empty document.
  public func block(at offset: Int) -> PlacedBlock? {
    place(at: offset).map(block)
  }

  /// The block that holds a line, counted from 0; past the end the last one; nil in an empty document.
  public func block(onLine target: Int) -> PlacedBlock? {
    place(onPage: starts.firstIndexInOrder { $0.line > target } - 1) { end in target < end.line }.map(block)
  }

  /// The place of the block that `block(at:)` gives.
  func place(at offset: Int) -> BlockPlace? {
    place(onPage: starts.firstIndexInOrder { $0.offset > offset } - 1) { end in offset < end.offset }
  }

  private func block(_ place: BlockPlace) -> PlacedBlock {
    PlacedBlock(
      block: pages[place.page].blocks[place.index], start: place.start, line: place.line, page: place.page,
      index: place.index)
  }

  /// The first block of a page whose end satisfies the predicate, else its last one; of the nearest page where there is no
  /// such page.
  @inline(__always)
  private func place(onPage page: Int, where isWanted: (_ end: PageStart) -> Bool) -> BlockPlace? {
    guard !pages.isEmpty else { return nil }
    let page = min(max(page, 0), pages.count - 1)
    let blocks = pages[page].blocks
    var start = starts[page]
    var index = 0
    while index < blocks.count {
      let end = PageStart(
        offset: start.offset + blocks[index].count, line: start.line + blocks[index].lineBreakCount, reach: 0)
      if index + 1 == blocks.count || isWanted(end) {
        return BlockPlace(page: page, index: index, start: start.offset, line: start.line)
      }
      start = end
      index += 1
    }
    return nil
  }

  /// The first block that looked behind itself as far as an offset, beyond the line behind it; nil if none before a page does.
  func firstBlock(thatLookedTo offset: Int, upToPage last: Int) -> PlacedBlock? {
    guard last + 1 < starts.count, starts[last + 1].reach >= offset else { return nil }
    for page in 0...last where pages[page].reach > 0 && starts[page].offset + pages[page].reach >= offset {
      var start = starts[page]
      for (index, block) in pages[page].blocks.enumerated() {
        let end = start.offset + block.count
        if block.lookahead != .none, end + block.lookahead.count >= offset {
          return self.block(BlockPlace(page: page, index: index, start: start.offset, line: start.line))
        }
        start = PageStart(offset: end, line: start.line + block.lineBreakCount, reach: 0)
      }
    }
    return nil
  }

  public func block(after place: PlacedBlock) -> PlacedBlock? {
    let start = place.end
    let line = place.line + place.block.lineBreakCount
    guard pages.indices.contains(place.page) else { return nil }
    if place.index + 1 < pages[place.page].blocks.count {
      return PlacedBlock(
        block: pages[place.page].blocks[place.index + 1], start: start, line: line, page: place.page,
        index: place.index + 1)
    }
    guard place.page + 1 < pages.count, let block = pages[place.page + 1].blocks.first else { return nil }
    return PlacedBlock(block: block, start: start, line: line, page: place.page + 1, index: 0)
  }

  public func block(before place: PlacedBlock) -> PlacedBlock? {
    var page = place.page
    var index = place.index - 1
    if index < 0 {
      page -= 1
      guard pages.indices.contains(page) else { return nil }
      index = pages[page].blocks.count - 1
    }
    guard pages.indices.contains(page), pages[page].blocks.indices.contains(index) else { return nil }
    let block = pages[page].blocks[index]
    return PlacedBlock(
      block: block, start: place.start - block.count, line: place.line - block.lineBreakCount, page: page, index: index)
  }

  /// Every block with its place, in order.
  public var blocks: [PlacedBlock] {
    var places: [PlacedBlock] = []
    var place = block(at: 0)
    while let current = place {
      places.append(current)
      place = block(after: current)
    }
    return places
  }
}

extension Document: Equatable {
  /// Documents are equal when their blocks are; how these are divided into pages doesn't count.
  public static func == (left: Document, right: Document) -> Bool {
    left.format == right.format
      && left.pages.lazy.flatMap(\.blocks).elementsEqual(right.pages.lazy.flatMap(\.blocks))
  }
}
