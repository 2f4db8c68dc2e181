// What a note repeats very often is summarised in linear time.

import SeedModel
import SeedSyntax
import Testing

@Suite struct LongRepetitionTests {
  /// A hundred times more of the same must not take a thousand times as long.
  @Test(
    arguments: [
      ("```\n", "# seed-lsp: ignore[unused-code]\n", "```\n"),
      ("```\n", "# seed-lsp: ignore[unused-code]\n\n", "cache\n```\n"),
      ("> “quoted” ", "<!-- seed-lsp: ignore[undefined-source] --> ", ""),
      ("> quoted\n", "<!-- seed-lsp: ignore[undefined-source] -->\n", ""),
      ("```\né; ", "f({a: 1, a: 2}); ", "\n```\n"),
    ])
  func longRepetitionsAreSummarisedInLinearTime(_ opening: String, _ piece: String, _ end: String) {
    let clock = ContinuousClock()
    func duration(_ count: Int) -> Duration {
      let document = Document(
        "**AXIAL CODING TRACE:**\n" + opening + String(repeating: piece, count: count) + end)
      return clock.measure { _ = DocumentSummary(document) }
    }
    let short = duration(200)
    let long = duration(20_000)
    // Quadratic would be ten thousand times; the margin is for a busy machine.
    #expect(long < max(short * 1500, .milliseconds(500)))
  }
}
