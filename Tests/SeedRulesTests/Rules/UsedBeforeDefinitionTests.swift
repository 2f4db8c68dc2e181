// The rule `used-before-definition`.

import Testing

@Suite struct UsedBeforeDefinitionTests {
  @Test func theFirstUseAboveTheDefinitionIsFound() {
    expectFindings(
      of: "used-before-definition",
      note("s1.md", "'''\n    ⟦lake⟧, lake\n'''\nlake = CClass(pattern, \"Lake\")\nlake"))
  }

  @Test func otherNotesProseAndLinksDontCount() {
    expectFindings(
      of: "used-before-definition",
      "//- s1.md\n**OPEN CODING TRACE:**\nNew option: lake\n**AXIAL CODING TRACE:**\n``` python\n"
        + "lake = CClass(pattern, \"Lake\")\nlake = lake.add_links(mart)[0]\n```\n"
        + note("s2.md", "mart = CClass(pattern, \"Mart\")\ndup") + note("s3.md", "dup = CClass(force, \"D\")")
        + note("s4.md", "dup\ndup = CClass(force, \"D\")"))
  }
}
