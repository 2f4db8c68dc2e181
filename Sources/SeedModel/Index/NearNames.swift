// Finds defined names that are almost the same as another one, quickly enough to ask for every definition.

internal import SeedSyntax

/// An index of names by their folded forms and by the beginnings of their words.
///
/// Names that differ by a slip inside one word share the first three letters of all their words: one look-up instead of the
/// many that `SimilarNames` needs to find any two edits.
struct NearNames: Sendable {
  private var chains = NameChains()

  mutating func insert(_ name: NameID, _ bytes: UnsafeBufferPointer<UInt8>) {
    chains.enter(name, SimilarNames.foldedHash(bytes))
    chains.enter(name, Self.beginningsHash(bytes))
  }

  /// The other names among those that `isWanted` which probably mean the same, in no particular order.
  func names(near name: NameID, among isWanted: (NameID) -> Bool, in table: NameTable) -> [NameID] {
    var found: [NameID] = []
    table.withName(name) { bytes in
      let add = { (candidate: NameID) in
        // Asked first: while a name is typed, each beginning of it is defined for a moment, and stays in the index.
        guard candidate != name, isWanted(candidate), !found.contains(candidate) else { return }
        if table.withName(candidate, { NameDifference.isSlip(bytes, $0) }) { found.append(candidate) }
      }
      chains.forEachName(SimilarNames.foldedHash(bytes), add)
      chains.forEachName(Self.beginningsHash(bytes), add)
    }
    return found
  }

  private static func beginningsHash(_ name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    var position = 0
    for byte in name {
      position = byte == ASCII.underscore ? 0 : position + 1
      if position <= NameDifference.beginning { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    }
    return hash ^ (hash >> 15)
  }
}
