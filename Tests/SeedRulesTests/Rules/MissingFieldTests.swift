// The rule `missing-field`.

import Testing

@Suite struct MissingFieldTests {
  @Test func whatOnlyTheBlockSaysIsAddedToTheHeader() {
    expectFix(
      of: "missing-field",
      """
      # s
      1
      ## ⟦title⟧
      ## ⟦example⟧

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea", "example": False})
      ```
      """,
      """
      # s
      1
      ## title
      Tea
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea", "example": False})
      ```
      """, isSafe: true)
  }

  @Test func aHeaderThatIsToBeFilledInIsToldOnce() {
    let block = """

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea", "example": False, "type": "Slides"})
      ```
      """
    expectFix(
      of: "missing-field", "# ⟦s⟧\n1\n## title\n## example\n## source type\n" + block,
      "# s\n1\n## title\nTea\n## example\nno\n## source type\nSlides\n" + block, isSafe: true)
  }

  @Test func aBlockThatIsBeingWrittenIsToldOnce() {
    expectFix(
      of: "missing-field",
      """
      # s
      1
      ## url
      https://example.org/tea
      ## title
      Tea
      ## source type
      Slides
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      ⟦s1⟧ = CClass(source, "s1", values={
          "title": "", "url": "",
          "type": "Slides", "example": False})
      ```
      """,
      """
      # s
      1
      ## url
      https://example.org/tea
      ## title
      Tea
      ## source type
      Slides
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={
          "title": "Tea", "url": "https://example.org/tea",
          "type": "Slides", "example": False})
      ```
      """, isSafe: true)
  }

  @Test func keysThatAreNotWrittenYetAreToldOnce() {
    let source = """
      # s
      1
      ## url
      https://example.org/tea
      ## title
      Tea
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      ⟦s1⟧ = CClass(source, "s1", values={
          "title": "Tea"})
      ```
      """
    expectMessages(
      of: "missing-field", source,
      ["The source block has no `url` and `example`, but the header says what they are."])
    expectFix(
      of: "missing-field", source,
      source.replacing("⟦s1⟧", with: "s1").replacing(
        "    \"title\"",
        with: "    \"url\": \"https://example.org/tea\",\n    \"example\": False,\n    \"title\""), isSafe: false)
  }

  @Test func headingsThatAreMissingAreAddedInTheirOrder() {
    let block = """

      **AXIAL CODING TRACE**: source and references
      ``` python
      ABC = CClass(source, "s1", values={"title": "Tea", "url": "https://example.org/tea", "tiny url": "example.org/t",
          "type": "Slides"})
      ```
      """.replacing("ABC", with: "s1")
    expectFix(
      of: "missing-field", "# ⟦s⟧\n1\n## title\nTea\n" + block,
      "# s\n1\n## url\nhttps://example.org/tea\n## tiny url\nexample.org/t\n## title\nTea\n## source type\nSlides\n"
        + block,
      isSafe: false)
  }

  @Test func theQuotesOfTheBlockAreMinded() {
    expectFix(
      of: "missing-field",
      #"""
      # s
      1
      ## title
      It's "tea" \ more

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"⟦title⟧": ''})
      ```
      """#,
      #"""
      # s
      1
      ## title
      It's "tea" \ more

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": 'It\'s "tea" \\ more'})
      ```
      """#, isSafe: true)
  }

  @Test func whatOnlyTheHeaderSaysIsAddedToTheBlock() {
    expectFix(
      of: "missing-field",
      """
      # s
      1
      ## title
      Say "tea"

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"⟦title⟧": ""})
      ```
      """,
      #"""
      # s
      1
      ## title
      Say "tea"

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Say \"tea\""})
      ```
      """#, isSafe: true)
  }

  @Test func anAbsentKeyIsAddedAsTheOthersAreWritten() {
    expectFix(
      of: "missing-field",
      """
      # s
      1
      ## title
      Tea
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      ⟦s1⟧ = CClass(source, "s1", values={
          "title": "Tea"})
      ```
      """,
      """
      # s
      1
      ## title
      Tea
      ## example
      no

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={
          "example": False,
          "title": "Tea"})
      ```
      """, isSafe: false)
  }

  @Test func theNumberIsTakenFromTheOtherPlaces() {
    expectFix(
      of: "missing-field",
      """
      //- s_12.md
      # ⟦s⟧
      ## title
      Tea
      """,
      """
      //- s_12.md
      # s
      12
      ## title
      Tea
      """, isSafe: true)
  }

  @Test func anAbsentHeadingIsReportedAtTheKey() {
    expectFindings(
      of: "missing-field",
      """
      # s
      1
      ## title
      Tea

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea", "⟦tiny url⟧": "https://example.org/t"})
      ```
      """)
  }

  @Test func whatBothLeaveOutIsLeftAlone() {
    expectFindings(
      of: "missing-field",
      """
      # p
      1
      ## url

      ## archive url

      ## title
      Interview
      ## references

      **AXIAL CODING TRACE**: source and references
      ``` python
      p1 = CClass(source, "p1", values={"title": "Interview", "url": "", "archive url": "",})
      ```
      """)
  }

  @Test func aTemplateAndABlockWithoutHeaderAreLeftAlone() {
    expectFindings(
      of: "missing-field",
      """
      //- s_.md
      # s

      ## title

      ## example

      **AXIAL CODING TRACE**: source and references
      ``` python
      s = CClass(source, "s", values={"title": "", "example": True})
      ```
      //- s_2.md
      **AXIAL CODING TRACE**: source and references
      ``` python
      s2 = CClass(source, "s2", values={"title": "Tea"})
      ```
      """)
  }

  /// Below its heading each of them would be read as something else than the field's value.
  @Test(arguments: [
    "# 1 reason", "## url", "``` code", "~~~", "**AXIAL CODING** in practice", "# coding", "# s", "#",
  ])
  func whatIsNoValueInAHeaderIsNotPutThere(title: String) {
    expectNoFix(
      of: "missing-field",
      """
      # s
      1
      ## ⟦title⟧

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "\(title)"})
      ```
      """)
  }
}
