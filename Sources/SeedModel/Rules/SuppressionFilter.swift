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

  private let settings: RuleSettings
  private let reportsUnused: Bool

  /// Collects the comments of a note; none is what nearly every note has.
  init(_ pages: [PageSummary], _ settings: RuleSettings, reportsUnused: Bool) {
    self.settings = settings
    self.reportsUnused = reportsUnused && settings.rules.contains { $0 == UnusedSuppression.self }
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
    if reportsUnused {
      for finding in unused where !isSilenced(finding) { kept.append(settings.applied(to: finding)) }
    }
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

  /// Whether a name that silenced nothing can go: not if its rule isn't checked, and a comment that silences
  /// `unused-suppression` is of use as soon as it is there.
  private func isCertain(_ rule: String) -> Bool {
    guard rule != UnusedSuppression.name else { return false }
    return settings.rules.contains { $0.name == rule } || !Rules.all.contains { $0.name == rule }
  }

  /// What is to be said of comments and names that silenced nothing.
  private var unused: [Finding] {
    comments.flatMap { comment -> [Finding] in
      let suppression = comment.suppression
      guard suppression.scope != .unclear else {
        return [UnusedSuppression.unclear(suppression).movedDown(by: comment.startLine)]
      }
      let unused = suppression.rules.indices.filter { index in
        !comment.used.contains(index) && isCertain(comment.page.text(suppression.rules[index].text))
      }
      return UnusedSuppression.unused(unused, of: suppression, comment.page).map {
        $0.movedDown(by: comment.startLine)
      }
    }
  }
}
