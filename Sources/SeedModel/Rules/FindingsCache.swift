// Keeps each page's findings until something changes them.

/// Findings by page, and what has to be looked at again.
struct FindingsCache: Sendable {
  /// Lines relative to the page.
  var findings: [PageID: [Finding]] = [:]
  /// Pages to check again.
  var changedPages: Set<PageID> = []
  /// Names that became defined or undefined.
  var changedNames: [NameID] = []
  /// Notes whose findings have to be reported again even if no page's findings change: their lines may have moved.
  var changedDocuments: Set<DocumentID> = []

  mutating func forget(_ page: PageID) {
    findings[page] = nil
    changedPages.remove(page)
  }
}
