// Keeps the best of many codes, without a String for any of the others.

internal import SeedModel
internal import SeedSyntax

/// A code that may be among the best.
struct Candidate {
  /// The rank and the first letters of the name: what decides most comparisons.
  let key: UInt64
  let name: [UInt8]
  let category: CompletionItem.Category
  let document: DocumentID
  let page: Int
  let definition: Int

  /// What the code is sorted by before its name; less is better.
  var rank: UInt8 { UInt8(truncatingIfNeeded: key >> 56) }

  @inline(__always)
  static func key(_ rank: UInt8, _ name: UnsafeBufferPointer<UInt8>) -> UInt64 {
    var key = UInt64(rank)
    for index in 0..<7 { key = key << 8 | UInt64(index < name.count ? name[index] : 0) }
    return key
  }
}

/// The best candidates in order, no more than a limit.
struct BestCandidates {
  private(set) var candidates: [Candidate] = []
  private(set) var isTruncated = false
  private let limit: Int
  /// The key of the last candidate once there are as many as may be.
  private var worst = UInt64.max

  init(limit: Int) {
    self.limit = limit
    candidates.reserveCapacity(limit + 1)
  }

  /// Whether a candidate with this key would not be among the best.
  @inline(__always)
  mutating func excludes(_ key: UInt64) -> Bool {
    guard key > worst else { return false }
    isTruncated = true
    return true
  }

  mutating func insert(_ candidate: Candidate) {
    var low = 0
    var high = candidates.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(candidates[middle], candidate) { low = middle + 1 } else { high = middle }
    }
    // The same name is often defined in several notes.
    if low < candidates.count, candidates[low].key == candidate.key, candidates[low].name == candidate.name { return }
    candidates.insert(candidate, at: low)
    if candidates.count > limit {
      candidates.removeLast()
      isTruncated = true
    }
    if candidates.count == limit { worst = candidates[limit - 1].key }
  }

  private static func precedes(_ left: Candidate, _ right: Candidate) -> Bool {
    left.key != right.key ? left.key < right.key : left.name.lexicographicallyPrecedes(right.name)
  }
}

/// A set of names that takes a strange name for one of its own now and then, and is quick to ask.
struct NameFilter {
  private var bits: [UInt64] = Array(repeating: 0, count: 256)

  @inline(__always)
  private static func bit(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    var hash: UInt32 = 0x811C_9DC5
    for byte in name { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return Int((hash ^ hash >> 15) & 16383)
  }

  mutating func insert(_ name: UnsafeBufferPointer<UInt8>) {
    let bit = Self.bit(name)
    bits[bit >> 6] |= 1 << UInt64(bit & 63)
  }

  @inline(__always)
  func mayContain(_ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let bit = Self.bit(name)
    return bits[bit >> 6] & 1 << UInt64(bit & 63) != 0
  }
}
