// The rule `rebound-code`.

import Testing

@Suite struct ReboundCodeTests {
  @Test func aLinkOrAnAliasThatTakesACodesNameIsFound() {
    expectFindings(
      of: "rebound-code",
      note(
        "s1.md",
        """
        lake = CClass(pattern, "Lake")
        mart = CClass(pattern, "Mart")
        ⟦lake⟧ = \\
            lake.add_links(mart, role_name="to", stereotype_instances=uses)[0]
        ⟦mart⟧ = lake
        lake_uses_mart = lake.add_links(mart, role_name="to", stereotype_instances=uses)[0]
        """))
  }

  @Test func linksMayShareAName() {
    expectFindings(
      of: "rebound-code",
      note("s1.md", "a = CClass(pattern, \"A\")\nl = a.add_links(a)[0]\nl = a.add_links(a)[0]\nx = a"))
  }

  @Test func whatIsAssignedToItselfStaysWhatItIs() {
    expectFindings(of: "rebound-code", note("s1.md", "a = CClass(pattern, \"A\")\na = a\nb = a\n⟦a⟧ = b"))
  }
}
