// The rules about meaning: what they find, what they leave alone, and their mends.

import SeedModel
import SeedTestSupport
import Testing

/// Definitions that the fixtures start from, in a note of their own.
private let codes = note(
  "s0.md",
  """
  store_decision = CClass(decision, "Where is data stored?")
  access_decision = CClass(decision, "How is data accessed?")
  lake = CClass(pattern, "Lake")
  mart = CClass(practice, "Mart")
  speed = CClass(force, "Speed")
  duplication = CClass(force, "Duplication")
  """)

@Suite struct WrongKindTests {
  @Test func codesInThePlaceOfOthersAreFound() {
    expectFindings(
      of: "wrong-kind",
      codes
        + note(
          "s1.md",
          """
          add_decision_option_link(⟦lake⟧, mart)
          add_decision_option_link(store_decision, ⟦speed⟧)
          add_decision_option_link(store_decision, ⟦access_decision⟧)
          add_force_relations({⟦speed⟧: {⟦lake⟧: positive, duplication: ⟦speed⟧}})
          """))
  }

  @Test func theHierarchyAndUnknownKindsAreRespected() {
    expectFindings(
      of: "wrong-kind",
      codes
        + note(
          "s1.md",
          """
          wait = CClass(do_nothing_design_solution, "Wait")
          odd = CClass(unheard_of, "Odd")
          both = CClass(force, "Both")
          both = CClass(pattern, "Both")
          link = lake.add_links(mart)[0]
          add_decision_option_link(store_decision, wait)
          add_decision_option_link(odd, odd)
          add_decision_option_link(store_decision, both)
          add_decision_option_link(link, link)
          add_decision_option_link(missing, missing)
          add_force_relations({both: {both: positive}, store_decision: {speed: negative}})
          add_links({speed: lake}, role_name="to")
          """))
  }

  @Test func itSaysWhatWasExpected() {
    expectMessages(
      of: "wrong-kind", codes + note("s1.md", "add_decision_option_link(store_decision, speed)"),
      ["`speed` is of the kind `force`, but an option of a decision is a pattern, a practice or another solution."])
  }
}

@Suite struct WrongArgumentCountTests {
  @Test func missingAndSurplusArgumentsAreFound() {
    let source =
      codes
      + note(
        "s1.md",
        """
        ⟦add_decision_option_link⟧(store_decision)
        ⟦add_decision_option_link⟧(store_decision, lake, "a", "b")
        ⟦add_force_relations⟧()
        x = ⟦add_stereotyped_link_with_how_tagged_value⟧(lake, mart, uses)
        y = ⟦CClass⟧()
        """)
    expectFindings(of: "wrong-argument-count", source)
    expectMessages(
      of: "wrong-argument-count", source,
      [
        "`add_decision_option_link` needs `design_solution` as well.",
        "`add_decision_option_link` takes 3 arguments without a keyword, not 4.",
        "`add_force_relations` needs `force_relations` as well.",
        "`add_stereotyped_link_with_how_tagged_value` needs `text` as well.",
        "`CClass` needs `metaclass` as well.",
      ])
  }

  @Test func keywordsBrokenStatementsAndSpreadArgumentsAreLeftAlone() {
    expectFindings(
      of: "wrong-argument-count",
      codes
        + note(
          "s1.md",
          """
          add_decision_option_link(store_decision, design_solution=lake)
          add_decision_option_link(store_decision, lake)
          add_decision_option_link(store_decision, lake, option_description="Text")
          add_decision_option_link(*pair)
          add_decision_option_link(store_decision.
          x = CClass(force)
          y = lake.add_links([mart], role_name="to")[0]
          print(1, 2, 3)
          """))
  }
}

@Suite struct UnknownArgumentTests {
  @Test func aMisspeltKeywordIsMended() {
    expectFix(
      of: "unknown-argument",
      codes + note("s1.md", "x = lake.add_links(mart, role_name=\"to\", ⟦sstereotype_instances⟧=uses)[0]"),
      codes + note("s1.md", "x = lake.add_links(mart, role_name=\"to\", stereotype_instances=uses)[0]"), isSafe: true)
  }

  @Test func keywordsOfOtherFunctionsAreLeftAlone() {
    expectFindings(
      of: "unknown-argument",
      codes
        + note(
          "s1.md",
          """
          a = CClass(practice, "A", superclasses=lake, values={}, tagged_values={})
          add_decision_option_link(store_decision, lake, option_name="Text")
          frobnicate(lake, colour=lake)
          add_decision_option_link(store_decision, lake, ⟦because⟧="Text")
          """))
  }
}

@Suite struct DuplicateOptionTests {
  @Test func theLaterLinkIsFound() {
    expectFindings(
      of: "duplicate-option",
      codes
        + note(
          "s1.md",
          """
          add_decision_option_link(store_decision, lake, "One")
          add_decision_option_link(store_decision, mart, "One")
          add_decision_option_link(access_decision, lake, "One")
          add_decision_option_link(store_decision, ⟦lake⟧, "Another")
          """) + note("s2.md", "add_decision_option_link(store_decision, ⟦lake⟧, \"One\")"))
  }
}

@Suite struct ContradictoryImpactTests {
  @Test func anotherImpactThanTheFirstIsFound() {
    expectFindings(
      of: "contradictory-impact",
      codes + note("s1.md", "add_force_relations({lake: {speed: positive, duplication: neutral}})")
        + note(
          "s2.md", "add_force_relations({lake: {speed: positive, ⟦duplication⟧: negative}, mart: {speed: negative}})")
        + note("s3.md", "lake: {⟦speed⟧: very_positive}"))
  }

  @Test func whatIsSaidTwiceInOneDictionaryIsLeftToAnotherRule() {
    let source = codes + note("s1.md", "add_force_relations({lake: {speed: positive, speed: negative}})")
    expectFindings(of: "contradictory-impact", source)
  }
}

@Suite struct DuplicateKeyTests {
  @Test func aKeyThatStandsTwiceIsFoundAtTheSecondPlace() {
    expectFindings(
      of: "duplicate-key",
      codes
        + note(
          "s1.md",
          """
          add_force_relations({lake: {speed: positive, duplication: neutral, ⟦speed⟧: negative},
                               mart: {speed: positive},
                               ⟦lake⟧: {duplication: neutral}})
          s1 = CClass(source, "s1", values={"title": "A", "url": "B", ⟦'title'⟧: "C"})
          """))
  }

  @Test func brokenStatementsAreLeftAlone() {
    expectFindings(
      of: "duplicate-key",
      codes + note("s1.md", "add_force_relations({lake: {speed: positive, mart: {speed: neutral}, speed: negative})"))
  }
}
