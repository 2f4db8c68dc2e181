// What a selection grows to.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct SelectionRangesTests {
  /// Checks the texts that a selection at `$0` grows to, but for the whole note; `…` stands for a line break.
  private func check(_ source: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation) throws {
    let fixture = Fixture(source)
    let cursor = try #require(fixture.cursor, sourceLocation: location)
    let ranges = fixture.snapshot(of: cursor.file).selectionRanges(at: cursor.offset)
    let texts = ranges.map { cursor.file.document.string(in: $0).replacing("\n", with: "…") }
    #expect(Array(texts.dropLast()) == expected, sourceLocation: location)
    #expect(ranges.last == ByteRange(0, cursor.file.document.count), sourceLocation: location)
  }

  @Test func aNameGrowsToItsTrace() throws {
    try check(
      """
      > quoted

      **OPEN CODING TRACE:**

      “Text”.

      **AXIAL CODING TRACE:**

      ``` python
      add_decision_option_link(d, ca$0che, "é 😀")
      x
      ```

      > quoted
      """,
      [
        "cache", "add_decision_option_link(d, cache, \"é 😀\")",
        "add_decision_option_link(d, cache, \"é 😀\")…x", "``` python…add_decision_option_link(d, cache, \"é 😀\")…x…```",
        "**AXIAL CODING TRACE:**……``` python…add_decision_option_link(d, cache, \"é 😀\")…x…```",
        "**OPEN CODING TRACE:**……“Text”.……**AXIAL CODING TRACE:**……"
          + "``` python…add_decision_option_link(d, cache, \"é 😀\")…x…```",
      ])
  }

  @Test func aForceGrowsByEntryAndDictionary() throws {
    try check(
      "``` python\nadd_force_relations({a: {sp$0eed: positive, cost: negative}})\n```",
      [
        "speed", "speed: positive", "{speed: positive, cost: negative}", "a: {speed: positive, cost: negative}",
        "{a: {speed: positive, cost: negative}}", "add_force_relations({a: {speed: positive, cost: negative}})",
      ])
  }

  @Test func aWordOfAStringGrowsToTheString() throws {
    try check(
      "``` python\nx = CClass(pattern, \"Ca$0fé “😀” e\u{301}\")\n```",
      [
        "Café", "Café “😀” e\u{301}", "\"Café “😀” e\u{301}\"", "CClass(pattern, \"Café “😀” e\u{301}\")",
        "x = CClass(pattern, \"Café “😀” e\u{301}\")",
      ])
  }

  @Test func anItemGrowsToItsList() throws {
    try check(
      "added:\n``` python\n'''\n  cache, in$0dex\n  near\n'''\nx\n```",
      [
        "index", "cache, index", "cache, index…  near", "'''…  cache, index…  near…'''",
        "'''…  cache, index…  near…'''…x", "``` python…'''…  cache, index…  near…'''…x…```",
      ])
  }

  @Test func aWordOfAQuotationGrowsToTheRun() throws {
    try check(
      "> “One” wo$0rd 😀\nruns on\n\n> Two\n\n**OPEN CODING TRACE:**\n",
      [
        "word", "“One” word 😀", "> “One” word 😀", "> “One” word 😀…runs on", "> “One” word 😀…runs on……> Two",
      ])
  }

  @Test func aValueGrowsToItsFieldAndTheHeader() throws {
    try check(
      "# s\n4\n## title\nThe ti$0tle é\n\n# coding\n",
      ["title", "The title é", "## title…The title é", "# s…4…## title…The title é"])
  }

  @Test func anEmptyNoteIsItsOwnSelection() {
    let fixture = Fixture("")
    #expect(fixture.snapshot(of: fixture.files[0]).selectionRanges(at: 5) == [ByteRange(0, 0)])
  }

  @Test(arguments: ColumnUnit.allCases)
  func namesAreSelectedInEveryUnit(_ unit: ColumnUnit) throws {
    let fixture = Fixture("``` python\n\"“é” e\u{301} 😀\"; ca$0che = CClass(pattern, \"x\")\n```")
    let cursor = try #require(fixture.cursor)
    let first = try #require(fixture.snapshot(of: cursor.file).selectionRanges(at: cursor.offset).first)
    let range = cursor.file.document.lineRange(of: first)
    #expect(
      [range.start, range.end].map { $0.column(in: unit) }
        == [ColumnUnit.utf8: [21, 26], .utf16: [13, 18], .utf32: [12, 17]][unit])
  }
}
