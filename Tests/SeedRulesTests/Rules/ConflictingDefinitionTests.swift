// The rule `conflicting-definition`.

import Testing

@Suite struct ConflictingDefinitionTests {
  @Test func anotherKindOrDisplayNameIsFoundAtTheLaterDefinition() {
    let source =
      note("s1.md", "quality = CClass(force, \"Data Quality\")\nlake = CClass(pattern, \"Lake\")")
      + note("s2.md", "⟦quality⟧ = CClass(force, \"Quality\")\n⟦lake⟧ = CClass(practice, \"Lake\")")
    expectFindings(of: "conflicting-definition", source)
    expectMessages(
      of: "conflicting-definition", source,
      [
        "`quality` is called “Quality” here, but “Data Quality” where it is first defined.",
        "`lake` is of the kind `practice` here, but `pattern` where it is first defined.",
      ])
  }

  @Test func displayNamesAreComparedByWhatTheySay() {
    let source =
      note(
        "s1.md",
        #"""
        wait = CClass(practice, 'Don\'t wait')
        view = CClass(force, "\u00dcberblick")
        port = CClass(pattern, "Input " + "port")
        path = CClass(pattern, r"C:\notes")
        """#)
      + note(
        "s2.md",
        #"""
        wait = CClass(practice, "Don't wait")
        view = CClass(force, u"Überblick")
        port = CClass(pattern, "Input" " port")
        ⟦path⟧ = CClass(pattern, "C:\notes")
        """#)
    expectFindings(of: "conflicting-definition", source)
    expectMessages(
      of: "conflicting-definition", source,
      ["`path` is called “C:\notes” here, but “C:\\notes” where it is first defined."])
  }

  @Test func sourcesRepetitionsAndLinksAreLeftAlone() {
    expectFindings(
      of: "conflicting-definition",
      note(
        "s1.md",
        """
        r = CClass(reference, "", values={"title": "A"})
        lake = CClass(pattern, "Lake")
        mart = CClass(pattern)
        """)
        + note(
          "s2.md",
          """
          r = CClass(reference, "B", values={"title": "B"})
          lake = CClass(pattern, " Lake ")
          mart = CClass(pattern, "Mart")
          lake = lake.add_links(mart)[0]
          """))
  }
}
