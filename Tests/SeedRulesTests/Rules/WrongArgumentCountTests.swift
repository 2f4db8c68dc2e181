// The rule `wrong-argument-count`.

import Testing

@Suite struct WrongArgumentCountTests {
  @Test func missingAndSurplusArgumentsAreFound() {
    let source =
      definedCodes
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
      definedCodes
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
