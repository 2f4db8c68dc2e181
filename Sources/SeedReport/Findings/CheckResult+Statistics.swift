// How often each rule found something.

internal import SeedModel
internal import SeedRules

extension CheckResult {
  /// "14 findings in 2 of 2 notes: 1 error, 13 warnings." and how many of them `--fix` mends; or "No findings."
  package var summaryText: String {
    let configurations = notes.count { $0.isConfiguration }
    var files = StudySummary.filesText(noteCount: noteCount - modelCount, modelCount: modelCount)
    if configurations > 0 { files += " and \(Plural.count(configurations, "configuration file"))" }
    let text = StudySummary.findingsText(counts, filesWithFindings: notesWithFindings, files: files)
    var safelyFixable = 0
    forEachFinding { finding, _ in
      if finding.safeFix != nil { safelyFixable += 1 }
    }
    guard safelyFixable > 0 else { return text }
    return "\(text) \(safelyFixable) can be mended by `--fix`."
  }

  /// A line for each rule that found something, the most frequent first: number, rule, and how many findings `--fix` mends.
  package var statisticsText: String {
    var counts: [String: (count: Int, safelyFixable: Int)] = [:]
    forEachFinding { finding, _ in
      counts[finding.rule, default: (0, 0)].count += 1
      if finding.safeFix != nil { counts[finding.rule, default: (0, 0)].safelyFixable += 1 }
    }
    let rows = counts.sorted { left, right in
      left.value.count != right.value.count ? left.value.count > right.value.count : left.key < right.key
    }
    let width = rows.first.map { String($0.value.count).utf8.count } ?? 0
    return rows.map { rule, numbers in
      let number = String(numbers.count)
      let fixable = numbers.safelyFixable > 0 ? " (\(numbers.safelyFixable) with a safe fix)" : ""
      return String(repeating: " ", count: width - number.utf8.count) + "\(number)  \(rule)\(fixable)\n"
    }.joined()
  }
}
