// The index's own lists, sets and tables hold what an array, a set and a dictionary would.

import SeedTestSupport
import Testing

@testable import SeedStudy

@Suite struct PageListTests {
  private func page(_ number: Int) -> PageID { PageID(rawValue: UInt32(number)) }

  @Test func listsHoldWhatWasAddedAndNotRemoved() {
    var random = SeededGenerator(seed: 5)
    var list = PageList()
    var expected: [PageID] = []
    for _ in 0..<2000 {
      let page = page(Int.random(in: 0..<6, using: &random))
      let isNew = Bool.random(using: &random)
      list.set(page, isNew)
      if isNew { expected.append(page) } else if let index = expected.lastIndex(of: page) { expected.remove(at: index) }
      #expect(list.map(\.rawValue).sorted() == expected.map(\.rawValue).sorted())
      #expect(list.count == expected.count)
    }
  }

  @Test func setsHoldEachPageOnceInOrder() {
    var random = SeededGenerator(seed: 6)
    var set = PageSet()
    var expected: Set<PageID> = []
    for _ in 0..<2000 {
      let page = page(Int.random(in: 0..<200, using: &random))
      if Bool.random(using: &random) {
        set.insert(page)
        expected.insert(page)
      } else {
        set.remove(page)
        expected.remove(page)
      }
      #expect(set.contains(page) == expected.contains(page))
      #expect(set.count == expected.count && set.isEmpty == expected.isEmpty)
    }
    #expect(set.pages.map(\.rawValue) == expected.map(\.rawValue).sorted())
    set.subtract(expected)
    #expect(set.isEmpty && set.pages.isEmpty)
  }

  @Test func pairsHaveTheirPages() {
    var random = SeededGenerator(seed: 7)
    var table = PairTable()
    var expected: [UInt64: [PageID]] = [:]
    for _ in 0..<5000 {
      let names = (0..<2).map { _ in NameID(rawValue: UInt32.random(in: 0..<40, using: &random)) }
      let pair = PairFact(names[0], names[1])
      let page = page(Int.random(in: 0..<3, using: &random))
      let isNew = Bool.random(using: &random)
      table.set(pair, page, isNew)
      if isNew {
        expected[pair.key, default: []].append(page)
      } else if let index = expected[pair.key]?.lastIndex(of: page) {
        expected[pair.key]?.remove(at: index)
      }
      #expect(table[pair].map(\.rawValue).sorted() == (expected[pair.key] ?? []).map(\.rawValue).sorted())
    }
  }
}
