// How `expectText` rewrites the texts of tests.

import SeedTestSupport
import Testing

@Suite struct ExpectTextTests {
  private let quotes = "\"\"\""

  private var source: String {
    """
    @Test func one() {
      expectText(
        a,
        \(quotes)
        old

        \(quotes))
      expectText(b, #\(quotes)
        \\old
        \(quotes)#)
    }

    """
  }

  private func rewritten(_ texts: [(line: Int, text: String)]) -> String {
    var source = RewrittenSource(source)
    // `#expect` takes no call that changes something.
    let hasLiteral = texts.map { source.rewrite($0.line, to: $0.text) }
    #expect(hasLiteral.allSatisfy { $0 })
    return source.text
  }

  @Test func everyLiteralGetsItsText() {
    #expect(
      rewritten([(8, "new\nlines"), (2, "\n")])
        == source.replacing("    old\n\n", with: "\n\n").replacing(
          "#\(quotes)\n    \\old", with: "\(quotes)\n    new\n    lines"
        )
        .replacing("\(quotes)#", with: quotes))
  }

  @Test(arguments: [("a\\b", "#"), ("a\\#b", "##"), ("\"\"\"", "#"), ("a \"b\" #", ""), ("", "")])
  func marksInTheTextStayWhatTheyAre(text: String, pounds: String) {
    let body = text.isEmpty ? "" : "    \(text)"
    #expect(
      rewritten([(2, text)])
        == source.replacing(
          "    \(quotes)\n    old\n\n    \(quotes))", with: "    \(pounds)\(quotes)\n\(body)\n    \(quotes)\(pounds))"))
  }

  @Test func whereNoLiteralStandsNothingIsRewritten() {
    var source = RewrittenSource("expectText(a, b)\n")
    let hasLiteral = [1, 7].map { source.rewrite($0, to: "c") }
    #expect(hasLiteral == [false, false])
    #expect(source.text == "expectText(a, b)\n")
  }
}
