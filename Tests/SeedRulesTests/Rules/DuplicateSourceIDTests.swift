// The rule `duplicate-source-id`.

import SeedModel
import SeedRules
import SeedStudy
import SeedTestSupport
import Testing

@Suite struct DuplicateSourceIDTests {
  @Test func theLaterNoteIsReported() {
    let fixture = """
      //- a.md
      # s
      4
      //- b.md
      # s
      ⟦4⟧
      //- c.md
      ``` python
      ⟦s4⟧ = CClass(source, "s4")
      ```
      """
    expectFindings(of: "duplicate-source-id", fixture)
    expectMessages(
      of: "duplicate-source-id", fixture, Array(repeating: "`s4` is already the source of a.md.", count: 2))
  }

  @Test func whatMostPlacesSayIsTheSource() {
    let notes = "//- s_1.md\n# s\n1\n//- s_2.md\n# s\n1\n``` python\ns2 = CClass(source, \"s2\")\n```\n"
    expectFindings(of: "duplicate-source-id", notes)
    let fixture = Fixture(notes)
    #expect(fixture.files.map { fixture.study[$0.id]?.sourceID } == ["s1", "s2"])
    #expect(fixture.files.flatMap { fixture.checked.findings(in: $0.id).map(\.rule) } == ["source-id-mismatch"])
  }

  @Test func templatesAndOtherLettersAreLeftAlone() {
    expectFindings(
      of: "duplicate-source-id",
      "//- a/s_.md\n# s\n\n## url\n//- b/s_.md\n# s\n\n## url\n//- s_1.md\n# s\n1\n//- p_1.md\n# p\n1\n")
  }

  @Test func theFindingGoesWhenTheOtherNoteChanges() {
    var study = MendableNotes(["# s\n4\n", "# s\n4\n"])
    #expect(study.rules == ["duplicate-source-id"])
    study.replace(0, with: "# s\n5\n")
    #expect(study.rules == [])
    study.replace(0, with: "# s\n4\n")
    #expect(study.rules == ["duplicate-source-id"])
    study.remove(0)
    #expect(study.rules == [])
  }
}
