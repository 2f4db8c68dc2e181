// The rule `unknown-function`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct UnknownFunctionTests {
  @Test func aMisspeltFunctionIsMended() {
    expectFix(
      of: "unknown-function", note("s1.md", "speed = ⟦CClas⟧(force, \"Speed\")"),
      note("s1.md", "speed = CClass(force, \"Speed\")"), isSafe: true)
  }

  @Test func aFunctionWithHalfItsNameIsMendedWhenAsked() {
    let code = "d = CClass(decision, \"D\")\nlake = CClass(pattern, \"Lake\")\n"
    expectFix(
      of: "unknown-function", note("s1.md", code + "⟦add_decision_link⟧(d, lake, \"Text\")"),
      note("s1.md", code + "add_decision_option_link(d, lake, \"Text\")"), isSafe: false)
  }

  @Test func aFunctionThatTheMetamodelMayHaveIsOnlyInformation() {
    for (name, severity) in [
      ("add_decision_option_association", Severity.information), ("add_pattern_links", .information),
      ("add_decision_link", .warning), ("add_force_relatons", .warning), ("CClas", .warning),
    ] {
      let fixture = Fixture(definedCodes + note("s1.md", "\(name)(store_decision, lake)"))
      let findings = fixture.checked.findings(in: fixture.files[1].id).filter { $0.rule == "unknown-function" }
      #expect(findings.map(\.severity) == [severity], "\(name)")
    }
  }

  @Test func methodsOfPythonAndItsFunctionsAreLeftAlone() {
    expectFindings(
      of: "unknown-function",
      note("s1.md", "lake = CClass(pattern, \"X\")\nprint(lake)\nlake.append(lake)\n⟦frobnicate⟧(lake)"))
  }
}
