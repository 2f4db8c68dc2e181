// A study with its findings: checks the pages that a change concerns, and keeps what was found on the others.
//
// SeedRules holds the rules, one file for each, with their documentation, and the findings of a study. It must not know the
// inside of the index, LSP, JSON, files or clocks.

package import SeedModel
package import SeedStudy
internal import SeedSyntax

/// A study with the findings of its rules.
///
/// A value that is changed in place by its one owner. What a change of a note concerns is checked by `refreshFindings`.
package struct CheckedStudy: Sendable {
  package private(set) var study: Study
  /// Which rules are checked.
  package let settings: RuleSettings
  private var cache = FindingsCache()
  /// Pages to check again.
  private var duePages = PageSet()
  /// Notes whose findings have to be reported again even if no page's findings change: their lines may have moved.
  private var changedDocuments: Set<DocumentID> = []
  /// Notes whose lines moved, so that findings elsewhere point to other lines.
  private var movedDocuments: Set<DocumentID> = []

  /// - Parameter study: one whose changes nobody has taken, so that all of it is checked.
  package init(_ study: Study, settings: RuleSettings = .standard) {
    self.study = study
    self.settings = settings
  }

  /// - Parameter settings: which rules are checked; `standard` where nothing else is configured.
  package init(vocabulary: Vocabulary = .standard, settings: RuleSettings = .standard) {
    self.init(Study(vocabulary: vocabulary), settings: settings)
  }

  // MARK: - Notes

  /// Adds a note.
  package mutating func add(name: String, path: String? = nil, _ summary: DocumentSummary) -> DocumentID {
    study.add(name: name, path: path, summary)
  }

  /// Replaces a note's summary; nothing happens for a note that isn't there.
  package mutating func update(_ id: DocumentID, _ summary: DocumentSummary) {
    study.update(id, summary)
  }

  package mutating func remove(_ id: DocumentID) {
    study.remove(id)
  }

  // MARK: - Checking

  /// Calls a function with each number from 0 up to a count, perhaps several at a time, and gives the results in order.
  package typealias Mapping<Result> = (_ count: Int, _ body: @escaping @Sendable (Int) -> Result) -> [Result]

  /// Checks every page that a change since the last call can concern.
  ///
  /// - Parameters:
  ///   - limit: the most pages to check now; `hasPagesToCheck` says if some are left.
  ///   - map: how to check many pages, where there are threads; nil checks them one after the other.
  /// - Returns: the notes whose findings have to be reported again, in order.
  package mutating func refreshFindings(atMost limit: Int = .max, by map: Mapping<[Finding]>? = nil) -> [DocumentID] {
    readChange()
    var documents = changedDocuments
    let due = Array(duePages.pages.prefix(limit))
    keep(check(due, due.count > Self.fewPages ? map : nil), of: due, &documents)
    for document in movedDocuments {
      for page in cache.referrers(to: document) {
        if let record = study[page] { documents.insert(record.document) }
      }
    }
    duePages.subtract(due)
    changedDocuments.removeAll(keepingCapacity: true)
    movedDocuments.removeAll(keepingCapacity: true)
    return documents.sorted()
  }

  /// Checks what a change concerns in some notes, ahead of the others; `refreshFindings` does the rest.
  ///
  /// - Returns: those of the notes whose findings have to be reported again.
  package mutating func refreshFindings(in documents: Set<DocumentID>) -> Set<DocumentID> {
    readChange()
    var changed = changedDocuments.intersection(documents)
    changedDocuments.subtract(changed)
    let pages = documents.flatMap { study[$0]?.pages ?? [] }.filter { duePages.contains($0) }
    keep(check(pages, nil), of: pages, &changed)
    duePages.subtract(pages)
    return changed
  }

  /// Whether something changed that `refreshFindings` has not looked at.
  package var hasPagesToCheck: Bool { !duePages.isEmpty || !study.change.isEmpty }

  /// Whether a known change concerns a note that has not been checked since.
  package func hasPagesToCheck(in document: DocumentID) -> Bool {
    study.change.pages.contains { $0.document == document }
      || study[document]?.pages.contains { duePages.contains($0) } == true
  }

  /// So many pages are checked sooner than another thread starts.
  private static let fewPages = 48

  /// Takes the study's change, and finds the pages that it concerns.
  private mutating func readChange() {
    guard !study.change.isEmpty else { return }
    let change = study.takeChange()
    for (page, document) in change.pages {
      duePages.insert(page)
      duePages.formUnion(cache.referrers(to: page, of: document))
    }
    changedDocuments.formUnion(change.documents)
    if !change.removedPages.isEmpty {
      for page in change.removedPages { cache.forget(page) }
      duePages.subtract(duePages.pages.filter { study[$0] == nil })
      changedDocuments = changedDocuments.filter { study[$0] != nil }
    }
    movedDocuments.formUnion(change.movedDocuments)
    // When a whole study is read, every page is checked anyway.
    guard duePages.count < study.pageCount else { return }
    if change.isOfVocabulary {
      duePages.formUnion(study.allPages)
    } else {
      duePages.formUnion(settings.dependencies.pages(concernedBy: change, in: &study).pages)
    }
  }

  /// Checks pages, on several threads where `map` has some.
  private func check(_ pages: [PageID], _ map: Mapping<[Finding]>?) -> [[Finding]] {
    guard !pages.isEmpty else { return [] }
    guard let map else { return pages.map { settings.findings(on: $0, in: study) } }
    return map(pages.count) { [study, settings] in settings.findings(on: pages[$0], in: study) }
  }

  private mutating func keep(_ findings: [[Finding]], of pages: [PageID], _ documents: inout Set<DocumentID>) {
    for (page, findings) in zip(pages, findings) where cache.set(findings, of: page) {
      if let record = study[page] { documents.insert(record.document) }
    }
  }

  // MARK: - Findings

  /// The findings of a note as of the last `refreshFindings`, by position.
  package func findings(in document: DocumentID) -> [Finding] {
    guard let document = study[document] else { return [] }
    var findings: [Finding] = []
    for (page, startLine) in zip(document.pages, document.startLines) {
      for finding in cache.findings(of: page) { findings.append(placed(finding, on: startLine)) }
    }
    if !document.sourcePages.isEmpty { findings.sort(by: Finding.isBefore) }
    var suppressions = SuppressionFilter(document, settings, reportsUnused: !document.isModel && !document.isTemplate)
    return suppressions.applied(to: findings)
  }

  /// The findings of a page as of the last `refreshFindings`, on the lines of the page.
  func findings(of page: PageID) -> [Finding] { cache.findings(of: page) }

  /// A finding of a page that starts on a line, with all lines counted from the starts of their notes.
  func placed(_ finding: Finding, on startLine: Int) -> Finding {
    var finding = finding.movedDown(by: startLine)
    guard finding.related.contains(where: { $0.page != nil }) else { return finding }
    finding.related = finding.related.map { related in
      guard let page = related.page, let startLine = study.startLine(of: page, in: related.document) else {
        return related
      }
      return RelatedPlace(
        document: related.document, range: related.range.movedDown(by: startLine), message: related.message)
    }
    return finding
  }
}

extension RuleSettings {
  /// What the rules find on a page, by position.
  fileprivate func findings(on id: PageID, in study: Study) -> [Finding] {
    guard let record = study[id], let document = study[record.document], !record.isTemplate else { return [] }
    guard document.sourcePages.contains(id) else {
      return inOrder(findings(RuleContext(study: study, document: document, id: id, record: record)))
    }
    // What is said of the source is looked at together, on the first page that says something of it.
    var found = findings(RuleContext(study: study, document: document, id: id, record: record.withoutSource))
    if id == document.sourcePages.first, let source = study.source(of: document) {
      found += findings(RuleContext(study: study, document: document, id: id, record: record.saying(source)))
    }
    return inOrder(found)
  }

  private func findings(_ page: RuleContext) -> [Finding] {
    var findings: [Finding] = []
    for rule in rules where rule.isForModels == page.record.isModel || rule.isForEveryFile {
      rule.check(page) { findings.append(applied(to: $0)) }
    }
    return page.quietened(findings)
  }

  private func inOrder(_ findings: [Finding]) -> [Finding] {
    findings.count > 1 ? findings.sorted(by: Finding.isBefore) : findings
  }
}

extension Finding {
  fileprivate static func isBefore(_ left: Finding, _ right: Finding) -> Bool {
    left.range.start != right.range.start ? left.range.start < right.range.start : left.rule < right.rule
  }

  func movedDown(by distance: Int) -> Finding {
    guard distance > 0 else { return self }
    return Finding(
      rule: rule, severity: severity, range: range.movedDown(by: distance), message: message, related: related,
      fixes: fixes.map { fix in
        Fix(
          title: fix.title, isSafe: fix.isSafe,
          edits: fix.edits.map { $0.movedDown(by: distance) })
      })
  }
}
