// The rule `wrong-kind`.

import Testing

@Suite struct WrongKindTests {
  @Test func codesInThePlaceOfOthersAreFound() {
    expectFindings(
      of: "wrong-kind",
      definedCodes
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
      definedCodes
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

  @Test func statementsWithBrokenBracketsAreLeftAlone() {
    for statement in [
      "add_force_relations({lake: mart: {speed: positive}})", "add_force_relations({speed: {lake: positive})",
      "add_decision_option_link(store_decision, speed}", "add_decision_option_link(store_decision speed",
    ] {
      expectFindings(of: "wrong-kind", definedCodes + note("s1.md", statement))
    }
    expectFindings(
      of: "wrong-kind", definedCodes + note("s1.md", "add_decision_option_link(store_decision, ⟦speed⟧, \"Fast)"))
  }

  @Test func itSaysWhatWasExpected() {
    expectMessages(
      of: "wrong-kind", definedCodes + note("s1.md", "add_decision_option_link(store_decision, speed)"),
      ["`speed` is of the kind `force`, but an option of a decision is a pattern, a practice or another solution."])
  }
}
