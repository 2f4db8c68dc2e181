// The rule `contradictory-impact`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct ContradictoryImpactTests {
  @Test func anotherImpactThanTheFirstIsFound() {
    expectFindings(
      of: "contradictory-impact",
      definedCodes + note("s1.md", "add_force_relations({lake: {speed: positive, duplication: neutral}})")
        + note(
          "s2.md", "add_force_relations({lake: {speed: positive, ⟦duplication⟧: negative}, mart: {speed: negative}})")
        + note("s3.md", "lake: {⟦speed⟧: very_positive}"))
  }

  @Test func whatIsSaidTwiceInOneDictionaryIsLeftToAnotherRule() {
    let source = definedCodes + note("s1.md", "add_force_relations({lake: {speed: positive, speed: negative}})")
    expectFindings(of: "contradictory-impact", source)
  }

  @Test func besideAKeyThatStandsTwiceItIsNoWarning() {
    let fixture = Fixture(
      definedCodes + note("s1.md", "add_force_relations({lake: {speed: positive}})")
        + note("s2.md", "add_force_relations({lake: {speed: positive, speed: negative}})"))
    let findings = fixture.files.flatMap { fixture.checked.findings(in: $0.id) }
    #expect(
      findings.map { "\($0.rule) \($0.severity.name)" } == [
        "contradictory-impact information", "duplicate-key warning",
      ])
  }
}
