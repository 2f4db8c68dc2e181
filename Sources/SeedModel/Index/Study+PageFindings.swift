// A note's findings page by page, for whoever keeps what was made of them until they change.

internal import SeedSyntax

/// The findings of one page of a note. Equal ones say the same about the same lines, as long as notes keep their names.
package struct PageFindings: Equatable, Sendable {
  /// Lines count from the start of the page.
  fileprivate let findings: [Finding]
  fileprivate let startLine: Int
  /// The lines on which the pages start that the related places are counted from.
  fileprivate let relatedStartLines: [Int]

  package var isEmpty: Bool { findings.isEmpty }
}

extension Study {
  /// The findings of a note as of the last `refreshFindings`, in order.
  ///
  /// - Returns: nil if comments silence findings of the note: a comment on one page can concern all.
  package func findingsByPage(in id: DocumentID) -> [PageFindings]? {
    guard let document = self[id], document.summary.pages.allSatisfy({ $0.suppressions.isEmpty }) else { return nil }
    return zip(document.pages, document.startLines).map { page, startLine in
      let findings = findingsCache.findings(of: page)
      return PageFindings(
        findings: findings, startLine: startLine, relatedStartLines: relatedStartLines(findings, document))
    }
  }

  /// The findings of a page, on the lines of their note.
  package func findings(on page: PageFindings) -> [Finding] {
    page.findings.map { placed($0, on: page.startLine) }
  }

  private func relatedStartLines(_ findings: [Finding], _ document: StudyDocument) -> [Int] {
    var lines: [Int] = []
    // A loop over the array itself would copy each finding, and so count a reference for each of its texts.
    findings.withUnsafeBufferPointer { findings in
      for index in findings.indices {
        for relatedIndex in findings[index].related.indices {
          let id = findings[index].related[relatedIndex].document
          guard let page = findings[index].related[relatedIndex].page else { continue }
          let position = pagePositions[page.index]
          let line = id == document.id ? document.startLine(ofPage: position) : self[id]?.startLine(ofPage: position)
          lines.append(line ?? 0)
        }
      }
    }
    return lines
  }
}
