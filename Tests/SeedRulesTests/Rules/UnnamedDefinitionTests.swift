// The rule `unnamed-definition`.

import Testing

@Suite struct UnnamedDefinitionTests {
  /// What is meant elsewhere may be another definition that nothing names.
  @Test func theNameIsAGuess() {
    expectFix(
      of: "unnamed-definition", definedCodes + note("s1.md", "⟦CClass(pattern, \"REST APIs\")⟧\nrest_apis"),
      definedCodes + note("s1.md", "rest_apis = CClass(pattern, \"REST APIs\")\nrest_apis"), isSafe: false)
    expectFix(
      of: "unnamed-definition", note("s1.md", "⟦CClass(pattern, \"A B, C\")⟧"),
      note("s1.md", "a_b_c = CClass(pattern, \"A B, C\")"), isSafe: false)
  }

  @Test func aNameThatIsTakenIsNotGiven() {
    expectNoFix(of: "unnamed-definition", definedCodes + note("s1.md", "⟦CClass(pattern, \"Lake\")⟧"))
    expectNoFix(of: "unnamed-definition", note("s1.md", "⟦CClass(pattern)⟧\n⟦CClass(pattern, \"Ü\")⟧"))
  }

  @Test(arguments: [
    "rest = CClass(pattern, \"Rest\")", "add_links({lake: CClass(pattern, \"Rest\")})", "print(lake)",
    "a, b = CClass(pattern, \"A\"), 1",
  ])
  func otherCallsAreLeftAlone(_ statement: String) {
    expectFindings(of: "unnamed-definition", definedCodes + note("s1.md", statement))
  }
}
