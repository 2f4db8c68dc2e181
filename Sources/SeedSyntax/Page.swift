// A page: a bounded run of blocks, so that a change in a long note costs no more than one in a short note.

/// Some neighbouring blocks of a note, with their sizes summed up.
///
/// Pages have no meaning in the notation. They bound the work after an edit: what is kept for each page (its summary, its
/// findings) stays as it is while other pages change, and finding a place skips whole pages.
public struct Page: Sendable {
  public let blocks: [Block]
  /// The number of bytes in the blocks.
  public let count: Int
  public let lineBreakCount: Int
  /// The farthest offset, from the page's start, to which a block that looked beyond the line behind it did so; 0 if none did.
  let reach: Int

  /// The most blocks of a page. A usual note is one page until it is edited.
  static let maximumBlockCount = 256
  /// How many blocks a page has at least when the page that was edited is divided: what is typed next costs that much less.
  static let editedBlockCount = 12

  init(_ blocks: [Block]) {
    self.blocks = blocks
    var count = 0
    var lineBreakCount = 0
    var reach = 0
    for block in blocks {
      count += block.count
      lineBreakCount += block.lineBreakCount
      if block.lookahead != .none { reach = max(reach, count + block.lookahead.count) }
    }
    self.count = count
    self.lineBreakCount = lineBreakCount
    self.reach = reach
  }

  /// The blocks as pages of about `size`, none over the maximum; no blocks give no page, and less than twice the size one.
  ///
  /// Where possible a page begins with source text, and not within the conflict of a merge: what was coded together, the header
  /// with the source block, and the sides of a conflict are also looked at together.
  static func divide(_ blocks: [Block], size: Int = maximumBlockCount / 2) -> [Page] {
    guard blocks.count > 2 * size else { return blocks.isEmpty ? [] : [Page(blocks)] }
    var pages: [Page] = []
    var first = 0
    for (index, block) in blocks.enumerated() {
      let count = index - first
      guard count >= maximumBlockCount || (count >= size && block.beginsSourceText) else { continue }
      pages.append(Page(Array(blocks[first..<index])))
      first = index
    }
    pages.append(Page(Array(blocks[first...])))
    return pages
  }
}

extension Block {
  /// Whether source text follows on something else than the header.
  fileprivate var beginsSourceText: Bool {
    guard contextBefore.region != .header, contextBefore.region != .source, !contextBefore.isInConflict else {
      return false
    }
    return kind == .quotation || kind == .heading || kind == .image
  }
}
