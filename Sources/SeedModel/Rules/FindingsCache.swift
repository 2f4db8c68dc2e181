// Keeps each page's findings until something changes them.

/// Findings by page, and what has to be looked at again.
struct FindingsCache: Sendable {
  /// By the number of the page. Lines relative to the page; those of related places relative to their own pages.
  private var findings: [[Finding]] = []
  /// Pages to check again.
  var changedPages = PageSet()
  /// Names whose definitions changed.
  var changedNames: [NameID] = []
  /// Links that pages gained or lost.
  var changedOptions: [PairFact] = []
  var changedImpacts: [PairFact] = []
  /// Names that pages of a note began or ceased to use.
  var changedUses: [(name: NameID, document: DocumentID)] = []
  /// Sources that got or lost a named list of codes in a model file.
  var changedLists: [PairFact] = []
  /// Sources, and names of lists in model files, whose codes changed.
  var changedSources: [NameID] = []
  /// Notes whose findings have to be reported again even if no page's findings change: their lines may have moved.
  var changedDocuments: Set<DocumentID> = []
  /// Notes whose lines moved, so that findings elsewhere point to other lines.
  var movedDocuments: Set<DocumentID> = []
  /// The pages whose findings point to a page, by that page and its note.
  private var referrers: [DocumentID: [PageID: Set<PageID>]] = [:]

  /// The page is another now: it has to be checked, and so do the pages whose findings point to it.
  mutating func pageChanged(_ page: PageID, of document: DocumentID) {
    changedPages.insert(page)
    if let referrers = referrers[document]?[page] { changedPages.formUnion(referrers) }
  }

  mutating func linesMoved(in document: DocumentID) {
    if referrers[document] != nil { movedDocuments.insert(document) }
  }

  mutating func forget(_ page: PageID) {
    _ = set([], of: page)
    changedPages.remove(page)
  }

  func findings(of page: PageID) -> [Finding] {
    page.index < findings.count ? findings[page.index] : []
  }

  /// Keeps a page's findings; returns whether they changed.
  mutating func set(_ new: [Finding], of page: PageID) -> Bool {
    while findings.count <= page.index { findings.append([]) }
    let old = findings[page.index]
    guard new != old else { return false }
    for finding in old { for related in finding.related { forget(related, on: page) } }
    for finding in new {
      for related in finding.related {
        guard let target = related.page else { continue }
        referrers[related.document, default: [:]][target, default: []].insert(page)
      }
    }
    findings[page.index] = new
    return true
  }

  private mutating func forget(_ related: RelatedPlace, on page: PageID) {
    guard let target = related.page else { return }
    referrers[related.document]?[target]?.remove(page)
    if referrers[related.document]?[target]?.isEmpty == true { referrers[related.document]?[target] = nil }
    if referrers[related.document]?.isEmpty == true { referrers[related.document] = nil }
  }

  /// The pages whose findings point into a note.
  func referrers(to document: DocumentID) -> Set<PageID> {
    referrers[document]?.values.reduce(into: []) { $0.formUnion($1) } ?? []
  }
}
