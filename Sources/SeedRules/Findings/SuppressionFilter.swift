// Silences the findings that comments in the note ask to silence, and reports the comments that silence nothing.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

/// The comments for seed-lsp in one note, applied to its findings.
struct SuppressionFilter {
  private struct Placed {
    let suppression: Suppression
    let page: PageSummary
    let startLine: Int

    /// What the comment silences by one of its names; nil if it isn't clear where.
    func target(_ index: Int) -> Target? {
      let rule = page.text(suppression.rules[index].text)
      switch suppression.scope {
      case .unclear: return nil
      case .line(let line): return Target(line: line + startLine, rule: rule)
      case .file: return Target(line: nil, rule: rule)
      }
    }
  }

  /// What is silenced: a rule, on one line or in the whole note.
  private struct Target: Hashable {
    let line: Int?
    let rule: String
  }

  private var comments: [Placed] = []
  /// What the comments silence, and whether it silenced something.
  private var targets: [Target: Bool] = [:]

  private let settings: RuleSettings
  private let reportsUnused: Bool

  /// Collects the comments of a note. Nearly all notes have none.
  init(_ document: StudyDocument, _ settings: RuleSettings, reportsUnused: Bool) {
    self.settings = settings
    self.reportsUnused = reportsUnused && settings.rules.contains { $0 == UnusedSuppression.self }
    for (page, startLine) in zip(document.summary.pages, document.startLines) where !page.suppressions.isEmpty {
      for suppression in page.suppressions {
        let comment = Placed(suppression: suppression, page: page, startLine: startLine)
        comments.append(comment)
        for index in suppression.rules.indices {
          if let target = comment.target(index) { targets[target] = false }
        }
      }
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
    let onLine = use(Target(line: Int(finding.range.start.line), rule: finding.rule))
    let inFile = use(Target(line: nil, rule: finding.rule))
    return onLine || inFile
  }

  /// Whether something is silenced, which is then of use.
  private mutating func use(_ target: Target) -> Bool {
    guard targets[target] != nil else { return false }
    targets[target] = true
    return true
  }

  /// Whether a name that silenced nothing can be removed. It stays if its rule isn't checked, and so does
  /// `unused-suppression`, which counts as used.
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
        comment.target(index).map { targets[$0] == false && isCertain($0.rule) } ?? false
      }
      return UnusedSuppression.unused(unused, of: suppression, comment.page).map {
        $0.movedDown(by: comment.startLine)
      }
    }
  }
}
