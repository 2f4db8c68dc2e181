// The rule `undefined-source`.

import SeedRules
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

  @Test(arguments: ["s_sample", "s77", "this_source"]) func aKeyOfWhatSourcesAreLinkedToIsASource(_ key: String) {
    func text(_ key: String, _ role: String) -> String {
      "//- s_16.md\n# s\n16\n# coding\n\n"
        + block(
          "kettles = CClass(reference, \"On Kettles\")\nadd_links({\(key): [kettles]}, role_name=\"\(role)\")")
    }
    for role in ["referenced", "contained_code"] {
      expectFix(of: "undefined-source", text("⟦\(key)⟧", role), text("s16", role), isSafe: false)
      expectFindings(of: "undefined-code", text(key, role))
    }
    expectFindings(of: "undefined-source", text(key, "to"))
    expectFindings(of: "undefined-code", text("⟦\(key)⟧", "to"))
  }

  @Test func theFindingGoesWhenTheSourceIsRecorded() {
    var study = MendableNotes(["# s\n15\n# coding\n\nadd codes to s16:\n", ""])
    #expect(study.rules == ["undefined-source"])
    study.replace(1, with: "# s\n16\n")
    #expect(study.rules == ["wrong-label"])
  }

  @Test(arguments: ["S4", "s_4", "s04"]) func theIdMayBeWrittenOtherwise(_ id: String) {
    var study = TestStudy([
      (
        "s_1.md",
        "# s\n1\n# coding\n\n**AXIAL CODING TRACE:**\n\nadd codes to \(id):\n``` python\n\"\"\"\n\"\"\"\n```\n"
      )
    ])
    func isFound() -> Bool { study.checked.findings(in: study.notes[0].id).contains { $0.rule == "undefined-source" } }
    #expect(isFound())
    study.add("s_4.md", "# s\n4\n")
    #expect(!isFound())
  }
}
