// The rule `undefined-code`.

import Testing

@Suite struct UndefinedCodeTests {
  @Test func aNameThatNothingDefinesIsFoundWhereverItIsUsed() {
    expectFindings(
      of: "undefined-code",
      note(
        "s1.md",
        """
        access_decision = CClass(decision, "How?")
        add_decision_option_link(⟦store_choice⟧, ⟦time_travel⟧, "Text")
        add_decision_option_link(access_decision, ⟦lake⟧)
        add_force_relations({⟦warehouse⟧: {⟦speed⟧: positive}})
        '''
            ⟦k8s⟧
        '''
        ⟦helm⟧
        """))
  }

  @Test func whatItSaysNamesTheRole() {
    expectMessages(
      of: "undefined-code", note("s1.md", "add_force_relations({lake: {speed: grand}})"),
      [
        "The code `lake` is not defined in any note of this study.",
        "The force `speed` is not defined in any note of this study.", "There is no impact `grand`.",
      ])
  }

  @Test func namesOfOtherNotesSourcesAndTheVocabularyAreKnown() {
    expectFindings(
      of: "undefined-code",
      note("s1.md", "lake = CClass(pattern, \"Lake\")")
        + note("s2.md", "lake\nadd_links({s7: [lake]}, role_name=\"to\")")
        + note("s7.md", "s7 = CClass(source, \"s7\", values={})\nlake.add_links(lake, stereotype_instances=uses)"))
  }

  @Test func proseIsNotChecked() {
    expectFindings(of: "undefined-code", "**OPEN CODING TRACE:**\nNew option: time_travel\n")
  }
}
