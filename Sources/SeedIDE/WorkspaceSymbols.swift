// Workspace symbols: the codes and sources of a study that match what someone types, the best first.

package import SeedModel
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
    var search = SymbolSearch(limit: max(limit, 0))
    for id in documentIDs {
      guard let note = self[id] else { continue }
      let heading = sourceHeading(of: id)
      if heading != nil { search.add(sourceOf: note, query) }
      note.summary.pages.forEachPage { index, page in
        search.add(page, index, of: note, excluding: heading == nil ? nil : note.sourceID, query)
      }
    }
    let kinds = CodeKindTable(vocabulary)
    var symbols: [StudySymbol] = []
    symbols.reserveCapacity(search.best.count)
    var key: UInt64?
    // Where the symbols begin that only the rest of their names can put in order.
    var equal = 0
    for match in search.sorted {
      guard let symbol = symbol(for: match, kinds) else { continue }
      if match.key != key { (key, equal) = (match.key, symbols.count) }
      let position = symbols[equal...].lastIndex { $0.name <= symbol.name }.map { $0 + 1 } ?? equal
      symbols.insert(symbol, at: position)
    }
    return symbols
  }

  private func symbol(for match: SymbolMatch, _ kinds: CodeKindTable) -> StudySymbol? {
    guard let note = self[match.document] else { return nil }
    let rank = StudySymbol.Rank(key: match.key)
    guard let target = match.definition else {
      guard let place = sourceHeading(of: match.document), let source = note.sourceID else { return nil }
      return StudySymbol(
        name: source, displayName: note.headerValue(.title), kind: .source, place: place, container: note.name,
        rank: rank)
    }
    let page = note.summary.pages[Int(target.page)]
    let definition = page.definitions[Int(target.index)]
    let range = page.range(ofOccurrence: definition.occurrence)
      .movedDown(by: note.startLine(ofPage: Int(target.page)))
    return StudySymbol(
      name: page.name(ofOccurrence: definition.occurrence), displayName: definition.displayName.map { page.text($0) },
      kind: kinds.kind(of: definition, on: page), place: Place(document: note.id, range: range, role: .definition),
      container: note.sourceID ?? note.name, rank: rank)
  }
}

/// A code or source that matches a query.
private struct SymbolMatch {
  /// The rank, the length and the first letters of the name: the order of the matches.
  let key: UInt64
  let document: DocumentID
  /// nil for the source that a note records.
  let definition: (page: Int32, index: Int32)?
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
  private let limit: Int

  init(limit: Int) {
    self.limit = limit
    best.reserveCapacity(min(limit, 1000))
  }

  /// Adds the codes of a page that match.
  ///
  /// - Parameter source: the id of the source for which the note's heading stands.
  mutating func add(
    _ page: PageSummary, _ index: Int, of note: StudyDocument, excluding source: String?, _ query: SymbolQuery
  ) {
    let source = Array((source ?? "").utf8)
    // The arrays are looked at in place: an access to each of them through the page would count references every time.
    page.definitions.withUnsafeBufferPointer { definitions in
      page.occurrences.withUnsafeBufferPointer { occurrences in
        page.texts.withUnsafeBufferPointer { texts in
          page.names.withNames { names in
            query.withTables { tables in
              for position in definitions.indices {
                let definition = definitions[position]
                switch definition.form {
                case .code, .alias: break
                case .link, .other: continue
                }
                guard occurrences.indices.contains(definition.occurrence) else { continue }
                let name = names[Int(occurrences[definition.occurrence].name)]
                if name.count == source.count, name.elementsEqual(source) { continue }
                offer(
                  name, definition.displayName.map { texts.clamped(to: $0) }, tables, note.id,
                  (Int32(truncatingIfNeeded: index), Int32(truncatingIfNeeded: position)))
              }
            }
          }
        }
      }
    }
  }

  /// Adds the source that a note records, if it matches.
  mutating func add(sourceOf note: StudyDocument, _ query: SymbolQuery) {
    guard var name = note.sourceID else { return }
    var title = note.headerValue(.title) ?? ""
    name.withUTF8 { name in
      title.withUTF8 { title in
        query.withTables { offer(name, title, $0, note.id, nil) }
      }
    }
  }

  @inline(__always)
  private mutating func offer(
    _ name: UnsafeBufferPointer<UInt8>, _ displayName: UnsafeBufferPointer<UInt8>?, _ query: SymbolQuery.Tables,
    _ document: DocumentID, _ definition: (page: Int32, index: Int32)?
  ) {
    guard !name.isEmpty else { return }
    var rank: UInt64?
    var length = name.count
    if query.letters.isEmpty {
      // By name alone.
      rank = Self.rank(.subsequence, isDisplayName: false)
      length = 0
    } else {
      if let quality = quality(of: name, query) { rank = Self.rank(quality, isDisplayName: false) }
      if let displayName, let quality = quality(of: displayName, query) {
        let other = Self.rank(quality, isDisplayName: true)
        if other < rank ?? .max { (rank, length) = (other, displayName.count) }
      }
    }
    guard let rank else { return }
    var key = rank << 12 | UInt64(min(length, 4095))
    for index in 0..<6 { key = key << 8 | UInt64(index < name.count ? name[index] : 0) }
    insert(SymbolMatch(key: key, document: document, definition: definition))
  }

  private static func rank(_ quality: MatchQuality, isDisplayName: Bool) -> UInt64 {
    UInt64(quality.rawValue) << 1 | (isDisplayName ? 1 : 0)
  }

  /// How well a text matches; nil if it doesn't, or not well enough to be among the best.
  @inline(__always)
  private func quality(of text: UnsafeBufferPointer<UInt8>, _ query: SymbolQuery.Tables) -> MatchQuality? {
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
  var sorted: [SymbolMatch] {
    best.sorted { left, right in
      if left.key != right.key { return left.key < right.key }
      if left.document != right.document { return left.document < right.document }
      let (first, second) = (left.definition ?? (-1, -1), right.definition ?? (-1, -1))
      return first.page != second.page ? first.page < second.page : first.index < second.index
    }
  }

  private mutating func insert(_ match: SymbolMatch) {
    guard best.count == limit else {
      best.append(match)
      var index = best.count - 1
      while index > 0, best[(index - 1) / 2].key < best[index].key {
        best.swapAt(index, (index - 1) / 2)
        index = (index - 1) / 2
      }
      return
    }
    guard let worst = best.first, match.key < worst.key else { return }
    var index = 0
    while true {
      var child = index * 2 + 1
      guard child < best.count else { break }
      if child + 1 < best.count, best[child].key < best[child + 1].key { child += 1 }
      guard match.key < best[child].key else { break }
      best[index] = best[child]
      index = child
    }
    best[index] = match
  }
}
