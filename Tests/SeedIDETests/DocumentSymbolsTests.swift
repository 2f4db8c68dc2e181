// The outline of a note.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct DocumentSymbolsTests {
  private func check(_ source: String, _ expected: String, _ location: SourceLocation = #_sourceLocation) {
    #expect(Fixture(source).outlineText() == expected, sourceLocation: location)
  }

  private static let header = """
    # s
    4
    ## url
    https://example.org
    ## title
    “Café” 😀
    ## references

    **AXIAL CODING TRACE**: source and references
    ``` python
    s4 = CClass(source, "s4", values={
        "title": "“Café” 😀"})
    book = CClass(reference, "A book")
    ```

    # coding
    """

  @Test func theHeaderComesFirstWithItsReferences() {
    check(
      Self.header,
      """
      source s4: “Café” 😀 [1-14]
        source book: A book [13-13]
      """)
  }

  @Test func aCodingHoldsTheCodesOfItsTraces() {
    check(
      """
      > quoted

      **OPEN CODING TRACE:**

      “Where” e\u{301} 😀 to keep it?
      New option: cache

      **AXIAL CODING TRACE:**

      added:
      ``` python
      "😀"; store_decision = CClass(decision, "Where?")
      cache = CClass(pattern, "Café 😀")
      near = CClass(practice, "Near",
          superclasses=cache)
      speed = CClass(force, 'e\u{301} “speed”')
      nothing = CClass(do_nothing_design_solution, "Do nothing")
      alias = cache
      ```

      > more
      """,
      """
      coding “Where” e\u{301} 😀 to keep it? New option: cache [3-19]
        decision store_decision: Where? [12-12]
        pattern cache: Café 😀 [13-13]
        practice near: Near [14-15]
        force speed: e\u{301} “speed” [16-16]
        solution nothing: Do nothing [17-17]
        other alias [18-18]
      """)
  }

  @Test func linksAndForceRelationsAreNoEntries() {
    check(
      """
      **AXIAL CODING TRACE:**
      ``` python
      a = CClass(pattern, "A")
      add_decision_option_link(d, a, "x")
      add_force_relations({a: {f: positive}})
      a_uses_b = a.add_links(b, role_name="to", stereotype_instances=uses)[0]
      ```
      """,
      """
      coding Axial coding [1-7]
        pattern a: A [3-3]
      """)
  }

  @Test func commentsAndHeadingsInFencesAreNoEntries() {
    check(
      """
      **AXIAL CODING TRACE:**
      ``` python
      # added classes:
      ## title
      cache = CClass(pattern, "Cache") # x = CClass(pattern, "X")
      ```
      """,
      """
      coding Axial coding [1-6]
        pattern cache: Cache [5-5]
      """)
  }

  @Test func definitionsInListsAreEntries() {
    check(
      """
      **AXIAL CODING TRACE:**
      add codes to s4:
      ``` python
          '''
              cache,
              index = CClass(pattern, "Index"),
              k8s = CClass(practice, "K8s")
          '''
      late = CClass(force, "Late")
      ```
      """,
      """
      coding Axial coding [1-10]
        pattern index: Index [6-6]
        practice k8s: K8s [7-7]
        force late: Late [9-9]
      """)
  }

  @Test func openTracesWithoutAxialOnesStandAlone() {
    check(
      """
      **OPEN CODING TRACE:**
      First.

      **OPEN CODING TRACE:**

      **AXIAL CODING TRACE:**
      nothing new
      **AXIAL CODING TRACE:**
      ``` python
      a = CClass(pattern, "A")
      ```
      """,
      """
      coding First. [1-2]
      coding Open coding [4-7]
      coding Axial coding [8-11]
        pattern a: A [10-10]
      """)
  }

  @Test func codesAfterALabelWithoutTraceBelongToTheOpenTrace() {
    check(
      """
      **OPEN CODING TRACE:**
      Text.

      add codes to s4:
      ``` python
      a = CClass(pattern, "A")
      ```
      > quoted
      added:
      ``` python
      b = CClass(pattern, "B")
      ```
      """,
      """
      coding Text. [1-7]
        pattern a: A [6-6]
      coding Axial coding [9-12]
        pattern b: B [11-11]
      """)
  }

  @Test func aHeaderWithoutCodingHeadingEndsBeforeTheQuotation() {
    check(
      """
      # s
      7
      ## title
      T
      **AXIAL CODING TRACE:**
      ``` python
      s7 = CClass(source, "s7")
      ```
      > quoted
      **OPEN CODING TRACE:**
      Text.
      """,
      """
      source s7: T [1-8]
      coding Text. [10-11]
      """)
  }

  @Test func aHeaderWithoutNumberIsNamedByItsTitle() {
    check("# s\n\n## title\nT\n", "source T [1-4]")
    check("# s\n\n## title\n", "source Source [1-3]")
  }

  @Test func damagedStatementsHideNoNeighbours() {
    check(
      """
      **AXIAL CODING TRACE:**
      ``` python
      a = CClass(pattern, "A"
      b = CClass(force, "B')
      c = CClas(practice, "C"}
      ```
      """,
      """
      coding Axial coding [1-6]
        pattern a: A [3-3]
        force b: B' [4-4]
        practice c: C [5-5]
      """)
  }

  @Test func anEmptyNoteHasNoOutline() {
    check("", "")
    check("\n", "")
  }

  @Test func aLongTitleIsCutBetweenWords() {
    let words = Array(repeating: "ünïcode😀", count: 20).joined(separator: " ")
    let title = Fixture("**OPEN CODING TRACE:**\n\(words)").outlineText()
    #expect(title == "coding ünïcode😀 ünïcode😀 ünïcode😀 ünïcode😀 ünïcode😀 ünïcode😀 … [1-2]")
  }

  @Test(arguments: ColumnUnit.allCases)
  func namesAreSelectedInEveryUnit(_ unit: ColumnUnit) throws {
    let fixture = Fixture(
      """
      ``` python
      "“é” 😀e\u{301}"; ⟦cache⟧ = CClass(pattern, "😀")
      ```
      """)
    let file = try #require(fixture.files.first)
    let code = try #require(fixture.snapshot(of: file).outline().first?.children.first)
    #expect(code.selectionRange == file.marks.first)
    let range = file.document.lineRange(of: code.selectionRange)
    let column = [ColumnUnit.utf8: 20, .utf16: 12, .utf32: 11][unit]
    #expect(range.start.column(in: unit) == column)
    #expect(range.end.column(in: unit) == column.map { $0 + 5 })
  }
}
