// Collects the distinct names of a page while it is read.

/// A hash table over the names of a page, needed only while its summary is made.
struct NameListBuilder {
  private(set) var names = NameList()
  private var hashes: [UInt32] = []
  /// Indices plus one; 0 is an empty slot. The count is a power of two.
  private var slots: [Int32] = Array(repeating: 0, count: 128)

  /// Makes room for the names of so many occurrences.
  mutating func makeRoom(forOccurrences count: Int) {
    // A name stands twice on a page or more often.
    names.makeRoom(for: count / 2)
    hashes.reserveCapacity(count / 2)
  }

  /// The index of a name, which is added if it is new.
  mutating func index(of name: UnsafeBufferPointer<UInt8>) -> Int {
    let hash = NameTable.hash(name)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let index = Int(slots[slot]) - 1
      if hashes[index] == hash, names.withName(at: index, { $0.isSame(as: name) }) { return index }
      slot = (slot + 1) & mask
    }
    let index = names.append(name)
    hashes.append(hash)
    slots[slot] = Int32(clamping: index + 1)
    if hashes.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = Int32(clamping: index + 1)
    }
  }
}
