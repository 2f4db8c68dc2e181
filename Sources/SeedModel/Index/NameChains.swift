// A hash table from keys to names: what the searches for similar names look names up in.

/// Names by keys of which a name may have several, and which names may share; nothing is ever removed.
struct NameChains: Sendable {
  /// One name under one key; entries with keys of one slot are chained.
  private struct Entry {
    let key: UInt32
    let name: NameID
    let next: Int32
  }

  private var entries: [Entry] = []
  /// The last entry of each slot's chain; -1 for none. The count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  mutating func enter(_ name: NameID, _ key: UInt32) {
    if entries.count == slots.count { grow() }
    let slot = Int(key) & (slots.count - 1)
    entries.append(Entry(key: key, name: name, next: slots[slot]))
    slots[slot] = Int32(clamping: entries.count - 1)
  }

  /// Calls `body` with each name under a key, the latest first.
  @inline(__always)
  func forEachName(_ key: UInt32, _ body: (NameID) -> Void) {
    var index = slots[Int(key) & (slots.count - 1)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.key == key { body(entry.name) }
      index = entry.next
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: slots.count * 2)
    for (index, entry) in entries.enumerated() {
      let slot = Int(entry.key) & (slots.count - 1)
      entries[index] = Entry(key: entry.key, name: entry.name, next: slots[slot])
      slots[slot] = Int32(clamping: index)
    }
  }
}
