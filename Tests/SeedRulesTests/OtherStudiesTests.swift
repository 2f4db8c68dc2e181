// Studies that give their sources otherwise than the built-in form says: nothing is found that its author would shrug at.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct OtherStudiesTests {
  private func findings(_ notes: [(String, String)], _ additions: VocabularyAdditions = VocabularyAdditions())
    -> [String]
  {
    let vocabulary = Vocabulary.standard.adding(additions)
    var study = CheckedStudy(vocabulary: vocabulary)
    let ids = notes.map { study.add(name: $0.0, DocumentSummary(Document($0.1), vocabulary)) }
    _ = study.refreshFindings()
    return ids.flatMap { id in study.findings(in: id).map { "\($0.rule): \($0.message)" } }
  }

  private func note(_ number: Int, header: String, _ values: String, id: String? = nil) -> (String, String) {
    let id = id ?? "s\(number)"
    return (
      "s_\(number).md",
      """
      # s
      \(number)
      ## title
      Kettle \(number) and its lid
      \(header)
      # coding

      **AXIAL CODING TRACE**: source and references
      ``` python
      \(id) = CClass(source, "\(id)", values={"title": "Kettle \(number) and its lid", \(values)})
      ```

      """
    )
  }

  // MARK: - Keys and headings

  @Test func theHeadingMayBeTheKey() {
    #expect(
      findings([note(1, header: "## source type\nSlides", #""source type": "Slides""#)]) == [])
    #expect(
      findings([note(1, header: "## source type\nSlides", #""source type": "Blog Post""#)]) == [
        "header-mismatch: `source type` is not what the header says: “Slides”."
      ])
  }

  @Test func aStudyMayCallFieldsOtherwise() {
    var additions = VocabularyAdditions()
    additions.fieldForms = [
      "type": SourceFieldForm(key: "kind", heading: "medium"), "url": SourceFieldForm(key: "link"),
    ]
    let header = "## medium\nSlides\n## url\nhttps://example.org/k"
    #expect(findings([note(1, header: header, #""kind": "Slides", "link": "https://example.org/k""#)], additions) == [])
    #expect(
      findings([note(1, header: header, #""Kind": "Slide", "link": "https://example.org/k""#)], additions).contains {
        $0.contains("“Slide” is no `kind`")
      })
    #expect(
      findings([note(1, header: header, #""kind": "Slides""#)], additions) == [
        "missing-field: The source block has no `link`, but the header says “https://example.org/k”."
      ])
  }

  @Test func fieldsThatAreAddedMayBeCalledOtherwiseToo() {
    var additions = VocabularyAdditions()
    additions.sourceFields = ["year": .text]
    additions.fieldForms = ["year": SourceFieldForm(key: "published", place: .both)]
    #expect(findings([note(1, header: "## year\n1999", #""published": "1999""#)], additions) == [])
    #expect(
      findings([note(1, header: "## year\n1999", #""published": "2001""#)], additions).map { $0.prefix(15) } == [
        "header-mismatch"
      ])
  }

  // MARK: - One place

  @Test func aFieldMayStandInTheBlockOnly() {
    var additions = VocabularyAdditions()
    additions.fieldForms = ["tiny url": SourceFieldForm(place: .block), "example": SourceFieldForm(place: .header)]
    #expect(
      findings([note(1, header: "## example\nyes", #""tiny url": "https://example.org/k""#)], additions) == [])
    #expect(
      findings([note(1, header: "## example\nyes", #""tiny url": "https://example.org/k""#)]).map { $0.prefix(13) } == [
        "missing-field", "missing-field",
      ])
  }

  @Test func whatNoHeaderHasIsMissingInNone() {
    let notes = (1...3).map { note($0, header: "## example\nno", "\"tiny url\": \"https://example.org/\($0)\"") }
    #expect(findings(notes) == [])
    // Two notes may both have forgotten it.
    #expect(findings(Array(notes.prefix(2))).count == 4)
    let other = note(4, header: "## tiny url\nhttps://example.org/4", #""example": False"#)
    #expect(findings(notes + [other]).count == 8)
  }

  @Test func aFieldThatComesIntoUseIsMissingElsewhereThen() {
    let notes = (1...4).map { note($0, header: "", "\"tiny url\": \"https://example.org/\($0)\"").1 }
    var study = MendableNotes(notes)
    #expect(study.rules == [])
    study.replace(
      0, with: note(1, header: "## tiny url\nhttps://example.org/1", #""tiny url": "https://example.org/1""#).1)
    #expect(study.rules == ["missing-field", "missing-field", "missing-field"])
    study.replace(0, with: notes[0])
    #expect(study.rules == [])
  }

  // MARK: - Values

  @Test func listsAndDictionariesMayBeValues() {
    let values =
      #""url": ["https://example.org/k", "https://example.org/l"], "type": ["Slides", "Song"], "more": {"a": 1}"#
    #expect(
      findings([note(1, header: "## url\nhttps://example.org/k\n## source type\nSlides, Song", values)]) == [])
    #expect(
      findings([note(1, header: "", values + #", "example": None, "tiny url": [], "author type": None"#)]).count == 2)
    #expect(
      findings([note(1, header: "## author type\n## example\n", #""author type": [], "example": None"#)]) == [])
  }

  // MARK: - Ids

  @Test(arguments: ["S42", "source_S42", "S_42"]) func idsMayBeWrittenOtherwise(_ id: String) {
    let first = """
      # S
      42
      ## title
      The kettle

      # coding

      **AXIAL CODING TRACE**: source and references
      ``` python
      ID = CClass(source, "ID", values={"title": "The kettle"})
      kettle = CClass(pattern, "Kettle")
      ```
      > Quoted.

      **AXIAL CODING TRACE:**
      add codes to S42:
      ``` python
      add_links({ID: [kettle]}, role_name="contained_code")
      ```
      """.replacing("ID", with: id)
    let second =
      "**AXIAL CODING TRACE:**\nadd codes to s43:\n``` python\nadd_links({\(id): kettle}, role_name=\"to\")\n```\n"
    #expect(findings([("S42.md", first), ("S43.md", "# S43\n# coding\n\n" + second)]) == [])
  }

  @Test func anIdMayHaveZerosInFront() {
    let first =
      "# s\n04\n## title\nThe kettle\n\n# coding\n\n**AXIAL CODING TRACE:**\nadd codes to s04:\n``` python\nkettle = CClass(pattern, \"Kettle\")\nadd_links({s4: kettle, s_4: kettle}, role_name=\"to\")\n```\n"
    let second =
      "# s\n5\n# coding\n\n**AXIAL CODING TRACE:**\nadd codes to s5:\n``` python\nadd_links({s4: kettle, s04: kettle, s05: kettle}, role_name=\"to\")\n```\n"
    #expect(findings([("s_4.md", first), ("s_5.md", second)]) == [])
    #expect(
      findings([("s_4.md", first), ("s_5.md", second), ("s_6.md", "# s\n4\n# coding\n")]).map { $0.prefix(9) }.contains(
        "duplicate"))
  }

  @Test func whoUsesAnIdIsCheckedWhenTheOtherFormIsRecorded() {
    var notes = MendableNotes([
      "# s\n4\n# coding\n",
      "# s\n5\n# coding\n\n**AXIAL CODING TRACE:**\nadd codes to s5:\n``` python\nadd_links({s4: s04}, role_name=\"to\")\n```\n",
    ])
    #expect(notes.rules == [])
    notes.replace(0, with: "# s\n7\n# coding\n")
    #expect(notes.rules == ["undefined-code", "undefined-code"])
    notes.replace(0, with: "# s\n004\n# coding\n")
    #expect(notes.rules == [])
  }
}
