// What a note repeats very often is summarised in linear time.

import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct LongRepetitionTests {
  @Test(
    arguments: [
      ("```\n", "# seed-lsp: ignore[unused-code]\n", "```\n"),
      ("```\n", "# seed-lsp: ignore[unused-code]\n\n", "cache\n```\n"),
      ("> “quoted” ", "<!-- seed-lsp: ignore[undefined-source] --> ", ""),
      ("> quoted\n", "<!-- seed-lsp: ignore[undefined-source] -->\n", ""),
      ("```\né; ", "f({a: 1, a: 2}); ", "\n```\n"),
    ])
  func longRepetitionsAreSummarisedInLinearTime(_ opening: String, _ piece: String, _ end: String) {
    expectLinearTime { count in
      let text = "**AXIAL CODING TRACE:**\n" + opening + String(repeating: piece, count: count) + end
      return DocumentSummary(Document(text))
    }
  }
}
