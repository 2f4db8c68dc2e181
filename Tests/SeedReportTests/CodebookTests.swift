// The codebook, and the codes as comma-separated values.

import SeedModel
import SeedReport
import SeedStudy
import SeedTestSupport
import Testing

@Suite struct CodebookTests {
  private let notes = [
    (
      "s_10.md",
      decisionNote(
        10,
        """
        where_decision = CClass(decision, "Where *to* [store]?")
        cache = CClass(pattern, "1. A_b `c` | <d>")
        speed = CClass(force, "Speed")
        loose = CClass()
        cache.add_links(speed, stereotype_instances=uses)
        add_decision_option_link(where_decision, cache, "Near # us")
        """)
    ),
    (
      "a b/s_2.md",
      decisionNote(
        2,
        """
        add_decision_option_link(where_decision, cache, "Near # us")
        add_decision_option_link(where_decision, cache, "Far")
        add_force_relations({cache: {speed: very_positive, cost: odd}})
        """)
    ),
  ]

  @Test func codesAreListedByKindWithAllThatIsSaidOfThem() {
    let study = TestStudy(notes).study
    expectText(
      Codebook([("", study)]).text(in: .markdown),
      ##"""
      # Codebook

      ## Decisions

      ### Where \*to\* \[store\]?

      - Code: `where_decision`
      - Defined in: [s\_10.md, line 8](s_10.md#L8)
      - Coded in: s2, s10
      - Options:
        - `cache` 1. A\_b \`c\` \| \<d\>: Near \# us; Far

      ## Patterns

      ### 1. A\_b \`c\` \| \<d\>

      - Code: `cache`
      - Defined in: [s\_10.md, line 9](s_10.md#L9)
      - Coded in: s2, s10
      - Option of:
        - `where_decision` Where \*to\* \[store\]?
      - Forces:
        - `cost`: `odd`
        - `speed` Speed: `++`
      - Linked to:
        - `speed` Speed: uses

      ## Forces

      ### Speed

      - Code: `speed`
      - Defined in: [s\_10.md, line 10](s_10.md#L10)
      - Coded in: s2, s10
      - Acted on by:
        - `cache` 1. A\_b \`c\` \| \<d\>: `++`

      ## Codes of no kind

      ### loose

      - Code: `loose`
      - Defined in: [s\_10.md, line 11](s_10.md#L11)
      - Coded in: s10

      """##)
  }

  @Test func severalStudiesHaveHeadingsOfTheirOwn() {
    let study = TestStudy([("s_1.md", decisionNote(1, "a = CClass(pattern, \"A\")"))]).study
    let text = Codebook([("one", study), ("two", Study())]).text(in: .markdown)
    #expect(text.contains("\n## one\n\n### Patterns\n\n#### A\n"))
    #expect(text.hasSuffix("\n## two\n\nNo codes.\n"))
  }

  @Test func linksLeadToPathsAsTheyAreInAddresses() {
    let note = decisionNote(1, "a = CClass(pattern, \"A\")")
    let study = TestStudy([("a b/ü(1).md", note)]).study
    #expect(Codebook([("", study)]).text(in: .markdown).contains("[a b/ü(1).md, line 8](a%20b/%C3%BC%281%29.md#L8)"))
    let absolute = Codebook([("", study)], addresses: [["a b/ü(1).md": "file:///x(1)/11"]]).text(in: .markdown)
    #expect(absolute.contains("(file:///x%281%29/11#L8)"))
  }

  @Test func aSpreadsheetHasARowForEachCode() {
    let note = decisionNote(
      1,
      """
      a = CClass(pattern, 'Say "a", b')
      f = CClass(force, "F")
      add_force_relations({a: {f: negative, g: odd}})
      """)
    let study = TestStudy([("s_1.md", note)]).study
    let rows = [
      "name,kind,display name,definitions,uses,decisions,options,forces,sources",
      "a,pattern,\"Say \"\"a\"\", b\",s_1.md:8,1,,,f -; g odd,s1", "f,force,F,s_1.md:9,1,,,,s1",
    ]
    #expect(CodeReport(study).text(in: .csv) == rows.map { $0 + "\r\n" }.joined())
    #expect(CodeReport([("one", study), ("two", Study())]).text(in: .csv).contains(",study\r\n"))
    #expect(
      CodeReport(Study()).text(in: .csv)
        == "name,kind,display name,definitions,uses,decisions,options,forces,sources\r\n")
  }
}

/// A note of a source with one coding block, whose first statement stands on line 8.
func decisionNote(_ number: Int, _ block: String) -> String {
  "# s\n\(number)\n## url\nx\n\n**AXIAL CODING TRACE:**\n``` python\n\(block)\n```\n"
}
