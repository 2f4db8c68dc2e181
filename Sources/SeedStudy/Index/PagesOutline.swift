// What pages say about their note's source and its length: what an update compares with the pages that stood there before.

internal import SeedModel

/// Some pages of a note in outline.
struct PagesOutline {
  private(set) var lineBreakCounts: [Int] = []
  /// The ids that the pages claim in the header and the source block.
  private(set) var claimedIDs: [SourceID] = []
  /// Whether a page says which source the note records.
  private(set) var saysSource = false
  /// Whether any label names its source with the number.
  private(set) var hasNumberedLabel = false
  /// Whether a page has a part of the header, or a source block.
  private(set) var tellsOfSource = false
  /// Whether a page has a part in the metamodel.
  private(set) var hasMetamodel = false

  /// The outline of no pages.
  init() {}

  fileprivate mutating func add(_ page: PageRecord) {
    lineBreakCounts.append(page.summary.lineBreakCount)
    claimedIDs.reserveCapacity(claimedIDs.count + page.summary.claimedIDs.count)
    for claimed in page.summary.claimedIDs { claimedIDs.append(claimed.id) }
    saysSource = saysSource || page.summary.saysSource
    hasNumberedLabel = hasNumberedLabel || page.summary.hasNumberedLabel
    tellsOfSource = tellsOfSource || page.summary.tellsOfSource
    hasMetamodel = hasMetamodel || !page.summary.metamodelElements.isEmpty
  }
}

extension Study {
  func outline(_ pages: ArraySlice<PageID>) -> PagesOutline {
    var outline = PagesOutline()
    for page in pages {
      if let record = self.pages[page.index] { outline.add(record) }
    }
    return outline
  }
}
