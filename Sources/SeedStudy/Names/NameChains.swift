// A hash table from keys to names, for the searches for similar names.

internal import SeedModel

/// Names by keys. A name may have several keys, names may share one, and nothing is ever removed.
struct NameChains: Sendable {
  /// One name under one key; entries with keys of one slot are chained.
  private struct Entry {
    let key: UInt32
    let name: NameID
    /// The letters of the name: they rule out most names without another look-up.
    let letters: LetterParity
    var next: Int32 = -1
  }

  private var entries: [Entry] = []
  /// How many of the entries are on chains: the first ones.
  private var linkedCount = 0
  /// The first entry of each slot's chain; -1 for none. The count is a power of two.
  private var slots: [Int32] = Array(repeating: -1, count: 1024)

  /// Enters a name under a key. It can be found at once, and more quickly after `link`.
  mutating func enter(_ name: NameID, _ key: UInt32, _ letters: LetterParity) {
    entries.append(Entry(key: key, name: name, letters: letters))
  }

  /// Calls `body` with each name under a key, and with its letters.
  @inline(__always)
  func forEachName(_ key: UInt32, _ body: (NameID, LetterParity) -> Void) {
    let entries = entries.span
    var index = slots[Int(key) & (slots.count - 1)]
    while index >= 0 {
      let entry = entries[Int(index)]
      if entry.key == key { body(entry.name, entry.letters) }
      index = entry.next
    }
    for index in linkedCount..<entries.count where entries[index].key == key {
      body(entries[index].name, entries[index].letters)
    }
  }

  /// The names under a key that are wanted, each once; nil as soon as there are more than `limit`.
  func names(_ key: UInt32, atMost limit: Int, where isWanted: (NameID) -> Bool) -> [NameID]? {
    var names: [NameID] = []
    func takesAll(_ entry: Entry) -> Bool {
      guard entry.key == key, !names.contains(entry.name), isWanted(entry.name) else { return true }
      names.append(entry.name)
      return names.count <= limit
    }
    return entries.withUnsafeBufferPointer { entries in
      var index = slots[Int(key) & (slots.count - 1)]
      while index >= 0 {
        guard takesAll(entries[Int(index)]) else { return nil }
        index = entries[Int(index)].next
      }
      return entries[linkedCount...].allSatisfy(takesAll) ? names : nil
    }
  }

  /// Puts on chains what was entered since the last time.
  mutating func link() {
    // A sort goes through all entries. It pays when the new ones are as many as the old ones.
    if entries.count - linkedCount > linkedCount || entries.count > slots.count {
      var slotCount = slots.count
      while slotCount < entries.count { slotCount *= 2 }
      // Where the entries of each slot end, and then where the next one of them goes.
      var places = Array(repeating: Int32(0), count: slotCount)
      Self.sort(&entries, &places)
      slots = Array(repeating: -1, count: slotCount)
      linkedCount = 0
    }
    Self.link(&entries, from: linkedCount, &slots)
    linkedCount = entries.count
  }

  // Through spans: each write to an array would ask again whether the array is shared.
  private static func link(_ entries: inout [Entry], from first: Int, _ slots: inout [Int32]) {
    var entries = entries.mutableSpan
    var slots = slots.mutableSpan
    let mask = slots.count - 1
    for index in (first..<entries.count).reversed() {
      let slot = Int(entries[index].key) & mask
      entries[index].next = slots[slot]
      slots[slot] = Int32(clamping: index)
    }
  }

  /// Puts the entries of each slot side by side. A walk along a long chain would else wait for memory at each step.
  ///
  /// - Parameter places: zeros, as many as there are slots.
  private static func sort(_ entries: inout [Entry], _ places: inout [Int32]) {
    var entries = entries.mutableSpan
    var places = places.mutableSpan
    let mask = places.count - 1
    for index in entries.indices { places[Int(entries[index].key) & mask] += 1 }
    for slot in 1..<places.count { places[slot] += places[slot - 1] }
    for index in entries.indices {
      let slot = Int(entries[index].key) & mask
      places[slot] -= 1
      entries[index].next = places[slot]
    }
    // Each exchange brings an entry to its place, without room for a second table.
    for index in entries.indices {
      while Int(entries[index].next) != index { entries.swapAt(index, Int(entries[index].next)) }
    }
  }
}
