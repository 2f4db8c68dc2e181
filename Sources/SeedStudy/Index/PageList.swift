// Lists of pages. The index has thousands of them, and nearly all are short.

internal import SeedModel

/// The number of a page in the index.
public struct PageID: Hashable, Sendable {
  let rawValue: UInt32
  public var index: Int { Int(rawValue) }
}

/// Pages in no particular order, perhaps several times. Two of them need no memory of their own.
public struct PageList: Sendable {
  /// The value that stands for no page.
  private static let none = PageID(rawValue: .max)

  private var first = none
  private var second = none
  private var others: [PageID] = []

  mutating func append(_ page: PageID) {
    if first == Self.none {
      first = page
    } else if second == Self.none {
      second = page
    } else {
      others.append(page)
    }
  }

  /// Removes a page once, the one that was added last; another one takes its place.
  mutating func remove(_ page: PageID) {
    guard let index = lastIndex(of: page) else { return }
    let last = self[count - 1]
    switch index {
    case 0: first = last
    case 1: second = last
    default: others[index - 2] = last
    }
    if !others.isEmpty {
      others.removeLast()
    } else if second != Self.none {
      second = Self.none
    } else {
      first = Self.none
    }
  }

  /// Adds a page, or removes it once.
  mutating func set(_ page: PageID, _ isNew: Bool) {
    if isNew { append(page) } else { remove(page) }
  }
}

extension PageList {
  /// The pages without those that repeat the one before. A page is on a name's list once for each of its definitions, mostly in
  /// a row.
  var withoutRuns: WithoutRuns { WithoutRuns(list: self) }

  struct WithoutRuns: Sequence, IteratorProtocol {
    fileprivate let list: PageList
    private var index = 0

    fileprivate init(list: PageList) { self.list = list }

    mutating func next() -> PageID? {
      guard index < list.count else { return nil }
      let page = list[index]
      repeat { index += 1 } while index < list.count && list[index] == page
      return page
    }
  }
}

extension PageList: RandomAccessCollection {
  public var startIndex: Int { 0 }
  public var endIndex: Int { first == Self.none ? 0 : second == Self.none ? 1 : 2 + others.count }

  public subscript(index: Int) -> PageID {
    switch index {
    case 0: first
    case 1: second
    default: others[index - 2]
    }
  }
}
