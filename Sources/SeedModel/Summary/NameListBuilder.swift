// Collects the distinct names of a page while it is read.

internal import SeedSyntax

/// A hash table over the names of a page, needed only while its summary is made.
struct NameListBuilder {
  private struct Slot {
    var hash: UInt32 = 0
    /// The index of the name; negative in an empty slot.
    var index: Int32 = -1
  }

  private(set) var names = NameList()
  /// The count is a power of two.
  private var slots = [Slot](filledWith: Slot(), count: 128)

  /// Makes room for the names of so many occurrences.
  mutating func makeRoom(forOccurrences count: Int) {
    // A name stands twice on a page or more often.
    names.makeRoom(for: count / 2)
  }

  /// The index of a name, which is added if it is new.
  mutating func index(of name: Span<UInt8>, hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot].index >= 0 {
      let index = Int(slots[slot].index)
      if slots[slot].hash == hash, names.withName(at: index, { $0.isSame(as: name) }) { return index }
      slot = (slot + 1) & mask
    }
    let index = names.append(name)
    slots[slot] = Slot(hash: hash, index: Int32(clamping: index))
    if names.count * 2 > slots.count { grow() }
    return index
  }

  private mutating func grow() {
    let old = slots
    slots = Array(repeating: Slot(), count: old.count * 2)
    let mask = slots.count - 1
    for entry in old where entry.index >= 0 {
      var slot = Int(entry.hash) & mask
      while slots[slot].index >= 0 { slot = (slot + 1) & mask }
      slots[slot] = entry
    }
  }
}
