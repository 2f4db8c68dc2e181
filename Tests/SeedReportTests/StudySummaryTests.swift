// A study's numbers, and how they are said.

import SeedReport
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct StudySummaryTests {
  private func summary(_ blocks: String...) -> StudySummary {
    let files = blocks.enumerated().map { index, block in
      ("s_\(index + 1).md", "# s\n\(index + 1)\n## url\nx\n\n**AXIAL CODING TRACE:**\n``` python\n\(block)\n```\n")
    }
    return StudySummary(TestStudy(files).checked)
  }

  @Test func anEmptyStudyHasNothing() {
    let summary = StudySummary(CheckedStudy())
    #expect(summary.text == "0 sources\nno codes yet\n")
    #expect(summary.findingsText == "No findings.")
  }

  @Test func kindsComeInTheOrderOfResearchersThenByName() {
    let summary = summary(
      """
      z = CClass(category, "z")
      a = CClass(force, "a")
      b = CClass(decision, "b")
      c = CClass(known_use, "c")
      d = CClass(pattern, "d")
      s1 = CClass(source, "s1")
      """)
    #expect(summary.kinds.map(\.metaclass) == ["decision", "pattern", "force", "category", "known_use"])
    #expect(summary.text.contains("5 codes: 1 decision, 1 pattern, 1 force, 1 category, 1 known use"))
  }

  @Test func whatSeveralNotesSayCountsOnce() {
    let definitions = """
      a = CClass(decision, "a")
      b = CClass(pattern, "b")
      f = CClass(force, "f")
      add_decision_option_link(a, b, "text")
      add_force_relations({b: {f: positive}})
      """
    let once = summary(definitions)
    let twice = summary(definitions, definitions)
    #expect(twice.codeCount == 3)
    #expect(twice.optionCount == 1)
    #expect(twice.decisionsWithOptions == 1)
    #expect(twice.forceRelationCount == 1)
    #expect(twice.useCount == 2 * once.useCount)
    #expect(twice.sourceCount == 2)
    #expect(once.codesInOneNote == 3)
    #expect(twice.codesInOneNote == 0)
  }

  @Test func linksAndAliasesAreNoCodes() {
    let summary = summary(
      """
      a = CClass(pattern, "a")
      b = CClass(pattern, "b")
      link = a.add_links(b, role_name="to")[0]
      c = a
      """)
    #expect(summary.codeCount == 2)
    #expect(summary.linkCount == 1)
  }

  @Test func findingsAreCountedBySeverity() {
    let summary = summary(
      """
      a = CClass(pattern, "a")
      add_force_relations({a: {x: positive, y: positive}})
      """, "b = CClass(pattern, \"b\"")
    #expect(summary.findings == [.warning: 2, .error: 1])
    #expect(summary.notesWithFindings == 2)
    #expect(summary.findingsText == "3 findings in 2 of 2 notes: 1 error, 2 warnings.")
  }
}

@Suite struct FindingTextTests {
  private let study: TestStudy
  private let text = Array("one\ntwo words\n".utf8)

  init() {
    study = TestStudy([("a.md", "one\ntwo words\n")])
  }

  private func range(_ line: Int, _ start: Int, _ end: Int) -> LineRange {
    LineRange(
      LinePosition(line: line, utf8: start, utf16: start, utf32: start),
      LinePosition(line: line, utf8: end, utf16: end, utf32: end))
  }

  @Test func relatedPlacesAreShownAsNotes() throws {
    let id = try #require(study.notes.first).id
    let finding = Finding(
      rule: "some-rule", severity: .error, range: range(1, 4, 9), message: "Said twice.",
      related: [RelatedPlace(document: id, range: range(0, 0, 3), message: "First said here.")])
    let writer = FindingText(isFull: true, style: TextStyle()) {
      study.study[$0]?.name ?? "?"
    } lines: { [text] _ in
      SourceLines(text)
    }
    expectText(
      writer.text(of: finding, in: id),
      """
      error: Said twice. [some-rule]
       --> a.md:2:5
        |
      2 | two words
        |     ^^^^^
      note: First said here.
       --> a.md:1:1
        |
      1 | one
        | ^^^


      """)
  }

  @Test func withoutTheTextThePlaceIsShown() throws {
    let id = try #require(study.notes.first).id
    let finding = Finding(rule: "some-rule", severity: .hint, range: range(1, 4, 9), message: "Gone.")
    let writer = FindingText(isFull: true, style: TextStyle()) {
      study.study[$0]?.name ?? "?"
    } lines: { _ in
      nil
    }
    #expect(writer.text(of: finding, in: id) == "hint: Gone. [some-rule]\n --> a.md:2:5\n\n")
  }
}
