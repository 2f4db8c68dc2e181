// Findings that tell a mistake once more, turned down so that each mistake is told once aloud.

internal import SeedModel
internal import SeedSyntax

extension RuleContext {
  /// The findings, with those turned down to information that mend nothing which another finding doesn't.
  ///
  /// - Inside leftovers of the template: the leftover is reported as a whole, and the names in it need no mending of their own.
  /// - At a place where another rule tells the same mistake and knows more of it.
  func quietened(_ findings: [Finding]) -> [Finding] {
    guard !findings.isEmpty else { return findings }
    let findings = withoutConflicts(findings)
    let leftovers = summary.remnants.filter { isLeftover($0) }
    guard !leftovers.isEmpty || findings.contains(where: { Rules.yielding[$0.rule] != nil }) else { return findings }
    return findings.map { finding in
      let isInLeftover = leftovers.contains {
        $0.range.start < finding.range.start && finding.range.end <= $0.range.end
      }
      let isBetterTold = Rules.yielding[finding.rule].map { rule in
        findings.contains { $0.rule == rule && $0.range == finding.range }
      }
      return isInLeftover || isBetterTold == true ? finding.quietened : finding
    }
  }
}

extension Finding {
  fileprivate var quietened: Finding {
    guard severity > .information else { return self }
    return Finding(
      rule: rule, severity: .information, range: range, message: message, related: related, fixes: fixes)
  }
}
