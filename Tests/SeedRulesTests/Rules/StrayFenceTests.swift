// The rule `stray-fence`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct StrayFenceTests {
  private let definition = "``` python\ntea = CClass(practice, \"Tea\")\n```\n"

  @Test(arguments: ["added:\n", "added: \n\n", "\n", "- added:\n"]) func itIsDeleted(_ label: String) {
    expectFix(
      of: "stray-fence", "**AXIAL CODING TRACE:**\n⟦```⟧ \n\(label)\(definition)",
      "**AXIAL CODING TRACE:**\n\(label)\(definition)", isSafe: true)
  }

  @Test func aSecondEndOfABlockIsDeleted() {
    expectFix(
      of: "stray-fence", "**AXIAL CODING TRACE:**\n\(definition)⟦```⟧\n\n> text\n",
      "**AXIAL CODING TRACE:**\n\(definition)\n> text\n", isSafe: true)
  }

  @Test func nothingElseIsFound() {
    let fixture = Fixture(
      "**AXIAL CODING TRACE:**\n```\nadded:\n\(definition)\n**AXIAL CODING TRACE:**\n```\nadd codes to s1:\n``` python\n'''\ntea\n'''\n```\n"
    )
    #expect(fixture.checked.findings(in: fixture.files[0].id).map(\.rule) == ["stray-fence", "stray-fence"])
  }

  @Test(arguments: ["```\n```\n", "``` python\ntea\n", "```\ntea\n```\n"]) func otherFencesAreLeftAlone(_ text: String)
  {
    expectFindings(of: "stray-fence", "**AXIAL CODING TRACE:**\n" + text)
  }

  @Test func aListingOfTheArticleIsNotMendedUnasked() {
    expectFix(
      of: "stray-fence", "# s\n1\n# coding\n\n> How to write Markdown:\n\n⟦```⟧\n``` python\nx = 1\n```\n",
      "# s\n1\n# coding\n\n> How to write Markdown:\n\n``` python\nx = 1\n```\n", isSafe: false)
  }
}
