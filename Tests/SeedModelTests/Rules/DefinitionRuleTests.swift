// The rules about definitions: what they find, what they leave alone, and their mends.

import SeedModel
import SeedTestSupport
import Testing

@Suite struct ConflictingDefinitionTests {
  @Test func anotherKindOrDisplayNameIsFoundAtTheLaterDefinition() {
    let source =
      note("s1.md", "quality = CClass(force, \"Data Quality\")\nlake = CClass(pattern, \"Lake\")")
      + note("s2.md", "⟦quality⟧ = CClass(force, \"Quality\")\n⟦lake⟧ = CClass(practice, \"Lake\")")
    expectFindings(of: "conflicting-definition", source)
    expectMessages(
      of: "conflicting-definition", source,
      [
        "`quality` is called “Quality” here, but “Data Quality” where it is first defined.",
        "`lake` is of the kind `practice` here, but `pattern` where it is first defined.",
      ])
  }

  @Test func sourcesRepetitionsAndLinksAreLeftAlone() {
    expectFindings(
      of: "conflicting-definition",
      note(
        "s1.md",
        """
        r = CClass(reference, "", values={"title": "A"})
        lake = CClass(pattern, "Lake")
        mart = CClass(pattern)
        """)
        + note(
          "s2.md",
          """
          r = CClass(reference, "B", values={"title": "B"})
          lake = CClass(pattern, " Lake ")
          mart = CClass(pattern, "Mart")
          lake = lake.add_links(mart)[0]
          """))
  }
}

@Suite struct RepeatedDefinitionTests {
  @Test func aSecondDefinitionIsRemovedWhenAsked() {
    expectFix(
      of: "repeated-definition",
      note("s1.md", "lake = CClass(pattern, \"Lake\")\n")
        + note("s2.md", "mart = CClass(pattern,\n    \"Mart\")\n    ⟦lake⟧ = CClass(pattern, 'Lake')\nlake"),
      note("s1.md", "lake = CClass(pattern, \"Lake\")\n")
        + note("s2.md", "mart = CClass(pattern,\n    \"Mart\")\nlake"), isSafe: false)
  }

  @Test func whereMoreStandsOnTheLineNothingIsRemoved() throws {
    let fixture = Fixture(
      note("s1.md", "lake = CClass(pattern, \"Lake\")\nlake = CClass(pattern, \"Lake\"); lake  # again"))
    let finding = try #require(fixture.study.findings(in: fixture.files[0].id).first)
    #expect(finding.rule == "repeated-definition")
    #expect(finding.fixes.isEmpty)
  }
}

@Suite struct ReboundCodeTests {
  @Test func aLinkOrAnAliasThatTakesACodesNameIsFound() {
    expectFindings(
      of: "rebound-code",
      note(
        "s1.md",
        """
        lake = CClass(pattern, "Lake")
        mart = CClass(pattern, "Mart")
        ⟦lake⟧ = \\
            lake.add_links(mart, role_name="to", stereotype_instances=uses)[0]
        ⟦mart⟧ = lake
        lake_uses_mart = lake.add_links(mart, role_name="to", stereotype_instances=uses)[0]
        """))
  }

  @Test func linksMayShareAName() {
    expectFindings(
      of: "rebound-code",
      note("s1.md", "a = CClass(pattern, \"A\")\nl = a.add_links(a)[0]\nl = a.add_links(a)[0]\nx = a"))
  }
}

@Suite struct UsedBeforeDefinitionTests {
  @Test func theFirstUseAboveTheDefinitionIsFound() {
    expectFindings(
      of: "used-before-definition",
      note("s1.md", "'''\n    ⟦lake⟧, lake\n'''\nlake = CClass(pattern, \"Lake\")\nlake"))
  }

  @Test func otherNotesProseAndLinksDontCount() {
    expectFindings(
      of: "used-before-definition",
      "//- s1.md\n**OPEN CODING TRACE:**\nNew option: lake\n**AXIAL CODING TRACE:**\n``` python\n"
        + "lake = CClass(pattern, \"Lake\")\nlake = lake.add_links(mart)[0]\n```\n"
        + note("s2.md", "mart = CClass(pattern, \"Mart\")\ndup") + note("s3.md", "dup = CClass(force, \"D\")")
        + note("s4.md", "dup\ndup = CClass(force, \"D\")"))
  }
}

@Suite struct DefinitionInListTests {
  @Test func definitionsBetweenTheQuotesAreFound() {
    expectFindings(
      of: "definition-in-list",
      note(
        "s1.md",
        "a = CClass(force, \"A\")\n'''\n    ⟦k8s⟧ = CClass(practice, \"Kubernetes\"),\n    a\n'''\nb = CClass(force, \"B\")"
      ))
  }
}

/// Rules that are off unless they are turned on.
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
    #expect(serious.study.findings(in: serious.notes[0].id).map(\.severity) == [.error])
  }
}
