// Silences the findings that comments in the note ask to silence, and reports the comments that silence nothing.

internal import SeedSyntax

/// The comments for seed-lsp in one note, applied to its findings.
struct SuppressionFilter {
  private struct Placed {
    let suppression: Suppression
    let page: PageSummary
    let startLine: Int
    /// Which of its names silenced something.
    var used: Set<Int> = []
  }

  private var comments: [Placed] = []

  /// Collects the comments of a note; none is what nearly every note has.
  init(_ pages: [PageSummary]) {
    var startLine = 0
    for page in pages {
      for suppression in page.suppressions {
        comments.append(Placed(suppression: suppression, page: page, startLine: startLine))
      }
      startLine += page.lineBreakCount
    }
  }

  /// The findings that stay, with those about the comments themselves, by position.
  ///
  /// - Parameter findings: all findings of the note, on its lines.
  mutating func applied(to findings: [Finding]) -> [Finding] {
    guard !comments.isEmpty else { return findings }
    var kept = findings.filter { !isSilenced($0) }
    for finding in unused where !isSilenced(finding) { kept.append(finding) }
    return kept.sorted { left, right in
      left.range.start != right.range.start ? left.range.start < right.range.start : left.rule < right.rule
    }
  }

  private mutating func isSilenced(_ finding: Finding) -> Bool {
    var result = false
    for index in comments.indices {
      switch comments[index].suppression.scope {
      case .unclear: continue
      case .line(let line):
        guard line + comments[index].startLine == Int(finding.range.start.line) else { continue }
      case .file: break
      }
      for (position, rule) in comments[index].suppression.rules.enumerated()
      where comments[index].page.text(rule.text) == finding.rule {
        comments[index].used.insert(position)
        result = true
      }
    }
    return result
  }

  /// What is to be said of comments and names that silenced nothing.
  private var unused: [Finding] {
    comments.flatMap { comment -> [Finding] in
      let suppression = comment.suppression
      guard suppression.scope != .unclear else {
        return [UnusedSuppression.unclear(suppression).movedDown(by: comment.startLine)]
      }
      let unused = suppression.rules.indices.filter { index in
        // A comment that silences this very rule is of use as soon as it is there.
        !comment.used.contains(index) && comment.page.text(suppression.rules[index].text) != UnusedSuppression.name
      }
      return UnusedSuppression.unused(unused, of: suppression, comment.page).map {
        $0.movedDown(by: comment.startLine)
      }
    }
  }
}
