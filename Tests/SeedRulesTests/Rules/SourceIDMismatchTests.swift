// The rule `source-id-mismatch`.

import SeedTestSupport
import Testing

@Suite struct SourceIDMismatchTests {
  @Test func theTextOfTheBlockIsMended() {
    expectFix(
      of: "source-id-mismatch",
      """
      //- s_34.md
      # s
      34
      ## title
      Tea

      **AXIAL CODING TRACE**: source and references
      ``` python
      s34 = CClass(source, "⟦s33⟧", values={"title": "Tea"})
      ```
      """,
      """
      //- s_34.md
      # s
      34
      ## title
      Tea

      **AXIAL CODING TRACE**: source and references
      ``` python
      s34 = CClass(source, "s34", values={"title": "Tea"})
      ```
      """, isSafe: true)
  }

  @Test(arguments: ["s_34.md", "notes/s34.md"])
  func theHeaderIsMendedWithoutCertainty(_ file: String) {
    expectFix(
      of: "source-id-mismatch",
      "//- \(file)\n# s\n⟦33⟧\n## title\nTea\n\n``` python\ns34 = CClass(source, \"s34\")\n```\n",
      "//- \(file)\n# s\n34\n## title\nTea\n\n``` python\ns34 = CClass(source, \"s34\")\n```\n", isSafe: false)
  }

  @Test func aNumberInTheHeadingCounts() {
    expectFindings(
      of: "source-id-mismatch",
      "//- s21.md\n# ⟦s20⟧ \n## title\nTea\n\n``` python\ns21 = CClass(source, \"s21\", values={})\n```\n")
  }

  @Test func theNameOfTheFileCanBeTheWrongOne() {
    expectMessages(
      of: "source-id-mismatch", "//- p_5.md\n# s\n4\n\n``` python\ns4 = CClass(source, \"s4\")\n```\n",
      ["The note says that it records `s4`, but its file is named for `p5`."])
  }

  @Test(
    arguments: [
      "//- s_4.md\n# s\n4  \n\n``` python\ns4 = CClass(source, \"s4\")\nr = CClass(reference, \"s9\")\n```\n",
      "//- note.txt\n# s\n4\n", "//- s_.md\n# s\n\n``` python\ns = CClass(source, \"s\")\n```\n",
      "//- s4.md\n# s4\n\n``` python\ns4 = CClass(source, \"The tea paper\")\n```\n",
    ])
  func notesThatAgreeAreLeftAlone(_ note: String) {
    expectFindings(of: "source-id-mismatch", note)
  }
}
