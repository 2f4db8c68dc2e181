// The rule `unused-code`.

import Testing

@Suite struct UnusedCodeTests {
  @Test func aCodeThatNothingNamesIsFound() {
    expectFindings(of: "unused-code", note("s1.md", "⟦lake⟧ = CClass(pattern, \"Lake\")"))
  }

  @Test(
    arguments: [
      "'''\nlake\n'''", "add_links({lake: mart})", "add_force_relations({lake: {speed: neutral}})",
      "add_decision_option_link(store_decision, lake)",
    ])
  func aCodeThatIsListedLinkedOrRatedIsUsed(_ use: String) {
    expectFindings(of: "unused-code", note("s1.md", "lake = CClass(pattern, \"Lake\")") + note("s2.md", use))
  }

  @Test func aSourceIsNoCode() {
    expectFindings(of: "unused-code", note("s1.md", "s1 = CClass(source, \"\")"))
  }
}
