// Runs the rules where something changed, and hands out the findings note by note.

internal import SeedSyntax

extension Study {
  /// Checks every page that a change since the last call can concern.
  ///
  /// - Returns: the notes whose findings have to be reported again, in order.
  package mutating func refreshFindings() -> [DocumentID] {
    markPages()
    var documents = findingsCache.changedDocuments
    for page in findingsCache.changedPages {
      guard let record = pages[page.index], let document = self[record.document] else { continue }
      if findingsCache.set(check(page, record, document), of: page) { documents.insert(record.document) }
    }
    for document in findingsCache.movedDocuments {
      for page in findingsCache.referrers(to: document) {
        if let record = pages[page.index] { documents.insert(record.document) }
      }
    }
    findingsCache.changedPages.removeAll(keepingCapacity: true)
    findingsCache.changedDocuments.removeAll(keepingCapacity: true)
    findingsCache.movedDocuments.removeAll(keepingCapacity: true)
    return documents.sorted()
  }

  /// Marks the pages that the changed names and links concern.
  private mutating func markPages() {
    let names = Set(findingsCache.changedNames)
    let options = findingsCache.changedOptions
    let impacts = findingsCache.changedImpacts
    let uses = findingsCache.changedUses
    let lists = findingsCache.changedLists
    let sources = Set(findingsCache.changedSources)
    findingsCache.changedNames.removeAll(keepingCapacity: true)
    findingsCache.changedOptions.removeAll(keepingCapacity: true)
    findingsCache.changedImpacts.removeAll(keepingCapacity: true)
    findingsCache.changedUses.removeAll(keepingCapacity: true)
    findingsCache.changedLists.removeAll(keepingCapacity: true)
    findingsCache.changedSources.removeAll(keepingCapacity: true)
    for name in names { updateKinds(of: name) }
    // When a whole study is read, every page is checked anyway.
    let changedCount = findingsCache.changedPages.count { pages[$0.index] != nil }
    guard changedCount + freePages.count < pages.count else { return }
    for name in names { markPages(ofChanged: name) }
    for option in options {
      findingsCache.changedPages.formUnion(optionPages[option.key] ?? [])
      markDefiningPages(ofEndsOf: option)
    }
    for impact in impacts {
      findingsCache.changedPages.formUnion(impactPages[impact.key] ?? [])
      markDefiningPages(ofEndsOf: impact)
    }
    for name in uses { findingsCache.changedPages.formUnion(postings[name.index].definingPages) }
    if settings.comparesModels { markLists(changedNames: names, lists, sources) }
  }

  /// Works out again what a name's definitions say together.
  private mutating func updateKinds(of name: NameID) {
    var kinds: CodeKinds = []
    var firstPage: PageID?
    var firstCodePage: PageID?
    var previous: PageID?
    let hasNote = isDefinedInNote(name)
    for page in postings[name.index].definingPages {
      // A page that defines the name several times is on the list as often, mostly in a row.
      guard page != previous, let record = pages[page.index], !(hasNote && record.isModel) else { continue }
      let facts = record.facts
      previous = page
      var pageKinds: CodeKinds = []
      for fact in facts.definitions where fact.name == name { pageKinds.formUnion(fact.kinds) }
      kinds.formUnion(pageKinds)
      if firstPage.map({ isBefore(page, $0) }) != false { firstPage = page }
      let isCode = !pageKinds.isDisjoint(with: .codes)
      if isCode, firstCodePage.map({ isBefore(page, $0) }) != false { firstCodePage = page }
    }
    postings[name.index].kinds = kinds
    postings[name.index].firstPage = firstPage
    postings[name.index].firstCodePage = firstCodePage
  }

  /// A name that is defined otherwise than before concerns every page that uses it, those that misspell it, and those that
  /// define a name like it.
  private mutating func markPages(ofChanged name: NameID) {
    findingsCache.changedPages.formUnion(postings[name.index].pages)
    let misspelt = names.withName(name) { similarNames.closest(to: $0, among: { !isDefined($0) }, in: names) }
    for other in misspelt { findingsCache.changedPages.formUnion(postings[other.index].pages) }
    for other in nearNames.names(near: name, in: names) {
      findingsCache.changedPages.formUnion(postings[other.index].definingPages)
    }
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
    var startLine = 0
    for page in document.pages {
      for finding in findingsCache.findings[page] ?? [] { findings.append(placed(finding.movedDown(by: startLine))) }
      startLine += pages[page.index]?.summary.lineBreakCount ?? 0
    }
    var suppressions = SuppressionFilter(document.summary.pages, settings, reportsUnused: !document.isModel)
    return suppressions.applied(to: findings)
  }

  /// The finding with the lines of its related places counted from the starts of their notes.
  private func placed(_ finding: Finding) -> Finding {
    guard finding.related.contains(where: { $0.page != nil }) else { return finding }
    var finding = finding
    finding.related = finding.related.map { related in
      guard let page = related.page, let document = self[related.document],
        let index = document.pages.firstIndex(of: page)
      else { return related }
      return RelatedPlace(
        document: related.document, range: related.range.movedDown(by: document.summary.startLine(ofPage: index)),
        message: related.message)
    }
    return finding
  }

  private func check(_ id: PageID, _ record: PageRecord, _ document: StudyDocument) -> [Finding] {
    let page = RulePage(study: self, document: document, id: id, record: record)
    var findings: [Finding] = []
    for rule in settings.rules where rule.isForModels == record.isModel {
      rule.check(page) { findings.append(settings.applied(to: $0)) }
    }
    findings = page.quietened(findings)
    return findings.sorted { left, right in
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
        Fix(
          title: fix.title, isSafe: fix.isSafe,
          edits: fix.edits.map { FixEdit(range: $0.range.movedDown(by: distance), newText: $0.newText) })
      })
  }
}
