// Finds names that are a slip of the pen apart, without comparing every name with every other.

internal import SeedSyntax

/// An index of names by keys that a misspelt name most likely shares with the right one.
///
/// Two names meet under a common key if they are equal without case, underscores and British or American spelling, or
/// begin or end alike. What is close enough among those that meet is decided by the edit distance (Damerau 1964, restricted:
/// inserted, deleted, changed and swapped neighbouring characters count one each).
struct SimilarNames: Sendable {
  private var buckets: [UInt64: [NameID]] = [:]

  mutating func insert(_ name: NameID, _ bytes: UnsafeBufferPointer<UInt8>) {
    for key in Self.keys(bytes) { buckets[key, default: []].append(name) }
  }

  /// The names that share a key with `name`.
  func candidates(for name: UnsafeBufferPointer<UInt8>) -> Set<NameID> {
    var candidates: Set<NameID> = []
    for key in Self.keys(name) { candidates.formUnion(buckets[key] ?? []) }
    return candidates
  }

  /// The names among those that `isWanted` which are close enough to `name`, the closest first.
  func closest(
    to name: UnsafeBufferPointer<UInt8>, among isWanted: (NameID) -> Bool, in table: NameTable
  ) -> [NameID] {
    let folded = Self.fold(name)
    var found: [(distance: Int, name: NameID)] = []
    for candidate in candidates(for: name) where isWanted(candidate) {
      let distance = table.withName(candidate) { other -> Int? in
        guard !other.elementsEqual(name) else { return nil }
        if Self.fold(other) == folded { return 0 }
        let limit = name.count < 5 ? 1 : 2
        return editDistance(name, other, limit: limit)
      }
      if let distance { found.append((distance, candidate)) }
    }
    found.sort { left, right in
      left.distance != right.distance
        ? left.distance < right.distance : table.string(left.name) < table.string(right.name)
    }
    return found.map(\.name)
  }

  /// The keys of a name: of its folded form, of its beginning and of its end.
  private static func keys(_ name: UnsafeBufferPointer<UInt8>) -> [UInt64] {
    let folded = fold(name)
    let length = min(4, max(folded.count / 2, 1))
    return [
      hash(folded[...], 1), hash(folded.prefix(length), 2 &+ UInt64(length) << 8),
      hash(folded.suffix(length), 3 &+ UInt64(length) << 8),
    ]
  }

  private static func hash(_ bytes: ArraySlice<UInt8>, _ seed: UInt64) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325 ^ seed
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  /// A name without what people write differently: case, underscores, a plural's `s`, `ise` and `ize`, `our` and `or`.
  static func fold(_ name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var folded: [UInt8] = []
    folded.reserveCapacity(name.count)
    for (index, byte) in name.enumerated() where byte != UInt8(ascii: "_") {
      let letter = byte.lowercased
      let next = name.byte(at: index + 1)
      let isWordEnd = next == UInt8(ascii: "_") || next == 0
      if letter == UInt8(ascii: "s"), isWordEnd, index > 0, name[index - 1].lowercased != UInt8(ascii: "s") { continue }
      folded.append(letter == UInt8(ascii: "z") ? UInt8(ascii: "s") : letter)
    }
    return folded
  }
}

/// The number of edits between two names (restricted Damerau–Levenshtein), or nil if there are more than `limit`.
func editDistance(
  _ left: UnsafeBufferPointer<UInt8>, _ right: UnsafeBufferPointer<UInt8>, limit: Int
) -> Int? {
  guard abs(left.count - right.count) <= limit else { return nil }
  var beforePrevious: [Int] = []
  var previous = Array(0...right.count)
  for row in 0..<left.count {
    var current = [row + 1]
    current.reserveCapacity(right.count + 1)
    var best = row + 1
    for column in 0..<right.count {
      let cost = left[row] == right[column] ? 0 : 1
      var value = min(previous[column + 1] + 1, current[column] + 1, previous[column] + cost)
      if row > 0, column > 0, left[row] == right[column - 1], left[row - 1] == right[column] {
        value = min(value, beforePrevious[column - 1] + 1)
      }
      current.append(value)
      best = min(best, value)
    }
    guard best <= limit else { return nil }
    beforePrevious = previous
    previous = current
  }
  guard let distance = previous.last, distance <= limit else { return nil }
  return distance
}
