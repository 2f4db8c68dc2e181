// Rules that are off unless they are turned on, and rules that are turned off or made more serious.

import SeedModel
import SeedTestSupport
import Testing

@Suite struct OptionalRuleTests {
  private func findings(_ rule: String, _ code: String) -> [String] {
    var study = TestStudy(settings: RuleSettings([rule: .on(.warning)]), [])
    study.add("s1.md", "**AXIAL CODING TRACE:**\n```\n\(code)\n```\n")
    return study.findings.filter { $0.contains(" \(rule): ") }
  }

  @Test func unusedCodesAreFoundWhenWanted() {
    let code =
      "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")\n'''\n mart\n'''\ns1 = CClass(source, \"\")"
    #expect(findings("unused-code", code) == ["s1.md:3:1 unused-code: lake"])
  }

  @Test func solutionsThatNoDecisionOffersAreFoundWhenWanted() {
    let code = """
      d = CClass(decision, "D")
      lake = CClass(pattern, "Lake")
      mart = CClass(practice, "Mart")
      speed = CClass(force, "Speed")
      add_decision_option_link(d, mart)
      """
    #expect(findings("unattached-option", code) == ["s1.md:4:1 unattached-option: lake"])
  }

  @Test func optionsWithoutForcesAreFoundWhenWanted() {
    let code = """
      d = CClass(decision, "D")
      lake = CClass(pattern, "Lake")
      mart = CClass(practice, "Mart")
      speed = CClass(force, "Speed")
      add_decision_option_link(d, mart)
      add_decision_option_link(d, lake)
      add_force_relations({mart: {speed: neutral}})
      """
    #expect(findings("option-without-forces", code) == ["s1.md:4:1 option-without-forces: lake"])
  }

  @Test func theyAreOffOtherwise() {
    let study = TestStudy([("s1.md", "**AXIAL CODING TRACE:**\n```\nlake = CClass(pattern, \"Lake\")\n```\n")])
    #expect(study.findings.isEmpty)
  }

  @Test func aRuleCanBeTurnedOffOrMadeMoreSerious() throws {
    let text = "**AXIAL CODING TRACE:**\n```\nlake\n```\n"
    var off = TestStudy(settings: RuleSettings(["undefined-code": .off]), [])
    off.add("s1.md", text)
    #expect(off.findings.isEmpty)
    var serious = TestStudy(settings: RuleSettings(["undefined-code": .on(.error)]), [])
    serious.add("s1.md", text)
    #expect(serious.checked.findings(in: serious.notes[0].id).map(\.severity) == [.error])
  }
}
