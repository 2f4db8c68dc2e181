// The summaries of a note's pages as a list that costs next to nothing to copy, to compare and to change in one place.

internal import SeedSyntax

/// Page summaries in order.
///
/// A summary is two dozen arrays, and a long note has a thousand pages: each summary is kept once, and lists refer to it.
package struct PageSummaries: RandomAccessCollection, Sendable {
  private final class Kept: Sendable {
    let summary: PageSummary

    init(_ summary: PageSummary) { self.summary = summary }
  }

  private var kept: [Kept]

  init(_ summaries: [PageSummary]) {
    kept = summaries.map { Kept($0) }
  }

  /// Summarises pages.
  init(of pages: some Sequence<Page>, _ vocabulary: Vocabulary) {
    kept = pages.map { Kept(PageSummary($0, vocabulary)) }
  }

  package var startIndex: Int { 0 }
  package var endIndex: Int { kept.count }
  package subscript(index: Int) -> PageSummary { kept[index].summary }

  /// Lends each summary with its index. Of many thousands that is quicker than a loop, which copies each of them.
  package func forEachPage(_ body: (Int, PageSummary) -> Void) {
    for index in kept.indices { body(index, kept[index].summary) }
  }

  mutating func replace(_ range: Range<Int>, with summaries: PageSummaries) {
    kept.replaceSubrange(range, with: summaries.kept)
  }

  /// What two lists have different: the range in the first, and the range in the second in its place. Both are empty if the
  /// lists are equal.
  static func difference(_ old: PageSummaries, _ new: PageSummaries) -> (old: Range<Int>, new: Range<Int>) {
    var prefix = 0
    while prefix < old.count, prefix < new.count, areSame(old.kept[prefix], new.kept[prefix]) { prefix += 1 }
    var suffix = 0
    while suffix < old.count - prefix, suffix < new.count - prefix,
      areSame(old.kept[old.count - 1 - suffix], new.kept[new.count - 1 - suffix])
    { suffix += 1 }
    return (prefix..<old.count - suffix, prefix..<new.count - suffix)
  }

  private static func areSame(_ left: Kept, _ right: Kept) -> Bool {
    left === right || left.summary == right.summary
  }
}

extension PageSummaries: Hashable {
  package static func == (left: PageSummaries, right: PageSummaries) -> Bool {
    left.kept.elementsEqual(right.kept, by: areSame)
  }

  package func hash(into hasher: inout Hasher) {
    for kept in kept { hasher.combine(kept.summary) }
  }
}

extension PageSummaries: ExpressibleByArrayLiteral {
  package init(arrayLiteral summaries: PageSummary...) {
    self.init(summaries)
  }
}
