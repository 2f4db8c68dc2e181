// Sets of pages, which often hold all pages.

/// Pages, each once: a bit for each.
public struct PageSet: Sendable {
  private var words: [UInt64] = []
  public private(set) var count = 0

  public init() {}

  public var isEmpty: Bool { count == 0 }

  public func contains(_ page: PageID) -> Bool {
    page.index >> 6 < words.count && words[page.index >> 6] & Self.bit(page) != 0
  }

  public mutating func insert(_ page: PageID) {
    while words.count <= page.index >> 6 { words.append(0) }
    guard words[page.index >> 6] & Self.bit(page) == 0 else { return }
    words[page.index >> 6] |= Self.bit(page)
    count += 1
  }

  public mutating func remove(_ page: PageID) {
    guard contains(page) else { return }
    words[page.index >> 6] &= ~Self.bit(page)
    count -= 1
  }

  public mutating func formUnion(_ pages: some Sequence<PageID>) {
    for page in pages { insert(page) }
  }

  public mutating func subtract(_ pages: some Sequence<PageID>) {
    for page in pages { remove(page) }
  }

  /// The pages by their numbers.
  public var pages: [PageID] {
    var pages: [PageID] = []
    pages.reserveCapacity(count)
    for (index, word) in words.enumerated() {
      var rest = word
      while rest != 0 {
        pages.append(PageID(rawValue: UInt32(truncatingIfNeeded: index * 64 + rest.trailingZeroBitCount)))
        rest &= rest - 1
      }
    }
    return pages
  }

  private static func bit(_ page: PageID) -> UInt64 { 1 << UInt64(page.rawValue & 63) }
}
