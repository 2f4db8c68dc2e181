// The rule `unattached-option`.

import Testing

@Suite struct UnattachedOptionTests {
  private let code = """
    d = CClass(decision, "D")
    ⟦lake⟧ = CClass(pattern, "Lake")
    mart = CClass(practice, "Mart")
    speed = CClass(force, "Speed")
    """

  @Test func aSolutionThatNoDecisionOffersIsFound() {
    expectFindings(of: "unattached-option", note("s1.md", code + "\nadd_decision_option_link(d, mart)"))
  }

  @Test func theOfferMayStandInAnotherNote() {
    expectFindings(of: "unattached-option", note("s1.md", code) + note("s2.md", "add_decision_option_link(d, mart)"))
  }
}
