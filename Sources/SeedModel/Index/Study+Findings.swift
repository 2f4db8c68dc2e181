// Runs the rules where something changed, and hands out the findings note by note.

internal import SeedSyntax

extension Study {
  /// Does something for each of the numbers from 0 up to a count, perhaps several at a time, and gives the results in order.
  package typealias Mapping<Result> = (_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result]

  /// Checks every page that a change since the last call can concern.
  ///
  /// - Parameters:
  ///   - limit: the most pages to check now; `hasPagesToCheck` says if some are left.
  ///   - map: how to check many pages, where there are threads; nil checks them one after the other.
  /// - Returns: the notes whose findings have to be reported again, in order.
  package mutating func refreshFindings(atMost limit: Int = .max, by map: Mapping<[Finding]>? = nil) -> [DocumentID] {
    markPages()
    var documents = findingsCache.changedDocuments
    let due = Array(findingsCache.changedPages.pages.prefix(limit))
    keep(checkAll(due, due.count > Self.fewPages ? map : nil), of: due, &documents)
    for document in findingsCache.movedDocuments {
      for page in findingsCache.referrers(to: document) {
        if let record = pages[page.index] { documents.insert(record.document) }
      }
    }
    findingsCache.changedPages.subtract(due)
    findingsCache.changedDocuments.removeAll(keepingCapacity: true)
    findingsCache.movedDocuments.removeAll(keepingCapacity: true)
    return documents.sorted()
  }

  /// Whether something changed that `refreshFindings` has not looked at.
  package var hasPagesToCheck: Bool { !findingsCache.changedPages.isEmpty }

  /// Whether a change concerns a note, as far as it is known, that has not been checked since.
  package func hasPagesToCheck(in document: DocumentID) -> Bool {
    self[document]?.pages.contains { findingsCache.changedPages.contains($0) } ?? false
  }

  /// Checks what a change concerns in some notes, ahead of the others; `refreshFindings` does the rest.
  ///
  /// - Returns: those of the notes whose findings have to be reported again.
  package mutating func refreshFindings(in documents: Set<DocumentID>) -> Set<DocumentID> {
    markPages()
    var changed = findingsCache.changedDocuments.intersection(documents)
    findingsCache.changedDocuments.subtract(changed)
    let pages = documents.flatMap { self[$0]?.pages ?? [] }.filter { findingsCache.changedPages.contains($0) }
    keep(checkAll(pages, nil), of: pages, &changed)
    findingsCache.changedPages.subtract(pages)
    return changed
  }

  /// How many pages are checked sooner than another thread has begun to.
  private static let fewPages = 48

  /// Checks pages, on several threads where `map` has some.
  private func checkAll(_ pages: [PageID], _ map: Mapping<[Finding]>?) -> [[Finding]] {
    map.map { $0(pages.count) { check(pages[$0]) } } ?? pages.map { check($0) }
  }

  private mutating func keep(_ findings: [[Finding]], of pages: [PageID], _ documents: inout Set<DocumentID>) {
    for (page, findings) in zip(pages, findings) where findingsCache.set(findings, of: page) {
      if let record = self.pages[page.index] { documents.insert(record.document) }
    }
  }

  /// Marks the pages that the changed names and links concern.
  private mutating func markPages() {
    let names = findingsCache.changedNames.distinct
    let options = findingsCache.changedOptions
    let impacts = findingsCache.changedImpacts
    let uses = findingsCache.changedUses
    let lists = findingsCache.changedLists
    let sources = findingsCache.changedSources
    findingsCache.changedNames.removeAll(keepingCapacity: true)
    findingsCache.changedOptions.removeAll(keepingCapacity: true)
    findingsCache.changedImpacts.removeAll(keepingCapacity: true)
    findingsCache.changedUses.removeAll(keepingCapacity: true)
    findingsCache.changedLists.removeAll(keepingCapacity: true)
    findingsCache.changedSources.removeAll(keepingCapacity: true)
    for name in names { updateKinds(of: name) }
    similarDefinedNames.link()
    nearNames.link()
    // A note is marked with the pages that it had, some of which may be gone.
    findingsCache.changedPages.subtract(findingsCache.changedPages.pages.filter { pages[$0.index] == nil })
    // When a whole study is read, every page is checked anyway.
    guard findingsCache.changedPages.count + freePages.count < pages.count else { return }
    if !names.isEmpty { enterOtherNames() }
    for name in names { markPages(ofChanged: name) }
    for option in Self.distinct(options) {
      findingsCache.changedPages.formUnion(optionPages[option])
      markDefiningPages(ofEndsOf: option)
    }
    for impact in Self.distinct(impacts) {
      findingsCache.changedPages.formUnion(impactPages[impact])
      markDefiningPages(ofEndsOf: impact)
    }
    for (name, document) in uses { markPages(ofUsed: name, in: document) }
    if settings.comparesModels { markLists(changedNames: names, lists, sources) }
  }

  /// A name that a page of a note began or ceased to use concerns the note's other pages if it is defined there, since it is
  /// told once that it is used before; and the pages that define it if it is told that a code isn't used.
  private mutating func markPages(ofUsed name: NameID, in document: DocumentID) {
    let posting = postings[name.index]
    if settings.needsUses { findingsCache.changedPages.formUnion(posting.definingPages) }
    guard let first = posting.firstPage, pages[first.index]?.document == document else { return }
    for page in posting.pages where pages[page.index]?.document == document { findingsCache.changedPages.insert(page) }
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

  /// Brings the index of names that were never defined up to date.
  private mutating func enterOtherNames() {
    for index in similarOtherNamesCount..<max(names.count, similarOtherNamesCount) {
      let name = NameID(rawValue: UInt32(truncatingIfNeeded: index))
      guard !nearNames.contains(name) else { continue }
      names.withName(name) { similarOtherNames.insert(name, $0, folded: NameKeys.folded($0)) }
    }
    similarOtherNames.link()
    similarOtherNamesCount = names.count
  }

  /// A name that is defined otherwise than before concerns every page that uses it, those that misspell it, and those that
  /// define a name like it.
  private mutating func markPages(ofChanged name: NameID) {
    findingsCache.changedPages.formUnion(postings[name.index].pages)
    // Among the names that were defined at some time are some that aren't any more.
    let misspelt = names.withName(name) { bytes in
      [similarOtherNames, similarDefinedNames].flatMap { similar in
        similar.closest(to: bytes, among: { postings[$0.index].kinds.isEmpty }, in: names)
      } + shortenedNames(bytes).filter { postings[$0.index].kinds.isEmpty }
    }
    for other in misspelt { findingsCache.changedPages.formUnion(postings[other.index].pages) }
    for other in nearNames.names(near: name, among: { !postings[$0.index].kinds.isEmpty }, in: names) {
      findingsCache.changedPages.formUnion(postings[other.index].definingPages)
    }
  }

  /// The names that lack one letter of a name and are too short to be found by their pieces.
  private func shortenedNames(_ name: UnsafeBufferPointer<UInt8>) -> [NameID] {
    guard name.count == SimilarNames.shortestLength else { return [] }
    return name.indices.compactMap { left in
      let shortened = name.indices.filter { $0 != left }.map { name[$0] }
      return shortened.withUnsafeBufferPointer { names.find($0) }
    }
  }

  /// Each pair once, whatever the impact: a page may say the same twenty thousand times.
  private static func distinct(_ pairs: [PairFact]) -> [PairFact] {
    guard pairs.count > 1 else { return pairs }
    var seen: Set<UInt64> = []
    return pairs.filter { seen.insert($0.key).inserted }
  }

  /// What a code is linked to concerns the pages that define it.
  private mutating func markDefiningPages(ofEndsOf pair: PairFact) {
    findingsCache.changedPages.formUnion(postings[pair.first.index].definingPages)
    findingsCache.changedPages.formUnion(postings[pair.second.index].definingPages)
  }

  /// The findings of a note as of the last `refreshFindings`, by position.
  package func findings(in document: DocumentID) -> [Finding] {
    guard let document = self[document] else { return [] }
    var findings: [Finding] = []
    for (page, startLine) in zip(document.pages, document.startLines) {
      for finding in findingsCache.findings(of: page) { findings.append(placed(finding, on: startLine)) }
    }
    var suppressions = SuppressionFilter(document, settings, reportsUnused: !document.isModel)
    return suppressions.applied(to: findings)
  }

  /// A finding of a page that starts on a line, with all lines counted from the starts of their notes.
  func placed(_ finding: Finding, on startLine: Int) -> Finding {
    var finding = finding.movedDown(by: startLine)
    guard finding.related.contains(where: { $0.page != nil }) else { return finding }
    finding.related = finding.related.map { related in
      guard let page = related.page, let document = self[related.document],
        document.startLines.indices.contains(pagePositions[page.index])
      else { return related }
      return RelatedPlace(
        document: related.document, range: related.range.movedDown(by: document.startLines[pagePositions[page.index]]),
        message: related.message)
    }
    return finding
  }

  private func check(_ id: PageID) -> [Finding] {
    guard let record = pages[id.index], let document = self[record.document] else { return [] }
    let page = RulePage(study: self, document: document, id: id, record: record)
    var findings: [Finding] = []
    for rule in settings.rules where rule.isForModels == record.isModel || rule.isForEveryFile {
      rule.check(page) { findings.append(settings.applied(to: $0)) }
    }
    guard findings.count > 1 else { return page.quietened(findings) }
    return page.quietened(findings).sorted { left, right in
      left.range.start != right.range.start ? left.range.start < right.range.start : left.rule < right.rule
    }
  }
}

extension Finding {
  func movedDown(by distance: Int) -> Finding {
    guard distance > 0 else { return self }
    return Finding(
      rule: rule, severity: severity, range: range.movedDown(by: distance), message: message, related: related,
      fixes: fixes.map { fix in
        Fix(title: fix.title, isSafe: fix.isSafe, edits: fix.edits.map { $0.movedDown(by: distance) })
      })
  }
}
