// Finds defined names that are almost the same as another one, quickly enough to ask for every definition.

internal import SeedModel
internal import SeedSyntax

/// An index of names by their folded forms and by the beginnings of their words.
///
/// Names that differ by a slip inside one word share the first three letters of all their words. One look-up finds them;
/// `SimilarNames` needs many to find any two edits.
struct NearNames: Sendable {
  private var chains = NameChains()
  /// By the number of the name; a name that was not inserted has no keys. Kept, since every check asks for them.
  private var known: [(keys: NameKeys, letters: LetterParity)] = []

  func contains(_ name: NameID) -> Bool { name.index < known.count && !known[name.index].keys.isNone }

  mutating func insert(_ name: NameID, _ keys: NameKeys, _ letters: LetterParity) {
    while known.count <= name.index { known.append((.none, letters)) }
    known[name.index] = (keys, letters)
    chains.enter(name, keys.folded, letters)
    chains.enter(name, keys.beginnings, letters)
  }

  /// Makes what was inserted quick to find.
  mutating func link() { chains.link() }

  /// The other names among those that `isWanted` which probably mean the same, in no particular order.
  func names(near name: NameID, among isWanted: (NameID) -> Bool, in table: NameTable) -> [NameID] {
    guard contains(name) else { return [] }
    let (keys, letters) = known[name.index]
    var found: [NameID] = []
    func add(_ candidate: NameID) {
      // Asked first: while a name is typed, each of its beginnings is defined for a moment and stays in the index.
      guard candidate != name, isWanted(candidate), !found.contains(candidate) else { return }
      let isSlip = table.withName(name) { name in
        table.withName(candidate) { NameDifference.isSlip(name, $0) }
      }
      if isSlip { found.append(candidate) }
    }
    chains.forEachName(keys.folded) { candidate, _ in add(candidate) }
    chains.forEachName(keys.beginnings) { candidate, lettersOfCandidate in
      if lettersOfCandidate.mayBeWithin(2, of: letters) { add(candidate) }
    }
    return found
  }
}
