// A note's findings page by page, so that what was made of a page's findings can be kept until they change. Of a note with
// more findings than a person reads, only some are given.

internal import SeedModel
package import SeedStudy
internal import SeedSyntax

/// Which findings of a note are wanted, if it has more than some number: half of them from before a line, half from there on.
/// Where one side has fewer, the other gives more.
package struct FindingsWindow: Sendable {
  private let line: Int
  private let limit: Int

  /// - Parameters:
  ///   - line: zero-based; beyond the end of the note, the last findings are wanted.
  ///   - limit: the number; nil, or less than one, means all.
  package init(around line: Int = 0, limit: Int?) {
    self.line = line
    self.limit = limit.flatMap { $0 > 0 ? $0 : nil } ?? .max
  }

  /// The wanted ones among the findings of a note.
  package func excerpt(_ findings: [Finding]) -> ArraySlice<Finding> {
    let before = findings.firstIndex { $0.range.start.line >= line } ?? findings.count
    return findings[range(before: before, of: findings.count)]
  }

  /// The numbers of the wanted ones.
  ///
  /// - Parameter before: how many of them stand before the line.
  fileprivate func range(before: Int, of count: Int) -> Range<Int> {
    guard count > limit else { return 0..<count }
    let start = min(max(before - limit / 2, 0), count - limit)
    return start..<start + limit
  }

  /// How many of the findings of a page that starts on some line stand before the window's line.
  fileprivate func countBefore(_ findings: [Finding], startLine: Int) -> Int {
    findings.firstIndex { startLine + Int($0.range.start.line) >= line } ?? findings.count
  }

  fileprivate func isReached(by startLine: Int) -> Bool { startLine <= line }
}

/// Findings of one page of a note. Equal ones say the same about the same lines, as long as notes keep their names.
package struct PageFindings: Equatable, Sendable {
  /// Lines count from the start of the page.
  fileprivate let findings: ArraySlice<Finding>
  fileprivate let startLine: Int
  /// The lines on which the pages start that the related places are counted from.
  fileprivate let relatedStartLines: [Int]
}

extension CheckedStudy {
  /// The wanted findings of a note as of the last `refreshFindings`, in order, without pages that have none.
  ///
  /// - Returns: also how many the note has, wanted or not; nil if comments silence findings of the note, for a comment on one
  ///   page can concern all, and if findings of one page stand on others.
  package func findingsByPage(in id: DocumentID, _ window: FindingsWindow) -> (pages: [PageFindings], count: Int)? {
    guard let document = study[id], document.sourcePages.isEmpty,
      document.summary.pages.allSatisfy({ $0.suppressions.isEmpty })
    else { return nil }
    var (count, before) = (0, 0)
    for (page, startLine) in zip(document.pages, document.startLines) {
      let findings = findings(of: page)
      if !findings.isEmpty, window.isReached(by: startLine) {
        before = count + window.countBefore(findings, startLine: startLine)
      }
      count += findings.count
    }
    let wanted = window.range(before: before, of: count)
    var pages: [PageFindings] = []
    var first = 0
    for (page, startLine) in zip(document.pages, document.startLines) {
      guard first < wanted.upperBound else { break }
      let findings = findings(of: page)
      let numbers = wanted.clamped(to: first..<first + findings.count)
      if !numbers.isEmpty {
        let excerpt = findings[numbers.lowerBound - first..<numbers.upperBound - first]
        pages.append(
          PageFindings(
            findings: excerpt, startLine: startLine, relatedStartLines: relatedStartLines(excerpt)))
      }
      first += findings.count
    }
    return (pages, count)
  }

  /// The findings of a page, on the lines of their note.
  package func findings(on page: PageFindings) -> [Finding] {
    page.findings.map { placed($0, on: page.startLine) }
  }

  private func relatedStartLines(_ findings: ArraySlice<Finding>) -> [Int] {
    var lines: [Int] = []
    // A loop over the array itself would copy each finding and count a reference for each of its texts.
    findings.withUnsafeBufferPointer { findings in
      for index in findings.indices {
        for relatedIndex in findings[index].related.indices {
          let id = findings[index].related[relatedIndex].document
          guard let page = findings[index].related[relatedIndex].page else { continue }
          lines.append(study.startLine(of: page, in: id) ?? 0)
        }
      }
    }
    return lines
  }
}
