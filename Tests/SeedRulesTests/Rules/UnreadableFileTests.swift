// The rule `unreadable-file`.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import Testing

@Suite struct UnreadableFileTests {
  private func summary(_ text: String) -> DocumentSummary { DocumentSummary(Document(text)) }

  @Test func aNoteThatIsNoTextIsOneFindingUntilItIsText() {
    var study = CheckedStudy()
    let id = study.add(name: "s_4.md", DocumentSummary(unreadable: "is a picture"))
    let other = study.add(
      name: "s_5.md",
      summary("# s\n5\n# coding\n\n**AXIAL CODING TRACE:**\n``` python\nadd_links({s4: s5}, role_name=\"to\")\n```\n"))
    _ = study.refreshFindings()
    let findings = study.findings(in: id)
    #expect(findings.map(\.rule) == ["unreadable-file"])
    #expect(findings.map(\.severity) == [.error])
    #expect(
      findings.first?.message == "The file can't be read as text: it is a picture. What it defines is unknown.")
    // Its name says which source it is.
    #expect(study.findings(in: other).isEmpty)
    study.update(id, summary("# s\n4\n# coding\n"))
    _ = study.refreshFindings()
    #expect(study.findings(in: id).isEmpty)
    study.update(id, DocumentSummary(unreadable: "is a picture"))
    _ = study.refreshFindings()
    #expect(study.findings(in: id).count == 1)
  }

  @Test func aTextThatSaysTheSameIsReadable() {
    #expect(!summary("is a picture").isUnreadable)
    #expect(DocumentSummary(unreadable: "").isUnreadable)
  }
}
