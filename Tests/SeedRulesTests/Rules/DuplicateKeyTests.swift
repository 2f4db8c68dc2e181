// The rule `duplicate-key`.

import Testing

@Suite struct DuplicateKeyTests {
  @Test func aKeyThatStandsTwiceIsFoundAtTheSecondPlace() {
    expectFindings(
      of: "duplicate-key",
      definedCodes
        + note(
          "s1.md",
          """
          add_force_relations({lake: {speed: positive, duplication: neutral, ⟦speed⟧: negative},
                               mart: {speed: positive},
                               ⟦lake⟧: {duplication: neutral}})
          s1 = CClass(source, "s1", values={"title": "A", "url": "B", ⟦'title'⟧: "C",
              ⟦"u" "rl"⟧: "D"})
          """))
  }

  @Test func piecesOfDictionariesAreLookedAt() {
    expectFindings(
      of: "duplicate-key",
      definedCodes
        + note(
          "s1.md", "lake: {speed: positive, ⟦speed⟧: negative},\nmart: {speed: neutral,\n  ⟦speed⟧: negative}\nlake"))
  }

  @Test func brokenStatementsAreLeftAlone() {
    expectFindings(
      of: "duplicate-key",
      definedCodes
        + note("s1.md", "add_force_relations({lake: {speed: positive, mart: {speed: neutral}, speed: negative})"))
  }
}
