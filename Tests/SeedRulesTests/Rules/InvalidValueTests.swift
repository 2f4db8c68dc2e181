// The rule `invalid-value`.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
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

  @Test(arguments: ["True", "False", "No", "YES", "true"])
  func anotherWordForYesAndNoInTheHeaderIsInformation(_ word: String) {
    let fixture = Fixture("# s\n1\n## example\n\(word)\n")
    #expect(fixture.checked.findings(in: fixture.files[0].id).map(\.severity) == [.information])
    expectFix(
      of: "invalid-value", "# s\n1\n## example\n⟦\(word)⟧\n",
      "# s\n1\n## example\n\(["true", "yes"].contains(word.lowercased()) ? "yes" : "no")\n", isSafe: true)
  }

  // MARK: - Types of the study's own

  private func sourceNote(_ number: Int, _ type: String, marked: Bool = false) -> String {
    let value = marked ? "⟦\(type)⟧" : type
    return """
      //- s_\(number).md
      # s
      \(number)
      ## source type
      \(type)

      **AXIAL CODING TRACE**: source and references
      ``` python
      s\(number) = CClass(source, "s\(number)", values={"type": "\(value)"})
      ```

      """
  }

  @Test func aTypeOfTheStudysOwnIsToldOnce() throws {
    let notes = (1...6).map { sourceNote($0, "Interview", marked: $0 == 1) }.joined()
    expectFindings(of: "invalid-value", notes)
    let fixture = Fixture(notes)
    let finding = try #require(fixture.checked.findings(in: fixture.files[0].id).first)
    #expect(finding.severity == .information)
    #expect(
      finding.message.hasSuffix(
        "6 notes have it. If the study means it so, add it to `sourceFields` in `seed-lsp.json`."))
  }

  @Test func eachTypeOfTheStudysOwnIsTold() {
    expectFindings(
      of: "invalid-value",
      sourceNote(1, "Interview", marked: true) + sourceNote(2, "Podcast", marked: true) + sourceNote(3, "Interview")
        + sourceNote(4, "Podcast"))
  }

  @Test func aMisspeltTypeIsToldInEachNote() {
    expectFindings(
      of: "invalid-value", sourceNote(1, "Blog Psot", marked: true) + sourceNote(2, "Blog Psot", marked: true))
  }

  @Test func theNextNoteIsToldWhenTheFirstIsMended() {
    func text(_ number: Int, _ type: String) -> String { "# s\n\(number)\n## source type\n\(type)\n" }
    var notes = MendableNotes([text(1, "Interview"), text(2, "Interview"), text(3, "Slides")])
    #expect(notes.rules == ["invalid-value"])
    notes.replace(0, with: text(1, "Slides"))
    #expect(notes.rules == ["invalid-value"])
    notes.replace(1, with: text(2, "Slides"))
    #expect(notes.rules == [])
    notes.replace(2, with: text(3, "Interview"))
    notes.replace(0, with: text(1, "Interview"))
    #expect(notes.rules == ["invalid-value"])
    notes.remove(0)
    #expect(notes.rules == ["invalid-value"])
  }

  // MARK: - Swapped fields

  @Test func aTitleAndAnAddressThatWereSwappedAreToldOnce() {
    let header = """
      # s
      1
      ## url
      URL
      ## title
      TITLE

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea for two", "url": "https://example.org/tea"})
      ```
      """
    func note(url: String, title: String) -> String {
      header.replacing("URL", with: url).replacing("TITLE", with: title)
    }
    let fixture = Fixture(note(url: "Tea for two", title: "https://example.org/tea"))
    #expect(
      fixture.checked.findings(in: fixture.files[0].id).map(\.message) == [
        "`title` is “https://example.org/tea” and `url` is “Tea for two”: the two fields are swapped."
      ])
    expectFix(
      of: "invalid-value", note(url: "Tea for two", title: "⟦https://example.org/tea⟧"),
      note(url: "https://example.org/tea", title: "Tea for two"), isSafe: false)
  }

  @Test func fieldsThatWereSwappedInBothPlacesAreToldOnce() {
    func note(_ url: String, _ title: String, _ author: String, _ type: String, mark: Bool) -> String {
      """
      # s
      1
      ## url
      \(url)
      ## title
      \(mark ? "⟦\(title)⟧" : title)
      ## source type
      \(type)
      ## author type
      \(mark ? "⟦\(author)⟧" : author)

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={
          "title": "\(title)", "url": '\(url)',
          "author type": "\(author)", "type": "\(type)"})
      ```
      """
    }
    let swapped = note("Tea for two", "www.example.org", "Slides", "Academic", mark: false)
    let fixture = Fixture(swapped)
    #expect(fixture.checked.findings(in: fixture.files[0].id).map(\.rule) == ["invalid-value", "invalid-value"])
    expectFix(
      of: "invalid-value", note("Tea for two", "www.example.org", "Slides", "Academic", mark: true),
      note("www.example.org", "Tea for two", "Academic", "Slides", mark: false), isSafe: false)
  }

  @Test func aTitleInThePlaceOfAnAddressIsToldOnce() {
    let source = """
      # s
      1
      ## url
      ⟦Tea for two⟧
      ## title
      Tea for two

      **AXIAL CODING TRACE**: source and references
      ``` python
      s1 = CClass(source, "s1", values={"title": "Tea for two", "url": "URL"})
      ```
      """
    for url in ["https://example.org/tea", "Tea for two"] {
      let fixture = Fixture(source.replacing("URL", with: url))
      #expect(fixture.checked.findings(in: fixture.files[0].id).map(\.rule) == ["invalid-value"])
      expectFindings(of: "invalid-value", source.replacing("URL", with: url))
    }
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
      yes
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
