// Looks for the codes that begin with, or contain, what someone has typed so far: the best of perhaps 100 000.

public import SeedModel
internal import SeedSyntax

/// What codes are looked for.
public struct CodeSearch: Sendable {
  /// The letters typed so far; a name matches if it has them in their order, in any case.
  public let typed: [UInt8]
  /// The kinds of code that are wanted, and those that come after them.
  public let wanted: CodeKinds
  public let possible: CodeKinds
  /// The kinds of code that come last of all, and only where their names begin with the two or more letters typed.
  public let remote: CodeKinds
  /// A name that is not looked for.
  public let excluded: [UInt8]
  /// The note whose names come before others of their rank.
  public let document: DocumentID
  /// The most codes to give.
  public let limit: Int

  public init(
    typed: [UInt8], wanted: CodeKinds, possible: CodeKinds = [], remote: CodeKinds = [], excluded: [UInt8] = [],
    document: DocumentID, limit: Int
  ) {
    self.typed = typed.map(\.lowercased)
    self.wanted = wanted
    self.possible = possible
    self.remote = remote
    self.excluded = excluded
    self.document = document
    self.limit = max(limit, 0)
  }
}

/// The codes that were found.
public struct CodeSearchResult: Sendable {
  /// The best first: by kind, by whether they begin with what is typed, by whether the note has them, by name.
  public let names: [NameID]
  /// Whether there are more.
  public let isTruncated: Bool
}

extension Study {
  /// The defined names that a search looks for.
  ///
  /// One walk over the table of names. Most names are passed over by a look at the set of their letters.
  public func codes(_ search: CodeSearch) -> CodeSearchResult {
    var best = BestNames(limit: search.limit, names: names)
    let own = namesOnPages(of: search.document)
    let changed = change.names
    let stale = NameSet(changed, count: postings.count)
    let needed = LetterSet(search.typed)
    let ranks = search.ranksOfKinds
    let postings = postings
    names.forEachName(where: { $1.isSuperset(of: needed) }) { index, name in
      let id = NameID(rawValue: UInt32(truncatingIfNeeded: index))
      // The table knows nothing yet of what changed since the last change was taken.
      let kinds = changed.isEmpty || !stale.contains(id) ? postings[index].kinds : currentKinds(of: id)
      let rank = ranks[Int(kinds.rawValue)]
      guard rank != .max, let begins = search.match(name) else { return }
      // A letter alone says too little about what is meant.
      if rank == CodeSearch.remoteRank, !begins || search.typed.count < 2 { return }
      if kinds == .noClass, isOfModel(id, elsewhereThan: search.document) { return }
      guard !name.isSame(as: search.excluded.span) else { return }
      best.insert(id, name, rank: rank << 2 | (begins ? 0 : 2) | (own.contains(id) ? 0 : 1))
    }
    return CodeSearchResult(names: best.sorted, isTruncated: best.isTruncated)
  }

  /// Whether a name that is no code is defined in other model files alone. Their links and lists are of use only there.
  private func isOfModel(_ name: NameID, elsewhereThan document: DocumentID) -> Bool {
    !postings[name.index].definingPages.contains { page in
      guard let record = pages[page.index] else { return false }
      return !record.isModel || record.document == document
    }
  }

  /// The names that stand anywhere in a note.
  private func namesOnPages(of document: DocumentID) -> NameSet {
    var set = NameSet([], count: postings.count)
    for page in self[document]?.pages ?? [] {
      for name in pages[page.index]?.names ?? [] { set.insert(name) }
    }
    return set
  }

  /// What a name's definitions make of it now.
  private func currentKinds(of name: NameID) -> CodeKinds {
    var kinds: CodeKinds = []
    let hasNote = isDefinedInNote(name)
    for page in Set(postings[name.index].definingPages) {
      guard let record = pages[page.index], !(hasNote && record.isModel) else { continue }
      for index in record.facts.definitions(of: name) { kinds.formUnion(record.facts.definitions[index].kinds) }
    }
    return kinds
  }
}

extension CodeSearch {
  fileprivate static let remoteRank: UInt8 = 2

  /// The rank of each set of kinds, by its number; `UInt8.max` for what is not looked for.
  fileprivate var ranksOfKinds: [UInt8] {
    (0..<256).map { number in
      let kinds = CodeKinds(rawValue: UInt8(truncatingIfNeeded: number))
      if !kinds.isDisjoint(with: wanted) { return 0 }
      if !kinds.isDisjoint(with: possible) { return 1 }
      return kinds.isDisjoint(with: remote) ? .max : Self.remoteRank
    }
  }

  /// Whether a name begins with the typed letters; nil if it lacks them in their order.
  @inline(__always)
  fileprivate func match(_ name: Span<UInt8>) -> Bool? {
    guard !typed.isEmpty else { return true }
    let typed = typed.span
    guard typed.count <= name.count else { return nil }
    var count = 0
    while count < typed.count, name[count].lowercased == typed[count] { count += 1 }
    if count == typed.count { return true }
    var position = count
    while count < typed.count {
      guard position < name.count else { return nil }
      if name[position].lowercased == typed[count] { count += 1 }
      position += 1
    }
    return false
  }
}

/// A set of names of a study.
private struct NameSet {
  private var words: [UInt64]

  init(_ names: [NameID], count: Int) {
    words = Array(repeating: 0, count: count / 64 + 1)
    for name in names { insert(name) }
  }

  mutating func insert(_ name: NameID) {
    guard name.index >> 6 < words.count else { return }
    words[name.index >> 6] |= 1 << UInt64(name.index & 63)
  }

  @inline(__always)
  func contains(_ name: NameID) -> Bool {
    name.index >> 6 < words.count && words[name.index >> 6] & 1 << UInt64(name.index & 63) != 0
  }
}

/// The best names so far, in order, no more than a limit.
private struct BestNames {
  private var entries: [(key: UInt64, name: NameID)] = []
  private(set) var isTruncated = false
  private let limit: Int
  private let names: NameTable

  init(limit: Int, names: NameTable) {
    self.limit = limit
    self.names = names
    entries.reserveCapacity(limit + 1)
  }

  var sorted: [NameID] { entries.map(\.name) }

  @inline(__always)
  mutating func insert(_ id: NameID, _ name: Span<UInt8>, rank: UInt8) {
    // The rank and the first letters decide most comparisons.
    var key = UInt64(rank)
    for index in 0..<7 { key = key << 8 | UInt64(index < name.count ? name[index] : 0) }
    if entries.count == limit {
      isTruncated = true
      guard let last = entries.last, key <= last.key else { return }
    }
    insert(id, name, key)
  }

  private mutating func insert(_ id: NameID, _ name: Span<UInt8>, _ key: UInt64) {
    var low = 0
    var high = entries.count
    while low < high {
      let middle = (low + high) / 2
      let entry = entries[middle]
      let precedes =
        entry.key != key
        ? entry.key < key : names.withName(entry.name) { $0.precedes(name) }
      if precedes { low = middle + 1 } else { high = middle }
    }
    guard low < limit else { return }
    entries.insert((key, id), at: low)
    if entries.count > limit { entries.removeLast() }
  }
}
