// The rule `option-without-forces`.

import Testing

@Suite struct OptionWithoutForcesTests {
  private let code = """
    d = CClass(decision, "D")
    ⟦lake⟧ = CClass(pattern, "Lake")
    mart = CClass(practice, "Mart")
    cache = CClass(practice, "Cache")
    speed = CClass(force, "Speed")
    add_decision_option_link(d, mart)
    add_decision_option_link(d, lake)
    """
  private let forces = "add_force_relations({mart: {speed: neutral}})"

  @Test func anOptionThatActsOnNothingIsFound() {
    expectFindings(of: "option-without-forces", note("s1.md", code + "\n" + forces))
  }

  @Test func theForcesMayStandInAnotherNote() {
    expectFindings(of: "option-without-forces", note("s1.md", code) + note("s2.md", forces))
  }
}
