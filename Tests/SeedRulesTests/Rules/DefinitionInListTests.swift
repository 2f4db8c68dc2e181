// The rule `definition-in-list`.

import Testing

@Suite struct DefinitionInListTests {
  @Test func definitionsBetweenTheQuotesAreFound() {
    expectFindings(
      of: "definition-in-list",
      note(
        "s1.md",
        "a = CClass(force, \"A\")\n'''\n    ⟦k8s⟧ = CClass(practice, \"Kubernetes\"),\n    a\n'''\nb = CClass(force, \"B\")"
      ))
  }
}
