// A page: a bounded run of blocks, so that a change in a long note costs no more than one in a short note.

/// Some neighbouring blocks of a note, with their sizes summed up.
///
/// Pages have no meaning in the notation. They bound the work after an edit: what is kept for each page (its summary, its
/// findings) stays as it is while other pages change, and finding a place skips whole pages.
package struct Page: Sendable {
  package let blocks: [Block]
  /// The number of bytes in the blocks.
  package let count: Int
  package let lineBreakCount: Int

  /// The number of blocks above which a page is divided. A usual note is one page.
  static let maximumBlockCount = 256

  init(_ blocks: [Block]) {
    self.blocks = blocks
    var count = 0
    var lineBreakCount = 0
    for block in blocks {
      count += block.count
      lineBreakCount += block.lineBreakCount
    }
    self.count = count
    self.lineBreakCount = lineBreakCount
  }

  /// The blocks as pages of even size, none over the maximum; no blocks give no page.
  static func divide(_ blocks: [Block]) -> [Page] {
    guard blocks.count > maximumBlockCount else { return blocks.isEmpty ? [] : [Page(blocks)] }
    let pageCount = (blocks.count + maximumBlockCount / 2 - 1) / (maximumBlockCount / 2)
    return (0..<pageCount).map { index in
      Page(Array(blocks[blocks.count * index / pageCount..<blocks.count * (index + 1) / pageCount]))
    }
  }
}
