// Turns down findings that repeat another one, so that each mistake is reported once.

internal import SeedModel
internal import SeedSyntax

extension RuleContext {
  /// The findings. Those that repeat another one are only information:
  ///
  /// - inside leftovers of the template, which are reported as a whole;
  /// - at a place where another rule reports the same mistake and knows more of it.
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
