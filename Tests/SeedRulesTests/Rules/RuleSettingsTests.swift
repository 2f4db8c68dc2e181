// Severities that a configuration gives.

import SeedModel
import SeedRules
import SeedSyntax
import Testing

@Suite struct RuleSettingsTests {
  private func findings(_ code: String, _ levels: [String: RuleSettings.Level]) -> [String] {
    var study = CheckedStudy(settings: RuleSettings(levels))
    let text = "# s\n1\n# coding\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
    let id = study.add(name: "s_1.md", DocumentSummary(Document(text)))
    _ = study.refreshFindings()
    return study.findings(in: id).map { "\($0.rule) \($0.severity.name)" }
  }

  @Test(arguments: Severity.allCases) func aFindingHasTheSeverityOfItsConfiguration(severity: Severity) {
    let code = "speed = CClass(force, \"Speed\")"
    #expect(findings(code, ["unused-code": .on(severity)]) == ["unused-code \(severity.name)"])
    #expect(findings(code, ["unused-code": .off]).isEmpty)
  }

  @Test func aRuleCanBeTurnedOffOrMadeMoreSerious() {
    #expect(findings("lake", [:]) == ["undefined-code warning"])
    #expect(findings("lake", ["undefined-code": .off]).isEmpty)
    #expect(findings("lake", ["undefined-code": .on(.error)]) == ["undefined-code error"])
  }

  @Test func aRuleThatIsOffByDefaultCanBeSwitchedOn() {
    let code = "cache = CClass(pattern, \"Cache\")"
    #expect(!findings(code, [:]).contains { $0.hasPrefix("unattached-option") })
    #expect(findings(code, ["unattached-option": .on(.warning)]).contains("unattached-option warning"))
  }

  @Test func unusedSuppressionsAreConfiguredLikeAnyRule() {
    let code = "speed = CClass(force, \"Speed\")  # seed-lsp: ignore[wrong-kind]"
    let levels: [String: RuleSettings.Level] = ["unused-code": .off]
    #expect(findings(code, levels) == ["unused-suppression warning"])
    #expect(findings(code, levels.merging(["unused-suppression": .on(.error)]) { $1 }) == ["unused-suppression error"])
    #expect(findings(code, levels.merging(["unused-suppression": .off]) { $1 }).isEmpty)
  }

  @Test func aSuppressionOfARuleThatIsOffIsNotUnused() {
    let code = "speed = CClass(force, \"Speed\")  # seed-lsp: ignore[unused-code]"
    #expect(findings(code, ["unused-code": .off]).isEmpty)
    #expect(findings(code, [:]).isEmpty)
    #expect(
      findings("x  # seed-lsp: ignore[unattached-option]\nx = CClass(force, \"X\")", [:]).allSatisfy {
        !$0.hasPrefix("unused-s")
      })
  }

  @Test func theLevelThatHoldsIsKnown() {
    let settings = RuleSettings(["unused-code": .off, "wrong-kind": .on(.hint)])
    #expect(settings.severity(of: "unused-code") == nil)
    #expect(settings.severity(of: "wrong-kind") == .hint)
    #expect(settings.severity(of: "undefined-code") == .warning)
    #expect(settings.severity(of: "unattached-option") == nil)
    #expect(settings.severity(of: "no-rule") == nil)
  }
}
