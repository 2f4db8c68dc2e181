// Finds names that are a slip of the pen apart, without comparing every name with every other.

internal import SeedSyntax

/// An index of names by pieces that a misspelt name shares with the right one.
///
/// Two names that are at most two edits apart share one of three pieces of either (Li, Deng, Wang, Feng: Pass-Join, VLDB
/// 2011): each name is entered under its three pieces with its length, and looked up by the pieces that names of nearly its
/// length could have. A swap of neighbours counts as one edit but may spoil two pieces, so that one together with another
/// edit is not always found. Names that differ only in case, underscores, plural or British spelling share their folded
/// form.
struct SimilarNames: Sendable {
  private var chains = NameChains()

  /// Names whose distance is at most this are similar.
  private static let maximumDistance = 2
  private static let pieceCount = 3

  mutating func insert(_ name: NameID, _ bytes: UnsafeBufferPointer<UInt8>, _ keys: NameKeys) {
    chains.enter(name, keys.folded)
    guard bytes.count >= Self.pieceCount else { return }
    for piece in 0..<Self.pieceCount {
      chains.enter(name, Self.hash(bytes[Self.piece(piece, ofLength: bytes.count)], piece, bytes.count))
    }
  }

  /// The names among those that `isWanted` which are close enough to `name`, the closest first.
  func closest(
    to name: UnsafeBufferPointer<UInt8>, among isWanted: (NameID) -> Bool, in table: NameTable
  ) -> [NameID] {
    var found: [(distance: Int, name: NameID)] = []
    let keys = NameKeys(name)
    chains.forEachName(keys.folded) { candidate in
      guard isWanted(candidate), !found.contains(where: { $0.name == candidate }),
        table.withName(candidate, { !$0.isSame(as: name) && NameKeys.areSameWord($0, name) })
      else { return }
      found.append((0, candidate))
    }
    // Those that share the folded form are found already.
    let letters = LetterSet(name)
    forEachCandidate(name) { candidate in
      guard table.letters(of: candidate).mayBeWithin(Self.maximumDistance, of: letters),
        isWanted(candidate), !found.contains(where: { $0.name == candidate }),
        let distance = table.withName(candidate, { Self.slips(name, $0) })
      else { return }
      found.append((distance, candidate))
    }
    guard found.count > 1 else { return found.map(\.name) }
    return found.sorted { left, right in
      left.distance != right.distance
        ? left.distance < right.distance : table.string(left.name) < table.string(right.name)
    }.map(\.name)
  }

  /// How far two different names are apart: 0 if their folded forms are equal; nil if they are equal or not similar.
  static func distance(
    _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>
  ) -> Int? {
    guard !left.isSame(as: right) else { return nil }
    return NameKeys.areSameWord(left, right) ? 0 : slips(left, right)
  }

  /// How many edits two different names are apart; nil if they are equal or too many.
  private static func slips(_ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>) -> Int? {
    // In a short name two edits are no slip any more.
    let limit = min(left.count, right.count) < 5 ? 1 : maximumDistance
    let distance = editDistance(left, right, limit: limit)
    return distance == 0 ? nil : distance
  }

  // MARK: - Candidates

  @inline(__always)
  private func forEachCandidate(_ name: UnsafeBufferPointer<UInt8>, _ body: (NameID) -> Void) {
    for length in max(name.count - Self.maximumDistance, Self.pieceCount)...max(name.count, 1) + Self.maximumDistance {
      for piece in 0..<Self.pieceCount {
        let range = Self.piece(piece, ofLength: length)
        let first = max(range.lowerBound - Self.maximumDistance, 0)
        let last = min(range.lowerBound + Self.maximumDistance, name.count - range.count)
        guard first <= last else { continue }
        for start in first...last {
          chains.forEachName(Self.hash(name[start..<start + range.count], piece, length), body)
        }
      }
    }
  }

  // MARK: - Keys

  private static func piece(_ index: Int, ofLength length: Int) -> Range<Int> {
    length * index / pieceCount..<length * (index + 1) / pieceCount
  }

  private static func hash(_ part: Slice<UnsafeBufferPointer<UInt8>>, _ piece: Int, _ length: Int) -> UInt32 {
    NameTable.hash(UnsafeBufferPointer(rebasing: part))
      &+ UInt32(truncatingIfNeeded: (piece + 1) &* 0x9E37_79B9 &+ length &* 0x85EB_CA6B)
  }
}
