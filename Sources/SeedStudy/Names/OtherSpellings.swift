// Names that several notes use, nothing defines and that are like a defined one: perhaps the definition is what is misspelt.

internal import SeedModel
internal import SeedSyntax

/// An index of the undefined names that more than one note uses, and of the defined names that they are closest to.
struct OtherSpellings: Sendable {
  private struct Entry {
    /// The closest defined name; nil if there is none.
    var meant: NameID?
    let letters: LetterParity
    let folded: UInt32
  }

  private var entries: [NameID: Entry] = [:]
  /// The undefined names by what they may mean.
  private var spellings: [NameID: [NameID]] = [:]
  /// How most notes write the defined names that are disputed.
  var disputes: [NameID: DisputedSpelling] = [:]

  var isEmpty: Bool { entries.isEmpty }

  var names: [NameID] { Array(entries.keys) }

  func contains(_ name: NameID) -> Bool { entries[name] != nil }

  func meant(by name: NameID) -> NameID? { entries[name]?.meant }

  /// The undefined names that are closest to a defined one, in no particular order.
  func spellings(of name: NameID) -> [NameID] { spellings[name] ?? [] }

  /// The names that a defined one may be close to.
  func names(like bytes: Span<UInt8>) -> [NameID] {
    let (letters, folded) = (LetterParity(bytes), NameKeys.folded(bytes))
    return entries.lazy.filter { _, entry in
      entry.folded == folded || entry.letters.mayBeWithin(Spelling.maximumDistance, of: letters)
    }.map(\.key)
  }

  mutating func enter(_ name: NameID, _ bytes: Span<UInt8>, meant: NameID?) {
    remove(name)
    entries[name] = Entry(meant: meant, letters: LetterParity(bytes), folded: NameKeys.folded(bytes))
    if let meant { spellings[meant, default: []].append(name) }
  }

  mutating func remove(_ name: NameID) {
    guard let old = entries.removeValue(forKey: name), let meant = old.meant else { return }
    spellings[meant]?.removeAll { $0 == name }
    if spellings[meant]?.isEmpty == true { spellings[meant] = nil }
  }
}

/// A defined name that most notes write otherwise.
public struct DisputedSpelling: Hashable, Sendable {
  public let defined: String
  /// What most notes write.
  public let used: String
  /// How many notes write either.
  public let definedCount: Int
  public let usedCount: Int
}

extension Study {
  /// Whether any name may be written otherwise than it is defined in several notes.
  public var hasOtherSpellings: Bool { !otherSpellings.isEmpty }

  /// How most notes write a defined name, if they write it otherwise; as of the last `takeChange`.
  public func disputedSpelling(ofDefined name: NameID) -> DisputedSpelling? { otherSpellings.disputes[name] }

  private func findDispute(ofDefined name: NameID) -> DisputedSpelling? {
    let spellings = otherSpellings.spellings(of: name)
    guard !spellings.isEmpty else { return nil }
    let definedCount = noteCount(of: name)
    let rivals = spellings.compactMap { rival -> (name: String, count: Int)? in
      let (used, count) = (string(rival), noteCount(of: rival))
      return count > definedCount && documents(ofSource: used).isEmpty ? (used, count) : nil
    }
    guard let most = rivals.max(by: { ($0.count, $1.name) < ($1.count, $0.name) }) else {
      return nil
    }
    return DisputedSpelling(
      defined: string(name), used: most.name, definedCount: definedCount, usedCount: most.count)
  }

  /// The same for a name that nothing defines and that is close to a defined one.
  public func disputedSpelling(ofUndefined name: NameID) -> DisputedSpelling? {
    otherSpellings.meant(by: name).flatMap { disputedSpelling(ofDefined: $0) }
  }

  /// The first page of each of the first notes that use or define a name.
  public func pages(coding name: NameID, inFirst limit: Int) -> [PageID] {
    var seen: Set<DocumentID> = []
    let pages = postings(of: name).pages.filter { codingNote($0, name) != nil }.sorted { isBefore($0, $1) }
    return Array(pages.filter { codingNote($0, name).map { seen.insert($0).inserted } == true }.prefix(limit))
  }

  /// How many notes use or define a name.
  private func noteCount(of name: NameID) -> Int {
    var notes: Set<DocumentID> = []
    for page in postings(of: name).pages {
      if let note = codingNote(page, name) { notes.insert(note) }
    }
    return notes.count
  }

  private func codingNote(_ page: PageID, _ name: NameID) -> DocumentID? {
    guard let record = pages[page.index], !record.isModel,
      record.facts.uses.contains(name) || record.facts.firstDefinition(of: name, where: { _ in true }) != nil
    else { return nil }
    return record.document
  }

  // MARK: - Upkeep

  /// Brings the index up to date after a change, and notes which names are disputed otherwise than before.
  ///
  /// - Parameter names: those whose definitions changed.
  mutating func updateOtherSpellings(_ names: [NameID]) {
    var touched: Set<NameID> = []
    for (name, _) in change.uses where mayBeOtherSpelling(name) { touched.insert(name) }
    for name in names where mayBeOtherSpelling(name) { touched.insert(name) }
    if !otherSpellings.isEmpty {
      if names.count > Self.fewNames {
        touched.formUnion(otherSpellings.names)
      } else {
        for name in names { touched.formUnion(self.names.withName(name) { otherSpellings.names(like: $0) }) }
      }
    }
    for name in touched {
      let old = otherSpellings.meant(by: name)
      let isOther = postings[name.index].kinds.isEmpty && isUsedByNotes(name)
      let new = isOther ? closestDefinedName(to: name) : nil
      if isOther {
        self.names.withName(name) { otherSpellings.enter(name, $0, meant: new) }
      } else {
        otherSpellings.remove(name)
      }
      for meant in [old, new] {
        guard let meant else { continue }
        change.spellings.append(meant)
        change.spellings.append(contentsOf: otherSpellings.spellings(of: meant))
        change.spellings.append(name)
      }
    }
    guard !otherSpellings.isEmpty else { return updateDisputes() }
    // How many notes write the name as it is defined counts as well.
    for (name, _) in change.uses { noteCountOf(name) }
    for name in names { noteCountOf(name) }
    updateDisputes()
  }

  /// Counts once for a change: each place of a disputed name asks.
  private mutating func updateDisputes() {
    for name in Set(change.spellings) { otherSpellings.disputes[name] = findDispute(ofDefined: name) }
  }

  private mutating func noteCountOf(_ name: NameID) {
    let spellings = otherSpellings.spellings(of: name)
    guard !spellings.isEmpty else { return }
    change.spellings.append(name)
    change.spellings.append(contentsOf: spellings)
  }

  /// With more changed names than these, everything is looked up anew.
  private static let fewNames = 64

  private func mayBeOtherSpelling(_ name: NameID) -> Bool {
    let posting = postings[name.index]
    if posting.kinds.isEmpty, posting.pages.count > 1, posting.word == 0 { return true }
    return !otherSpellings.isEmpty && otherSpellings.contains(name)
  }

  /// Whether more than one note uses a name that isn't a source's.
  private func isUsedByNotes(_ name: NameID) -> Bool {
    guard postings[name.index].word == 0, names.withName(name, { SourceID($0) }) == nil else { return false }
    var first: DocumentID?
    for page in postings[name.index].pages {
      guard let note = codingNote(page, name) else { continue }
      if let first, first != note { return true }
      first = note
    }
    return false
  }

  /// What someone who misspells the name most likely means, if a note defines it.
  private func closestDefinedName(to name: NameID) -> NameID? {
    // A closure that asked the study itself would copy all its tables.
    let closest = names.withName(name) { [similarDefinedNames, postings, pages, names] bytes in
      similarDefinedNames.closest(to: bytes, among: { Self.canBeMeant($0, postings, pages) }, in: names).first
    }
    return closest.flatMap { isDefinedInNote($0) ? $0 : nil }
  }
}
