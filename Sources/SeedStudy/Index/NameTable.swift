// Names as numbers: each distinct name of a study is kept once, and compared by its number everywhere else.

internal import SeedModel
internal import SeedSyntax

/// A name of a study, as a number that is valid for that study alone.
public struct NameID: Hashable, Sendable, Comparable {
  public let rawValue: UInt32

  var index: Int { Int(rawValue) }

  public static func < (left: NameID, right: NameID) -> Bool { left.rawValue < right.rawValue }
}

/// An open-addressing hash table from names to numbers; names are never removed.
struct NameTable: Sendable {
  /// All names' bytes, one after the other.
  private var bytes: [UInt8] = []
  private var ends: [UInt32] = []
  private var hashes: [UInt32] = []
  private var letters: [LetterSet] = []
  /// Numbers plus one; 0 is an empty slot. The count is a power of two.
  private var slots: [UInt32] = Array(repeating: 0, count: 1024)

  var count: Int { ends.count }

  /// The number of a name, given to it now if it has none yet.
  mutating func intern(_ name: Span<UInt8>) -> NameID {
    let hash = NameHash.of(name)
    let slot = self.slot(of: name, hash)
    if slots[slot] != 0 { return NameID(rawValue: slots[slot] - 1) }
    bytes.append(copying: name)
    ends.append(UInt32(clamping: bytes.count))
    hashes.append(hash)
    letters.append(LetterSet(name))
    slots[slot] = UInt32(ends.count)
    if ends.count * 2 > slots.count { grow() }
    return NameID(rawValue: UInt32(ends.count - 1))
  }

  /// The number of a name; nil if it has none.
  func find(_ name: Span<UInt8>) -> NameID? {
    let slot = self.slot(of: name, NameHash.of(name))
    return slots[slot] == 0 ? nil : NameID(rawValue: slots[slot] - 1)
  }

  @inline(__always)
  func withName<Result>(_ id: NameID, _ body: (Span<UInt8>) -> Result) -> Result {
    guard id.index < ends.count else { return body(Span()) }
    let start = id.index == 0 ? 0 : Int(ends[id.index - 1])
    return body(bytes.span.extracting(start..<Int(ends[id.index])))
  }

  /// Calls `body` with the number and the bytes of each name that is wanted by its number and its letters.
  @inline(__always)
  func forEachName(where isWanted: (Int, LetterSet) -> Bool, _ body: (Int, Span<UInt8>) -> Void) {
    let bytes = bytes.span
    let ends = ends.span
    let letters = letters.span
    for index in 0..<letters.count where isWanted(index, letters[index]) {
      let start = index == 0 ? 0 : Int(ends[index - 1])
      body(index, bytes.extracting(start..<Int(ends[index])))
    }
  }

  func string(_ id: NameID) -> String {
    withName(id) { $0.text }
  }

  /// Whether a name comes before another one, by their bytes.
  func isBefore(_ left: NameID, _ right: NameID) -> Bool {
    withName(left) { left in withName(right) { left.precedes($0) } }
  }

  /// The slot that holds the name, or the empty one where it belongs.
  private func slot(of name: Span<UInt8>, _ hash: UInt32) -> Int {
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while slots[slot] != 0 {
      let id = NameID(rawValue: slots[slot] - 1)
      if hashes[id.index] == hash, withName(id, { $0.isSame(as: name) }) { return slot }
      slot = (slot + 1) & mask
    }
    return slot
  }

  private mutating func grow() {
    slots = Array(repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (index, hash) in hashes.enumerated() {
      var slot = Int(hash) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt32(index + 1)
    }
  }
}
