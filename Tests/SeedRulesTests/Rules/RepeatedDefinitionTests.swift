// The rule `repeated-definition`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct RepeatedDefinitionTests {
  @Test func aSecondDefinitionIsRemovedWhenAsked() {
    expectFix(
      of: "repeated-definition",
      note("s1.md", "lake = CClass(pattern, \"Lake\")\n")
        + note("s2.md", "mart = CClass(pattern,\n    \"Mart\")\n    ⟦lake⟧ = CClass(pattern, 'Lake')\nlake"),
      note("s1.md", "lake = CClass(pattern, \"Lake\")\n")
        + note("s2.md", "mart = CClass(pattern,\n    \"Mart\")\nlake"), isSafe: false)
  }

  @Test func aNameDefinedManyTimesIsFoundAtEachPlaceInLinearTime() {
    expectLinearTime(short: 20) { count in
      let code = String(repeating: "cache = CClass(pattern, \"C\")\n", count: count)
      let study = TestStudy([("s_1.md", block(code))])
      #expect(study.checked.findings(in: study.notes[0].id).count == count - 1)
    }
  }

  @Test func whereMoreStandsOnTheLineNothingIsRemoved() throws {
    let fixture = Fixture(
      note("s1.md", "lake = CClass(pattern, \"Lake\")\nlake = CClass(pattern, \"Lake\"); lake  # again"))
    let finding = try #require(fixture.checked.findings(in: fixture.files[0].id).first)
    #expect(finding.rule == "repeated-definition")
    #expect(finding.fixes.isEmpty)
  }
}
