// The rule `undefined-source`.

import SeedTestSupport
import Testing

@Suite struct UndefinedSourceTests {
  @Test func anIdOfNoNoteIsMended() {
    let label = "//- s_16.md\n# s\n16\n# coding\n\nadd codes to "
    expectFix(of: "undefined-source", label + "⟦s161⟧:\n", label + "s16:\n", isSafe: false)
  }

  @Test(arguments: ["s15", "s16", "s", "s_15"]) func aSourceThatANoteRecordsIsKnown(_ source: String) {
    expectFindings(
      of: "undefined-source",
      "//- s_15.md\n# s\n15\n//- s_16.md\n# s\n16\n# coding\n\nadd codes to \(source):\n")
  }

  @Test func theFindingGoesWhenTheSourceIsRecorded() {
    var study = MendableNotes(["# s\n15\n# coding\n\nadd codes to s16:\n", ""])
    #expect(study.rules == ["undefined-source"])
    study.replace(1, with: "# s\n16\n")
    #expect(study.rules == ["wrong-label"])
  }
}
