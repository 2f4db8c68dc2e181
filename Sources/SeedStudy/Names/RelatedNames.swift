// Finds defined names that may be meant by an undefined one: too far for a slip of the pen, but of nearly the same words.

internal import SeedModel
internal import SeedSyntax

/// An index of names by the beginnings of their words, of all of them and of all but one.
///
/// Three kinds of names are related: those of the same words in other forms (`managing_permission`, `manage_permissions`), those
/// of which one has a word more (`decision_as_product`, `decision_model_as_product`), and those of three or more words that differ
/// in the last one. One look-up for each word finds them.
struct RelatedNames: Sendable {
  private var chains = NameChains()

  /// What a key is made of.
  private enum Part: UInt32, CaseIterable {
    case all = 0x51ED_270B
    case allButOne = 0xA3C5_9AC3
    case allButLast = 0x7F4A_7C15
  }

  /// Names of more words are not entered, and a key that more names share finds none.
  fileprivate static let mostWords = 12
  private static let mostCandidates = 3

  mutating func insert(_ name: NameID, _ bytes: Span<UInt8>, _ letters: LetterParity) {
    let words = Words(bytes)
    guard (2...Self.mostWords).contains(words.count) else { return }
    chains.enter(name, Self.key(words, .all), letters)
    for index in words.indices { chains.enter(name, Self.key(words, .allButOne, without: index), letters) }
    if words.count > 2 { chains.enter(name, Self.key(words, .allButLast, without: words.count - 1), letters) }
  }

  /// Makes what was inserted quick to find.
  mutating func link() { chains.link() }

  /// The names among those that `isWanted` which are related to `name`, the likeliest first; none where too many could be meant.
  func closest(
    to name: Span<UInt8>, among isWanted: (NameID) -> Bool, in table: NameTable
  ) -> [NameID] {
    let words = Words(name)
    var found: [(rank: Int, name: NameID)] = []
    Self.forEachLookup(words) { rank, key in
      for candidate in chains.names(key, atMost: Self.mostCandidates, where: isWanted) ?? []
      where !found.contains(where: { $0.name == candidate }) {
        if table.withName(candidate, { Self.isRelated(words, name, Words($0), $0) }) { found.append((rank, candidate)) }
      }
    }
    guard found.count > 1 else { return found.map(\.name) }
    found.sort { left, right in
      left.rank != right.rank ? left.rank < right.rank : table.isBefore(left.name, right.name)
    }
    return found.map(\.name)
  }

  /// Calls `body` with every name that may be related to `name`.
  func forEachCandidate(_ name: Span<UInt8>, _ body: (NameID) -> Void) {
    Self.forEachLookup(Words(name)) { _, key in chains.forEachName(key) { candidate, _ in body(candidate) } }
  }

  // MARK: - Keys

  /// Calls `body` with the keys under which related names are found, the likeliest relation first.
  @inline(__always)
  private static func forEachLookup(_ words: Words, _ body: (_ rank: Int, _ key: UInt32) -> Void) {
    guard (2...mostWords).contains(words.count) else { return }
    body(0, key(words, .all))
    body(1, key(words, .all, as: .allButOne))
    guard words.count > 2 else { return }
    for index in words.indices { body(1, key(words, .allButOne, without: index, as: .all)) }
    body(2, key(words, .allButLast, without: words.count - 1))
  }

  private static func key(_ words: Words, _ part: Part, without left: Int = -1, as kind: Part? = nil) -> UInt32 {
    var hash = (kind ?? part).rawValue
    for index in words.indices where index != left { hash = (hash ^ words.beginnings[index]) &* 0x0100_0193 }
    return hash ^ (hash >> 15)
  }

  // MARK: - Words

  private static func isRelated(
    _ left: Words, _ leftName: Span<UInt8>, _ right: Words, _ rightName: Span<UInt8>
  ) -> Bool {
    func areForms(_ leftIndex: Int, _ rightIndex: Int) -> Bool {
      Self.areForms(leftName.extracting(left.range(leftIndex)), rightName.extracting(right.range(rightIndex)))
    }
    switch left.count - right.count {
    case 0:
      guard let different = left.indices.first(where: { !areForms($0, $0) }) else { return true }
      return different > 1 && different == left.count - 1
    case 1:
      guard right.count > 1 else { return false }
      return left.indices.contains { removed in right.indices.allSatisfy { areForms($0 < removed ? $0 : $0 + 1, $0) } }
    case -1:
      return isRelated(right, rightName, left, leftName)
    default:
      return false
    }
  }

  /// Whether two words are one, or forms of one: `manage`, `managing`.
  private static func areForms(_ left: Span<UInt8>, _ right: Span<UInt8>) -> Bool {
    var common = 0
    while common < min(left.count, right.count), left[common].lowercased == right[common].lowercased { common += 1 }
    let longest = max(left.count, right.count)
    return common == longest || common >= 4 && common * 2 >= longest
  }
}

/// The words of a name, between its underscores. Of a name with too many words, only that is known.
private struct Words {
  /// The start and the end of each word in the name, and its first letters in lower case.
  private var starts = InlineArray<12, Int>(repeating: 0)
  private var ends = InlineArray<12, Int>(repeating: 0)
  private(set) var beginnings = InlineArray<12, UInt32>(repeating: 0)
  private(set) var count = 0

  init(_ bytes: Span<UInt8>) {
    var start = 0
    var beginning: UInt32 = 0
    for index in 0...bytes.count {
      if index < bytes.count, bytes[index] != ASCII.underscore {
        if index - start < NameKeys.beginning { beginning = beginning << 8 | UInt32(bytes[index].lowercased) }
        continue
      }
      if index > start {
        count += 1
        guard count <= RelatedNames.mostWords else { return }
        (starts[count - 1], ends[count - 1], beginnings[count - 1]) = (start, index, beginning)
      }
      (start, beginning) = (index + 1, 0)
    }
  }

  var indices: Range<Int> { 0..<count }

  func range(_ index: Int) -> Range<Int> { starts[index]..<ends[index] }
}
