// The rule `header-mismatch`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct HeaderMismatchTests {
  @Test func eachKindOfFieldIsCompared() {
    expectFindings(
      of: "header-mismatch",
      """
      //- s_4.md
      # s
      4
      ## url
      https://example.org/a
      ## title
      Tea and Data
      ## source code
      no
      ## example
      yes
      ## source type
      Slides

      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={
          "title": "⟦Tea and Dates⟧",
          "url": "⟦https://example.org/b⟧",
          "type": "⟦Blog Post⟧",
          "example": ⟦False⟧,
          "source code": ⟦True⟧})
      ```
      """)
  }

  @Test func whatMeansTheSameIsLeftAlone() {
    expectFindings(
      of: "header-mismatch",
      #"""
      //- s_4.md
      # s
      4
      ## url
      https://example.org/a   
      ## title
      Say "tea"
      and wait
      ## source code
      True
      ## example
      yes
      - a list of five
      ## author type
      Practitioner
      ## comments
      none

      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={
          "title": "Say \"tea\"" + " and wait",
          "url": " https://example.org/\x61 ",
          "author type": 'Practition' u"er",
          "example": True,
          "comments": "some",
          "source code": True})
      ```
      """#)
  }

  @Test func emptyFieldsAndOtherBlocksAreLeftAlone() {
    expectFindings(
      of: "header-mismatch",
      """
      //- s_4.md
      # s
      4
      ## title
      Tea

      **AXIAL CODING TRACE**: source and references
      ``` python
      r = CClass(reference, "Coffee", values={"title": "Coffee"})
      s4 = CClass(source, "s4", values={"title": ""})
      ```
      """)
  }

  @Test func aFieldThatHoldsAnotherOneIsNamed() {
    expectMessages(
      of: "header-mismatch",
      """
      # s
      4
      ## url
      https://example.org/long
      ## tiny url
      https://example.org/t

      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={"url": "https://example.org/t", "tiny url": "https://example.org/t"})
      ```
      """,
      ["`url` holds what the header has under `tiny url`; its own value there is “https://example.org/long”."])
  }

  @Test func theBlockCanBeMadeToSayWhatTheHeaderSays() {
    expectFix(
      of: "header-mismatch",
      """
      # s
      1
      ## title
      Say "tea"
      ## example
      yes

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "⟦Tea⟧", "example": ⟦False⟧})
      ```
      """,
      #"""
      # s
      1
      ## title
      Say "tea"
      ## example
      yes

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Say \"tea\"", "example": True})
      ```
      """#, isSafe: false)
  }

  private func severities(header: String, _ field: String, _ value: String) -> [String] {
    let study = TestStudy([
      (
        "s1.md",
        """
        # s
        1
        ## \(field)
        \(header)

        **AXIAL CODING TRACE**: source and references
        ``` python
        s1 = CClass(source, "s1", values={"\(field)": "\(value)"})
        ```
        """
      )
    ])
    return study.checked.findings(in: study.notes[0].id).filter { $0.rule == "header-mismatch" }.map(\.severity.name)
  }

  @Test(arguments: [
    ("url", "https://example.org/tea.", "http://www.example.org/tea/", ["information"]),
    ("url", "https://example.org/tea", "https://example.com/tea", ["warning"]),
    ("title", "Tea.", "Tea", ["warning"]),
  ])
  func addressesThatLeadToTheSameAreNoWarning(field: String, header: String, value: String, expected: [String]) {
    #expect(severities(header: header, field, value) == expected)
  }

  @Test func aValueThatNoFieldMayHoldIsOneWarning() {
    #expect(severities(header: "Practitioner", "author type", "Slides") == ["information"])
    #expect(severities(header: "Practitioner", "author type", "Mixed") == ["warning"])
  }

  @Test func ofALongTextTheEndThatDiffersIsShown() {
    let start = "https://example.org/everything-about-tea-and-how-it-is-stored"
    expectMessages(
      of: "header-mismatch",
      """
      # s
      4
      ## url
      \(start)-in-tins

      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={"url": "\(start)-in-bags"})
      ```
      """,
      ["`url` is not what the header says: “…how-it-is-stored-in-tins”."])
  }
}
