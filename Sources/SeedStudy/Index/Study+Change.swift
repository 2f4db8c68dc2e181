// Hands out what changed in a study, and brings up to date what the index says of the changed names.

internal import SeedModel

extension Study {
  /// What changed since the last call.
  ///
  /// What a name's definitions make of it, and which similar names there are, is looked up as of the last call.
  public mutating func takeChange() -> StudyChange {
    let names = change.names.distinct
    for name in names { updateKinds(of: name) }
    similarDefinedNames.link()
    relatedDefinedNames.link()
    nearNames.link()
    updateOtherSpellings(names)
    freePages.append(contentsOf: change.removedPages)
    change.names = names
    var taken = StudyChange()
    swap(&taken, &change)
    return taken
  }

  /// Works out again what a name's definitions say together.
  private mutating func updateKinds(of name: NameID) {
    var kinds: CodeKinds = []
    var firstPage: PageID?
    var firstCodePage: PageID?
    let hasNote = isDefinedInNote(name)
    for page in postings[name.index].definingPages.withoutRuns {
      guard let record = pages[page.index], !(hasNote && record.isModel) else { continue }
      let pageKinds = record.facts.kinds(of: name)
      guard !pageKinds.isEmpty else { continue }
      kinds.formUnion(pageKinds)
      if firstPage.map({ isBefore(page, $0) }) != false { firstPage = page }
      let isCode = !pageKinds.isDisjoint(with: .codes)
      if isCode, firstCodePage.map({ isBefore(page, $0) }) != false { firstCodePage = page }
    }
    postings[name.index].kinds = kinds
    postings[name.index].firstPage = firstPage
    postings[name.index].firstCodePage = firstCodePage
  }

  // MARK: - Similar names

  /// The names that nothing defines and that may be misspelt forms of some others.
  public mutating func undefinedNames(like names: [NameID]) -> [NameID] {
    guard !names.isEmpty else { return [] }
    enterOtherNames()
    return names.flatMap { undefinedNames(like: $0) }
  }

  private func undefinedNames(like name: NameID) -> [NameID] {
    // A closure that asked the study itself would take a copy of all its tables.
    let (names, postings) = (names, postings)
    func isUndefined(_ name: NameID) -> Bool { postings[name.index].kinds.isEmpty }
    // Among the names that were defined at some time are some that aren't any more.
    let searched = [similarOtherNames, similarDefinedNames]
    let related = [relatedOtherNames, relatedDefinedNames]
    return names.withName(name) { bytes in
      var found =
        searched.flatMap { $0.closest(to: bytes, among: isUndefined, in: names) }
        + Self.shortenedNames(bytes, names).filter(isUndefined)
      for related in related { related.forEachCandidate(bytes) { if isUndefined($0) { found.append($0) } } }
      return found
    }
  }

  /// The defined names that are almost the same as another one, in no particular order.
  public func definedNames(near name: NameID) -> [NameID] {
    nearNames.names(near: name, among: { [postings] in !postings[$0.index].kinds.isEmpty }, in: names)
  }

  /// Brings the index of names that were never defined up to date.
  private mutating func enterOtherNames() {
    for index in similarOtherNamesCount..<max(names.count, similarOtherNamesCount) {
      let name = NameID(rawValue: UInt32(truncatingIfNeeded: index))
      guard !nearNames.contains(name) else { continue }
      names.withName(name) {
        let letters = LetterParity($0)
        similarOtherNames.insert(name, $0, letters, folded: NameKeys.folded($0))
        relatedOtherNames.insert(name, $0, letters)
      }
    }
    similarOtherNames.link()
    relatedOtherNames.link()
    similarOtherNamesCount = names.count
  }

  /// The names that lack one letter of a name and are too short to be found by their pieces.
  private static func shortenedNames(_ name: Span<UInt8>, _ names: NameTable) -> [NameID] {
    guard name.count == SimilarNames.shortestLength else { return [] }
    return name.indices.compactMap { left in
      let shortened = name.indices.filter { $0 != left }.map { name[$0] }
      return names.find(shortened.span)
    }
  }
}
