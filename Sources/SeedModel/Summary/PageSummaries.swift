// The summaries of a note's pages as a list that costs next to nothing to copy, to compare and to change in one place.

internal import SeedSyntax

/// Page summaries in order.
///
/// A long note has a thousand pages, most of which an edit leaves as they are: lists share them.
public struct PageSummaries: RandomAccessCollection, Hashable, Sendable {
  private var pages: [PageSummary]

  init(_ pages: [PageSummary]) { self.pages = pages }

  /// Summarises pages.
  init(of pages: some Sequence<Page>, _ vocabulary: Vocabulary) {
    self.pages = pages.map { PageSummary($0, vocabulary) }
  }

  public var startIndex: Int { 0 }
  public var endIndex: Int { pages.count }
  public subscript(index: Int) -> PageSummary { pages[index] }

  mutating func replace(_ range: Range<Int>, with summaries: PageSummaries) {
    pages.replaceSubrange(range, with: summaries.pages)
  }

  /// What two lists have different: the range in the first, and the range in the second in its place. Both are empty if the
  /// lists are equal.
  public static func difference(_ old: PageSummaries, _ new: PageSummaries) -> (old: Range<Int>, new: Range<Int>) {
    var prefix = 0
    while prefix < old.count, prefix < new.count, old.pages[prefix] == new.pages[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < old.count - prefix, suffix < new.count - prefix,
      old.pages[old.count - 1 - suffix] == new.pages[new.count - 1 - suffix]
    { suffix += 1 }
    return (prefix..<old.count - suffix, prefix..<new.count - suffix)
  }
}

extension PageSummaries: ExpressibleByArrayLiteral {
  public init(arrayLiteral summaries: PageSummary...) {
    self.init(summaries)
  }
}
