// Keeps each page's findings until something changes them.

internal import SeedModel
internal import SeedStudy

/// Findings by page, and where they point to.
struct FindingsCache: Sendable {
  /// By the number of the page. Lines are relative to the page, those of related places to their own pages.
  private var findings: [[Finding]] = []
  /// The pages whose findings point to a page, by that page and its note.
  private var referrers: [DocumentID: [PageID: Set<PageID>]] = [:]

  /// Drops what was found on a page that is gone.
  mutating func forget(_ page: PageID) { _ = set([], of: page) }

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

  /// The pages whose findings point to a page of a note.
  func referrers(to page: PageID, of document: DocumentID) -> Set<PageID> { referrers[document]?[page] ?? [] }

  /// The pages whose findings point into a note.
  func referrers(to document: DocumentID) -> Set<PageID> {
    referrers[document]?.values.reduce(into: []) { $0.formUnion($1) } ?? []
  }
}
