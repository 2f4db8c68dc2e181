// The rule `unknown-argument`.

import Testing

@Suite struct UnknownArgumentTests {
  @Test func aMisspeltKeywordIsMended() {
    expectFix(
      of: "unknown-argument",
      definedCodes + note("s1.md", "x = lake.add_links(mart, role_name=\"to\", ⟦sstereotype_instances⟧=uses)[0]"),
      definedCodes + note("s1.md", "x = lake.add_links(mart, role_name=\"to\", stereotype_instances=uses)[0]"),
      isSafe: true)
  }

  @Test func keywordsOfOtherFunctionsAreLeftAlone() {
    expectFindings(
      of: "unknown-argument",
      definedCodes
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
