// Finds names that are a slip of the pen apart, without comparing every name with every other.

internal import SeedModel
internal import SeedSyntax

/// An index of names by pieces that a misspelt name shares with the right one.
///
/// Two names that are at most two edits apart share one of three pieces of either (Li, Deng, Wang, Feng: Pass-Join, VLDB
/// 2011). Each name is entered under its three pieces with its length. It is looked up by the pieces that names of nearly its
/// length could have. A swap of neighbours counts as one edit but may spoil two pieces. So two names that are a swap and another
/// edit apart are similar only if each shares a piece of the other: then either finds the other, or neither does. Names that
/// differ only in case, underscores, plural or British spelling share their folded form.
struct SimilarNames: Sendable {
  private var chains = NameChains()

  private static let pieceCount = 3
  /// The length of the shortest names that are found by their pieces, in bytes.
  static let shortestLength = pieceCount

  mutating func insert(_ name: NameID, _ bytes: Span<UInt8>, _ letters: LetterParity, folded: UInt32) {
    chains.enter(name, folded, letters)
    guard bytes.count >= Self.shortestLength else { return }
    for piece in 0..<Self.pieceCount {
      chains.enter(
        name, Self.hash(bytes.extracting(Self.piece(piece, ofLength: bytes.count)), piece, bytes.count), letters)
    }
  }

  /// Makes what was inserted quick to find.
  mutating func link() { chains.link() }

  /// The names among those that `isWanted` which are close enough to `name`, the closest first.
  func closest(
    to name: Span<UInt8>, among isWanted: (NameID) -> Bool, in table: NameTable
  ) -> [NameID] {
    var found: [(distance: Int, name: NameID)] = []
    chains.forEachName(NameKeys.folded(name)) { candidate, _ in
      guard isWanted(candidate), table.withName(candidate, { !$0.isSame(as: name) && NameKeys.areSameWord($0, name) })
      else { return }
      found.append((0, candidate))
    }
    let letters = LetterParity(name)
    forEachCandidate(name) { candidate, lettersOfCandidate in
      guard lettersOfCandidate.mayBeWithin(Spelling.maximumDistance, of: letters), isWanted(candidate),
        let distance = table.withName(candidate, { Spelling.slips(name, $0) }),
        table.withName(candidate, { Self.hasPiece(of: name, in: $0) }),
        // Those that share the folded form are found already.
        table.withName(candidate, { !NameKeys.areSameWord($0, name) })
      else { return }
      found.append((distance, candidate))
    }
    guard found.count > 1 else { return found.map(\.name) }
    found.sort { left, right in
      left.distance != right.distance
        ? left.distance < right.distance : table.isBefore(left.name, right.name)
    }
    // A name is found by each piece that it shares.
    return found.indices.lazy.filter { $0 == 0 || found[$0].name != found[$0 - 1].name }.map { found[$0].name }
  }

  // MARK: - Candidates

  /// Calls `body` with names one of whose pieces stands in `name` where edits can have moved it.
  @inline(__always)
  private func forEachCandidate(_ name: Span<UInt8>, _ body: (NameID, LetterParity) -> Void) {
    let shortest = max(name.count - Spelling.maximumDistance, Self.shortestLength)
    for length in shortest...max(name.count, 1) + Spelling.maximumDistance {
      for piece in 0..<Self.pieceCount {
        let count = Self.piece(piece, ofLength: length).count
        for start in Self.starts(of: piece, ofLength: length, in: name.count) {
          chains.forEachName(Self.hash(name.extracting(start..<start + count), piece, length), body)
        }
      }
    }
  }

  /// Whether a piece of a name stands in another one where edits can have moved it; true for a name too short to have pieces.
  private static func hasPiece(
    of name: Span<UInt8>, in other: Span<UInt8>
  ) -> Bool {
    guard name.count >= shortestLength else { return true }
    return (0..<pieceCount).contains { index in
      let piece = piece(index, ofLength: name.count)
      return starts(of: index, ofLength: name.count, in: other.count).contains { start in
        name.extracting(piece).isSame(as: other.extracting(start..<start + piece.count))
      }
    }
  }

  /// Where in a name of `count` letters a piece of one with `length` letters may stand.
  ///
  /// If each edit spoils one piece, some piece is whole that has as many edits before it as pieces. These edits move it by no
  /// more than their number; the other edits move what follows. Beside a swap, which spoils two pieces, there is at most one
  /// other edit, and it may stand anywhere.
  @inline(__always)
  private static func starts(of piece: Int, ofLength length: Int, in count: Int) -> Range<Int> {
    let range = Self.piece(piece, ofLength: length)
    let growth = count - length
    let rest = Spelling.maximumDistance - piece
    var (back, forth) = (max(-piece, growth - rest), min(piece, growth + rest))
    if abs(growth) == 1 { (back, forth) = (min(back, growth, 0), max(forth, growth, 0)) }
    let first = max(range.lowerBound + back, 0)
    let end = min(range.lowerBound + forth, count - range.count) + 1
    return first..<max(first, end)
  }

  // MARK: - Keys

  private static func piece(_ index: Int, ofLength length: Int) -> Range<Int> {
    length * index / pieceCount..<length * (index + 1) / pieceCount
  }

  private static func hash(_ part: Span<UInt8>, _ piece: Int, _ length: Int) -> UInt32 {
    NameHash.of(part)
      &+ UInt32(truncatingIfNeeded: (piece + 1) &* 0x9E37_79B9 &+ length &* 0x85EB_CA6B)
  }
}
