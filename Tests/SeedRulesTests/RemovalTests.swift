// Notes that go away: what they defined is unknown from then on.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct RemovalTests {
  private func coding(_ code: String) -> String { "**AXIAL CODING TRACE:**\n```\n\(code)\n```\n" }

  @Test func removingSeveralNotesAtOnceConcernsThoseThatUsedThem() throws {
    var study = TestStudy([
      ("s_1.md", coding("cache = CClass(pattern, \"C\")")), ("s_2.md", coding("cache")),
      ("s_3.md", coding("add_links({lost: [lost]})")), ("s_4.md", coding("")),
    ])
    let ids = study.notes.map(\.id)
    #expect(study.checked.findings(in: ids[1]).isEmpty)
    study.checked.remove(ids[0])
    study.checked.remove(ids[2])
    #expect(study.checked.refreshFindings().contains(ids[1]))
    #expect(study.checked.findings(in: ids[1]).map(\.rule) == ["undefined-code"])
  }

  @Test func removingTheNoteOfASourceConcernsTheOnlyOtherOne() throws {
    var study = TestStudy([
      ("s_1.md", "# s\n1\n# coding\n\n" + coding("cache = CClass(pattern, \"C\")")), ("s_2.md", coding("cache")),
    ])
    let ids = study.notes.map(\.id)
    study.checked.remove(ids[0])
    #expect(study.checked.refreshFindings().contains(ids[1]))
    #expect(study.checked.findings(in: ids[1]).map(\.rule) == ["undefined-code"])
    #expect(!study.checked.hasPagesToCheck)
  }

  @Test func aRemovedNoteComesBack() throws {
    var study = TestStudy([("s_1.md", coding("cache = CClass(pattern, \"C\")")), ("s_2.md", coding("cache"))])
    let ids = study.notes.map(\.id)
    study.checked.remove(ids[0])
    _ = study.checked.refreshFindings()
    _ = study.checked.add(name: "s_1.md", DocumentSummary(study.notes[0].document))
    #expect(study.checked.refreshFindings().contains(ids[1]))
    #expect(study.checked.findings(in: ids[1]).isEmpty)
  }
}
