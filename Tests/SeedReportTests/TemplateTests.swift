// The template that notes are begun from: it neither codes nor defines.

import SeedModel
import SeedReport
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct TemplateTests {
  private static let template = """
    # s

    ## title

    **AXIAL CODING TRACE:**
    ``` python
    s = CClass(source, "s", values={"title": ""})
    r = CClass(reference, "", values={})
    biscuit = CClass(practice, "Biscuit")
    ```
    add codes to s:
    ``` python
    '''
    tea
    '''
    add_decision_option_link(snack_decision, tea, "x")
    ```

    """
  private static let note = """
    # s
    1
    ## title
    On tea

    **AXIAL CODING TRACE:**
    ``` python
    s1 = CClass(source, "s1", values={"title": "On tea"})
    tea = CClass(practice, "Tea")
    snack_decision = CClass(decision, "Which snack?")
    ```

    """

  private func study(_ template: String) -> TestStudy { TestStudy([("s_1.md", Self.note), ("s_.md", template)]) }

  @Test func nothingOfItCounts() throws {
    let study = study(Self.template)
    #expect(study.findings == [])
    #expect(study.study.isDefined("tea") && !study.study.isDefined("r") && !study.study.isDefined("biscuit"))
    let tea = try #require(study.study.nameID("tea"))
    #expect(study.study.codingDocuments(of: tea).count == 1)
    #expect(
      study.study.usage(of: [tea])
        == study.study.usage(of: [tea]).filter { $0.sourceCount == 1 && $0.referenceCount == 0 })
    #expect(study.study.relations(.option, of: tea) == [])
    #expect(study.study[study.notes[1].id]?.sourceID == nil)
    let codes = CodeReport(study.study).codes
    #expect(codes.map(\.name) == ["snack_decision", "tea"])
    #expect(codes.map(\.sources) == [["s1"], ["s1"]])
    #expect(StudySummary(study.checked).noteCount == 1)
  }

  @Test func itsNamesAreRenamedWithTheOthers() throws {
    let study = study(Self.template)
    let tea = try #require(study.study.nameID("tea"))
    #expect(study.study.sites(of: tea).count == 3)
  }

  @Test(arguments: [
    ("# s\n\n", "# s\n2\n"), ("\"s\", values", "\"s2\", values"), ("s = CClass(source", "s2 = CClass(source"),
    ("s = CClass(source", "source_2 = CClass(source"),
  ])
  func aNumberAnywhereMakesItANote(_ text: String, _ replacement: String) {
    let numbered = Self.template.replacing(text, with: replacement, maxReplacements: 1)
    var study = study(Self.template)
    study.replace("s_.md", with: numbered)
    #expect(study.study.isDefined("biscuit"))
    #expect(study.findings == self.study(numbered).findings && !study.findings.isEmpty)
    study.replace("s_.md", with: Self.template)
    #expect(!study.study.isDefined("biscuit") && study.findings == [])
  }

  @Test func anUnnumberedNoteWithTheNumberInItsNameIsNone() {
    let study = TestStudy([("s_2.md", Self.template)])
    #expect(study.study.isDefined("biscuit") && !study.findings.isEmpty)
  }

  @Test func textsWithoutAHeaderAreNone() {
    #expect(TestStudy([("notes.md", "``` python\ntea = CClass(practice, \"Tea\")\n```\n")]).study.isDefined("tea"))
  }
}
