// The rule `merge-conflict`: what a merge of two versions left undecided.

internal import SeedModel
internal import SeedSyntax

/// Two versions of the file were merged, and nobody has decided yet between what both changed.
///
/// Both sides count meanwhile, and what stood there before doesn't; nothing is said about definitions, fields or statements that
/// only contradict each other because both are there. Keep one side or both, and delete the lines with `<<<<<<<`, `=======` and
/// `>>>>>>>`.
///
/// Before:
///
///     <<<<<<< HEAD
///     cache = CClass(pattern, "Cache")
///     =======
///     cache = CClass(pattern, "Local Cache")
///     >>>>>>> other-coder
///
/// After:
///
///     cache = CClass(pattern, "Local Cache")
enum MergeConflict: Rule {
  static let name = "merge-conflict"
  static let severity = Severity.error
  static let isForEveryFile = true
  static let hasFix = true

  static func check(_ page: RuleContext, _ report: (Finding) -> Void) {
    for conflict in page.conflicts {
      guard conflict.start != nil else {
        if let end = conflict.end, !conflict.isContinued {
          report(
            finding(end, "This line is left over from a merge conflict: delete it.", fixes: [deletion(of: end, page)]))
        }
        continue
      }
      report(
        finding(
          conflict.first,
          "A merge conflict is not resolved: both sides count. Keep one of them or both, and delete these lines.",
          related: conflict.markers.dropFirst().map { page.related($0, "This line belongs to the conflict, too.") },
          fixes: fixes(conflict, page)))
    }
  }

  private static func deletion(of line: LineRange, _ page: RuleContext) -> Fix {
    let line = Int(line.start.line)
    return Fix(title: "Delete the line", isSafe: false, edits: [page.deletion(from: line, to: line)])
  }

  /// A side or both; only where the whole conflict is on the page.
  private static func fixes(_ conflict: Conflict, _ page: RuleContext) -> [Fix] {
    guard let start = conflict.start, let middle = conflict.middle, let end = conflict.end else { return [] }
    let (first, second, last) = (Int(start.start.line), Int(middle.start.line), Int(end.start.line))
    let base = conflict.base.map { Int($0.start.line) } ?? second
    guard first < second, base <= second, first < base, second < last else { return [] }
    let edits: [(String, [LineEdit])] = [
      (
        "Keep both sides",
        [
          page.deletion(from: first, to: first), page.deletion(from: base, to: second),
          page.deletion(from: last, to: last),
        ]
      ),
      ("Keep the first side", [page.deletion(from: first, to: first), page.deletion(from: base, to: last)]),
      ("Keep the second side", [page.deletion(from: first, to: second), page.deletion(from: last, to: last)]),
    ]
    return edits.map { Fix(title: $0.0, isSafe: false, edits: $0.1) }
  }
}

/// The markers of one conflict, as far as they stand on a page.
struct Conflict {
  /// Whether it began on a page before.
  var isContinued = false
  var start: LineRange?
  var base: LineRange?
  var middle: LineRange?
  var end: LineRange?

  var isEmpty: Bool { !isContinued && markers.isEmpty }

  var markers: [LineRange] { [start, base, middle, end].compactMap { $0 } }

  var first: LineRange {
    markers.first ?? LineRange(LinePosition(line: 0, column: 0), LinePosition(line: 0, column: 0))
  }
}

extension RuleContext {
  /// The conflicts of the page, in order; the first one may have begun and the last one may end on other pages.
  var conflicts: [Conflict] {
    guard summary.beginsInConflict || !summary.formProblems.isEmpty else { return [] }
    var conflicts: [Conflict] = []
    var current = Conflict(isContinued: summary.beginsInConflict)
    for problem in summary.formProblems {
      guard case .conflict(let marker) = problem.kind else { continue }
      switch marker {
      case .start:
        if !current.isEmpty { conflicts.append(current) }
        current = Conflict(start: problem.range)
      case .base: current.base = current.base ?? problem.range
      case .middle: current.middle = current.middle ?? problem.range
      case .end:
        current.end = problem.range
        conflicts.append(current)
        current = Conflict()
      }
    }
    if !current.isEmpty { conflicts.append(current) }
    return conflicts
  }

  /// The findings without those that a conflict causes: about what is said twice or otherwise, and about statements that are torn
  /// apart.
  func withoutConflicts(_ findings: [Finding]) -> [Finding] {
    let conflicts = conflicts
    guard !conflicts.isEmpty else { return findings }
    let lines = conflicts.map { conflict in
      (conflict.start?.start.line ?? 0)...max(conflict.start?.start.line ?? 0, conflict.end?.start.line ?? .max)
    }
    // They stand one after the other: only the last one that begins early enough can reach a place.
    func isInConflict(_ range: LineRange) -> Bool {
      let last = max(range.start.line, range.end.line)
      var (low, high) = (0, lines.count)
      while low < high {
        let middle = (low + high) / 2
        if lines[middle].lowerBound <= last { low = middle + 1 } else { high = middle }
      }
      return low > 0 && lines[low - 1].upperBound >= range.start.line
    }
    return findings.filter { finding in
      guard Self.causedByConflicts.contains(finding.rule) else { return true }
      return !isInConflict(finding.range) && !finding.related.contains { $0.page == id && isInConflict($0.range) }
    }
  }

  private static let causedByConflicts: Set<String> = [
    "conflicting-definition", "repeated-definition", "rebound-code", "used-before-definition", "near-duplicate-codes",
    "duplicate-option", "duplicate-key", "contradictory-impact", "header-mismatch", "missing-field", "invalid-value",
    "source-id-mismatch", "duplicate-source-id", "shared-url", "syntax-error", "unclosed-list", "unclosed-string",
    "unclosed-fence", "stray-fence", "missing-fence", "malformed-item", "unfilled-template", "model-drift",
    "unattached-option", "option-without-forces", "wrong-argument-count",
  ]

  /// An edit that deletes whole lines of the page, both included.
  func deletion(from first: Int, to last: Int) -> LineEdit {
    let start = LinePosition(line: first, column: 0)
    let end = LinePosition(line: last + 1, column: 0)
    return LineEdit(LineRange(start, end), "")
  }
}
