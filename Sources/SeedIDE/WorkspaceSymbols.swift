// Workspace symbols: the codes and sources of a study that match what someone types, the best first.

internal import SeedModel
package import SeedStudy
internal import SeedSyntax

/// A code or a source of a study.
package struct StudySymbol: Hashable, Sendable {
  /// How well it matches; a match of the name is better than one of the display name.
  package struct Rank: Hashable, Sendable, Comparable {
    package let quality: MatchQuality
    package let isDisplayName: Bool

    package static func < (left: Rank, right: Rank) -> Bool {
      left.quality == right.quality ? !left.isDisplayName && right.isDisplayName : left.quality < right.quality
    }
  }

  package let name: String
  /// The display name of a code, the title of a source.
  package let displayName: String?
  package let kind: CodeKind
  /// Where it is defined.
  package let place: Place
  /// The note that defines it: the id of its source, else the file's name.
  package let container: String
  package let rank: Rank
}

extension Study {
  /// The codes and sources whose name or display name has the letters of a query in their order: first by how they match,
  /// then the shorter ones, then by name. Of an empty query, the first ones by name.
  ///
  /// A code is there once for each of its definitions. Names of links are not: they repeat the names of codes.
  ///
  /// - Parameter limit: the most symbols to give.
  package func symbols(matching query: String, limit: Int = 200) -> [StudySymbol] {
    let query = SymbolQuery(query)
    var search = SymbolSearch(in: self, limit: max(limit, 0))
    let needed = query.neededLetters
    query.withTables { tables in
      forEachSource(with: needed) { search.add(sourceOf: $0, $1, $2, tables) }
      // Names that begin as the query does are best: once there are enough of them, most others needn't be looked at.
      for isBeginning in [true, false] {
        forEachDefinedName(with: needed) { id, name, displayNames in
          guard (tables.beginning(of: name) != nil) == isBeginning else { return }
          search.add(id, name, displayNames.mayHave(needed) ? displayNames : nil, tables)
        }
      }
    }
    var kinds = CodeKindTable(self)
    var symbols: [StudySymbol] = []
    symbols.reserveCapacity(search.best.count)
    var key: UInt64?
    // Where the symbols begin that only the rest of their names can put in order.
    var equal = 0
    for match in search.sorted {
      guard let symbol = symbol(for: match, &kinds) else { continue }
      if match.key != key { (key, equal) = (match.key, symbols.count) }
      let position = symbols[equal...].lastIndex { $0.name <= symbol.name }.map { $0 + 1 } ?? equal
      symbols.insert(symbol, at: position)
    }
    return symbols
  }

  private func symbol(for match: SymbolMatch, _ kinds: inout CodeKindTable) -> StudySymbol? {
    let rank = StudySymbol.Rank(key: match.key)
    switch match.target {
    case .source(let document):
      guard let note = self[document], let place = sourceHeading(of: document), let source = note.sourceID else {
        return nil
      }
      return StudySymbol(
        name: source, displayName: note.headerValue(.title), kind: .source, place: place, container: note.name,
        rank: rank)
    case .definition(let place):
      guard let note = self[place.document], note.summary.pages.indices.contains(place.page) else { return nil }
      let page = note.summary.pages[place.page]
      guard page.definitions.indices.contains(place.index) else { return nil }
      let definition = page.definitions[place.index]
      let range = page.range(ofOccurrence: definition.occurrence).movedDown(by: note.startLine(ofPage: place.page))
      return StudySymbol(
        name: page.name(ofOccurrence: definition.occurrence), displayName: definition.displayName.map { page.text($0) },
        kind: kinds.kind(of: definition, on: page), place: Place(document: note.id, range: range, role: .definition),
        container: note.sourceID ?? note.name, rank: rank)
    }
  }
}

/// A code or source that matches a query.
private struct SymbolMatch {
  enum Target {
    case source(DocumentID)
    case definition(DefinitionPlace)

    var document: DocumentID {
      switch self {
      case .source(let document): document
      case .definition(let place): place.document
      }
    }

    /// Where it stands in its note: the source comes first.
    var position: (Int, Int) {
      switch self {
      case .source: (-1, 0)
      case .definition(let place): (place.page, place.index)
      }
    }
  }

  /// The rank, the length and the first letters of the name: the order of the matches.
  let key: UInt64
  let target: Target
}

extension StudySymbol.Rank {
  /// How many bits of a match's key stand behind those of its rank.
  fileprivate static let shift: UInt64 = 60

  fileprivate init(key: UInt64) {
    let number = key >> Self.shift
    self.init(
      quality: MatchQuality(rawValue: UInt8(truncatingIfNeeded: number >> 1)) ?? .subsequence,
      isDisplayName: number & 1 != 0)
  }
}

/// Looks for the best matches among all codes of a study.
private struct SymbolSearch {
  /// The best matches so far, the worst of them first: a binary heap.
  private(set) var best: [SymbolMatch] = []
  private let study: Study
  private let limit: Int

  init(in study: Study, limit: Int) {
    self.study = study
    self.limit = limit
    best.reserveCapacity(min(limit, 1000))
  }

  /// Adds the codes with a name, if it or what they are called matches.
  ///
  /// - Parameter displayNames: what is known of what they are called, if that may match.
  mutating func add(
    _ id: NameID, _ name: Span<UInt8>, _ displayNames: DisplayNameOutline?,
    _ query: SymbolQuery.Tables
  ) {
    let key = key(ofName: name, query)
    if let displayNames, mayBeAmongBest(displayNames, query) {
      study.forEachCodeDefinition(of: id) { place, displayName in
        var other: UInt64?
        if let displayName { other = self.key(ofDisplayName: displayName, name, query) }
        if let best = [key, other].compactMap({ $0 }).min() {
          insert(SymbolMatch(key: best, target: .definition(place)))
        }
      }
    } else if let key, isAmongBest(key) {
      study.forEachCodeDefinition(of: id) { place, _ in insert(SymbolMatch(key: key, target: .definition(place))) }
    }
  }

  /// Adds the source that a note records, if its id or its title matches.
  mutating func add(
    sourceOf document: DocumentID, _ id: String, _ title: Span<UInt8>, _ query: SymbolQuery.Tables
  ) {
    let id = id.utf8.span
    let key = [self.key(ofName: id, query), self.key(ofDisplayName: title, id, query)].compactMap { $0 }.min()
    if let key { insert(SymbolMatch(key: key, target: .source(document))) }
  }

  /// Of an empty query all names match, and the letters alone put them in order.
  private func key(ofName name: Span<UInt8>, _ query: SymbolQuery.Tables) -> UInt64? {
    guard !query.letters.isEmpty else { return Self.key(.subsequence, name: name, length: 0) }
    return quality(of: name, query).map { Self.key($0, name: name, length: name.count) }
  }

  private func key(
    ofDisplayName text: Span<UInt8>, _ name: Span<UInt8>, _ query: SymbolQuery.Tables
  ) -> UInt64? {
    guard !query.letters.isEmpty else { return nil }
    return quality(of: text, query).map { Self.key($0, isDisplayName: true, name: name, length: text.count) }
  }

  private static func key(
    _ quality: MatchQuality, isDisplayName: Bool = false, name: Span<UInt8>, length: Int
  ) -> UInt64 {
    var key = rank(quality, isDisplayName: isDisplayName) << 12 | UInt64(min(length, 4095))
    for index in 0..<6 { key = key << 8 | UInt64(index < name.count ? name[index] : 0) }
    return key
  }

  private static func rank(_ quality: MatchQuality, isDisplayName: Bool) -> UInt64 {
    UInt64(quality.rawValue) << 1 | (isDisplayName ? 1 : 0)
  }

  /// How well a text matches; nil if it doesn't, or not well enough to be among the best.
  @inline(__always)
  private func quality(of text: Span<UInt8>, _ query: SymbolQuery.Tables) -> MatchQuality? {
    guard query.matches(text) else { return nil }
    if let beginning = query.beginning(of: text) { return beginning }
    // To look for words takes longer, and is of no use when there are better matches enough.
    if best.count == limit, let worst = best.first,
      worst.key >> StudySymbol.Rank.shift < Self.rank(.wordStarts, isDisplayName: false)
    {
      return nil
    }
    return query.matchesWordStarts(text) ? .wordStarts : .subsequence
  }

  // MARK: - The heap

  /// The best matches, the best of them first; those of one key in the order of their notes.
  var sorted: [SymbolMatch] { best.sorted { isBefore($0, $1) } }

  private func isBefore(_ left: SymbolMatch, _ right: SymbolMatch) -> Bool {
    if left.key != right.key { return left.key < right.key }
    return left.target.document == right.target.document
      ? left.target.position < right.target.position : study.isBefore(left.target.document, right.target.document)
  }

  /// Whether a display name can be better than what was found: the query itself, or what begins with it.
  private func mayBeAmongBest(_ displayNames: DisplayNameOutline, _ query: SymbolQuery.Tables) -> Bool {
    guard !query.letters.isEmpty else { return false }
    guard best.count == limit, let worst = best.first else { return true }
    let rank = worst.key >> StudySymbol.Rank.shift
    return rank >= Self.rank(.prefix, isDisplayName: true)
      || rank > Self.rank(.exact, isDisplayName: true) && displayNames.mayBe(atMost: query.letters.count)
  }

  private func isAmongBest(_ key: UInt64) -> Bool {
    best.count < limit || best.first.map { key <= $0.key } == true
  }

  private mutating func insert(_ match: SymbolMatch) {
    guard best.count == limit else {
      best.append(match)
      var index = best.count - 1
      while index > 0, isBefore(best[(index - 1) / 2], best[index]) {
        best.swapAt(index, (index - 1) / 2)
        index = (index - 1) / 2
      }
      return
    }
    guard let worst = best.first, isBefore(match, worst) else { return }
    var index = 0
    while true {
      var child = index * 2 + 1
      guard child < best.count else { break }
      if child + 1 < best.count, isBefore(best[child], best[child + 1]) { child += 1 }
      guard isBefore(match, best[child]) else { break }
      best[index] = best[child]
      index = child
    }
    best[index] = match
  }
}
