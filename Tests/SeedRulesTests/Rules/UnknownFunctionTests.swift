// The rule `unknown-function`.

import Testing

@Suite struct UnknownFunctionTests {
  @Test func aMisspeltFunctionIsMended() {
    expectFix(
      of: "unknown-function", note("s1.md", "speed = ⟦CClas⟧(force, \"Speed\")"),
      note("s1.md", "speed = CClass(force, \"Speed\")"), isSafe: true)
  }

  @Test func aFunctionWithHalfItsNameIsMendedWhenAsked() {
    let code = "d = CClass(decision, \"D\")\nlake = CClass(pattern, \"Lake\")\n"
    expectFix(
      of: "unknown-function", note("s1.md", code + "⟦add_decision_link⟧(d, lake, \"Text\")"),
      note("s1.md", code + "add_decision_option_link(d, lake, \"Text\")"), isSafe: false)
  }

  @Test func methodsOfPythonAndItsFunctionsAreLeftAlone() {
    expectFindings(
      of: "unknown-function",
      note("s1.md", "lake = CClass(pattern, \"X\")\nprint(lake)\nlake.append(lake)\n⟦frobnicate⟧(lake)"))
  }
}
