// A hash table from pairs of names to the pages that link them.

internal import SeedModel

/// Pages by pairs of names. A pair is never removed, only its pages.
struct PairTable: Sendable {
  private struct Entry {
    let key: UInt64
    var pages = PageList()
  }

  private var entries: [Entry] = []
  /// Indices of entries plus one; 0 is an empty slot. The count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 64)

  /// The pages that link a pair, once for each link.
  subscript(pair: PairFact) -> PageList {
    let slot = slots[slot(of: pair.key)]
    return slot == 0 ? PageList() : entries[Int(slot) - 1].pages
  }

  /// Adds a page to those of a pair, or removes it once.
  mutating func set(_ pair: PairFact, _ page: PageID, _ isNew: Bool) {
    let slot = slot(of: pair.key)
    if slots[slot] != 0 { return entries[Int(slots[slot]) - 1].pages.set(page, isNew) }
    guard isNew else { return }
    entries.append(Entry(key: pair.key))
    entries[entries.count - 1].pages.append(page)
    slots[slot] = UInt32(clamping: entries.count)
    if entries.count * 4 > slots.count * 3 { grow() }
  }

  /// The slot that holds a key, or the empty one where it belongs.
  private func slot(of key: UInt64) -> Int {
    let mask = slots.count - 1
    var slot = Self.hash(key) & mask
    while slots[slot] != 0, entries[Int(slots[slot]) - 1].key != key { slot = (slot + 1) & mask }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    for (index, entry) in entries.enumerated() { slots[slot(of: entry.key)] = UInt32(clamping: index + 1) }
  }

  /// Neighbouring numbers are common. The multiplication spreads them over the upper half.
  private static func hash(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
