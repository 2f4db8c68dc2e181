// The rule `wrong-label`.

import SeedTestSupport
import Testing

@Suite struct WrongLabelTests {
  @Test func aLabelOfAnotherNoteIsMended() {
    expectFix(
      of: "wrong-label",
      "//- s_15.md\n# s\n15\n//- s_16.md\n# s\n16\n# coding\n\nadd codes to ⟦s15⟧:\n``` python\n'''\ncache\n'''\n```\n",
      "//- s_15.md\n# s\n15\n//- s_16.md\n# s\n16\n# coding\n\nadd codes to s16:\n``` python\n'''\ncache\n'''\n```\n",
      isSafe: false)
  }

  @Test func theNameOfTheFileTellsWhereNothingElseDoes() {
    expectFindings(of: "wrong-label", "//- s_15.md\n# s\n15\n//- s_16.md\nadd codes to ⟦s15⟧:\n\nAdd code to s16\n")
  }

  @Test(
    arguments: [
      "add codes to s16:", "Add codes to s16 :", "add codes to s:", "add codes to s_16:", "added:", "add codes to s99:",
      "I add codes to s15:",
    ])
  func otherLabelsAreLeftAlone(_ label: String) {
    expectFindings(of: "wrong-label", "//- s_15.md\n# s\n15\n//- s_16.md\n# s\n16\n# coding\n\n\(label)\n")
  }

  @Test func aLabelOfTheClaimedNumberIsLeftToTheMismatch() {
    expectFindings(of: "wrong-label", "//- s_15.md\n# s\n15\n//- s_16.md\n# s\n15\n# coding\n\nadd codes to s16:\n")
  }

  @Test func anIdOfNoNoteIsAnUndefinedSourceAlone() {
    let notes = "//- s_16.md\n# s\n16\n# coding\n\nadd codes to ⟦s161⟧:\n"
    expectFindings(of: "undefined-source", notes)
    expectFindings(of: "wrong-label", notes.filter { $0 != "⟦" && $0 != "⟧" })
  }

  @Test func theFindingFollowsTheOtherNote() {
    var study = MendableNotes(["# s\n15\n", "# s\n16\n# coding\n\nadd codes to s15:\n"])
    #expect(study.rules == ["wrong-label"])
    study.remove(0)
    #expect(study.rules == ["undefined-source"])
    study.replace(1, with: "# s\n15\n# coding\n\nadd codes to s15:\n")
    #expect(study.rules == [])
  }
}
