// The rule `invalid-value`.

import Testing

@Suite struct InvalidValueTests {
  @Test func valuesOutsideTheEnumerationAreFoundInBothPlaces() {
    expectFindings(
      of: "invalid-value",
      """
      # s
      1
      ## source type
      ⟦Brochure⟧
      ## author type
      ⟦Nobody⟧

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"type": "Slides", "author type": "Practitioner"})
      ```
      """)
  }

  @Test func theSameWrongValueIsReportedOnce() {
    expectFindings(
      of: "invalid-value",
      """
      # s
      1
      ## source type
      Brochure

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"type": "⟦Brochure⟧"})
      ```
      """)
  }

  @Test func swappedFieldsAreNamed() {
    expectMessages(
      of: "invalid-value",
      """
      # s
      1
      ## source type
      Slides

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"type": "Slides", "author type": "Slides"})
      ```
      """, ["“Slides” is no `author type` but a `type`: were the two fields swapped?"])
  }

  @Test func caseAndWordsForYesAndNoAreMended() {
    expectFix(
      of: "invalid-value",
      """
      # s
      1
      ## source code
      ⟦ืno⟧
      ## example
      ⟦True⟧
      - with a list
      ## source type
      blog post

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"type": "⟦blog post⟧", "source code": ⟦"no"⟧, "example": ⟦yes⟧})
      ```
      """,
      """
      # s
      1
      ## source code
      no
      ## example
      yes
      - with a list
      ## source type
      Blog Post

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"type": "Blog Post", "source code": False, "example": True})
      ```
      """, isSafe: true)
  }

  @Test func aTruthInThreeQuotesIsReplacedWithThem() {
    let note = "# s\n1\n\n**AXIAL CODING TRACE**: source and references\n``` python\n"
    expectFix(
      of: "invalid-value", note + "s1 = CClass(source, \"s1\", values={\"example\": ⟦\"\"\"no\"\"\"⟧})\n```\n",
      note + "s1 = CClass(source, \"s1\", values={\"example\": False})\n```\n", isSafe: true)
  }

  @Test func anAddressThatIsTheTitleIsFound() {
    expectFindings(
      of: "invalid-value",
      """
      # s
      1
      ## url
      ⟦Tea for two⟧
      ## title
      Tea for two

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea for two", "url": "https://example.org/tea"})
      ```
      """)
  }

  @Test func allowedValuesAndTemplatesAreLeftAlone() {
    expectFindings(
      of: "invalid-value",
      """
      //- s_1.md
      # s
      1
      ## url
      example.org/no-scheme
      ## source code
      Yes
      ## source type
      Video Streaming
      <!-- seen in June -->
      ## author type
      Unknown

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"url": "example.org/no-scheme", "source code": True, "author type": "Unknown"})
      ```
      //- s_.md
      # s

      ## author type

      **AXIAL CODING TRACE**: source and references
      ``` python
      s = CClass(source, "s", values={"author type": "…", "example": ""})
      ```
      """)
  }
}
