// Runs the rules where something changed, and hands out the findings note by note.

internal import SeedSyntax

extension Study {
  /// Checks every page that a change since the last call can concern.
  ///
  /// - Returns: the notes whose findings have to be reported again, in order.
  package mutating func refreshFindings() -> [DocumentID] {
    markPagesOfChangedNames()
    var documents = findingsCache.changedDocuments
    for page in findingsCache.changedPages {
      guard let record = pages[page.index], let document = self[record.document] else { continue }
      let findings = check(record, document)
      if findings != findingsCache.findings[page] ?? [] { documents.insert(record.document) }
      findingsCache.findings[page] = findings.isEmpty ? nil : findings
    }
    findingsCache.changedPages.removeAll(keepingCapacity: true)
    findingsCache.changedDocuments.removeAll(keepingCapacity: true)
    return documents.sorted()
  }

  /// A name that became known or unknown concerns every page that uses it, and those that misspell it.
  private mutating func markPagesOfChangedNames() {
    let changedNames = findingsCache.changedNames
    findingsCache.changedNames.removeAll(keepingCapacity: true)
    // When a whole study is read, every page is checked anyway.
    guard findingsCache.changedPages.count + freePages.count < pages.count else { return }
    for name in changedNames {
      findingsCache.changedPages.formUnion(postings[name.index].pages)
      let misspelt = names.withName(name) { similarNames.closest(to: $0, among: { !isDefined($0) }, in: names) }
      for other in misspelt { findingsCache.changedPages.formUnion(postings[other.index].pages) }
    }
  }

  /// The findings of a note as of the last `refreshFindings`, by position.
  package func findings(in document: DocumentID) -> [Finding] {
    guard let document = self[document] else { return [] }
    var findings: [Finding] = []
    var startLine = 0
    for page in document.pages {
      for finding in findingsCache.findings[page] ?? [] { findings.append(finding.movedDown(by: startLine)) }
      startLine += pages[page.index]?.summary.lineBreakCount ?? 0
    }
    var suppressions = SuppressionFilter(document.summary.pages)
    return suppressions.applied(to: findings)
  }

  private func check(_ record: PageRecord, _ document: StudyDocument) -> [Finding] {
    let page = RulePage(study: self, document: document, summary: record.summary, names: record.names)
    var findings: [Finding] = []
    for rule in Rules.all { rule.check(page) { findings.append($0) } }
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
