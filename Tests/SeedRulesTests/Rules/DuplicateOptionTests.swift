// The rule `duplicate-option`.

import Testing

@Suite struct DuplicateOptionTests {
  @Test func theLaterLinkIsFound() {
    expectFindings(
      of: "duplicate-option",
      definedCodes
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
