// Completion of what a note says about its source: header fields and the values of the source block.

import SeedIDE
import SeedTestSupport
import Testing

private let types = [
  "Discussion Forum Post", "General Audience Article", "Practitioner Audience Article", "Practitioner Book",
  "Tool Documentation", "Blog Post", "Slides", "Video Streaming",
]

@Suite struct CompletionInSourcesTests {
  // MARK: - Header

  private func checkHeader(
    _ value: String, field: String = "source type", _ expectation: Fixture.CompletionExpectation,
    _ location: SourceLocation = #_sourceLocation
  ) {
    checkCompletion("# s\n4\n## url\nx\n## \(field) \n\(value)\n## references\n\n# coding\n", expectation, location)
  }

  @Test func aFieldOfTheHeaderHasItsValues() {
    checkHeader("$0", .exactly(types))
    checkHeader("⟦Pra$0⟧", .exactly(["Practitioner Audience Article", "Practitioner Book"]))
    checkHeader("⟦Practitioner A$0udience⟧  ", .exactly(["Practitioner Audience Article"]))
    checkHeader("$0", field: "author type", .exactly(["Practitioner", "Mixed", "Academic", "Unknown"]))
    checkHeader("$0\n", field: "example", .exactly(["yes", "no"]))
    checkHeader("⟦y$0⟧", field: "source code", .exactly(["yes"]))
    checkHeader("⟦“é😀” P$0⟧", .exactly([]))
  }

  @Test func otherFieldsAndOtherLinesHoldAnyText() {
    checkHeader("$0", field: "title", .nothing)
    checkHeader("Slides\n$0", .nothing)
    checkCompletion("# s\n$0\n## url\nx\n", .nothing)
    checkCompletion("# s\n4\n## author ty$0pe\n\n", .nothing)
  }

  @Test func carriageReturnsEndTheLinesOfAHeader() {
    checkCompletion("# s\r\n4\r\n## example\r\n⟦n$0⟧\r\n## references\r\n", .exactly(["no"]))
  }

  // MARK: - Source block

  private func checkValues(
    _ values: String, _ expectation: Fixture.CompletionExpectation, _ location: SourceLocation = #_sourceLocation
  ) {
    checkCompletion(
      "# s\n4\n\n**AXIAL CODING TRACE**: source and references\n``` python\ns4 = CClass(source, \"s4\", values={\(values)\n```\n",
      expectation, location)
  }

  @Test func theKeysOfASourceAreItsFields() {
    checkValues(
      "$0",
      .exactly([
        "title", "url", "archive url", "tiny url", "bibliographic reference", "author type", "type", "example",
        "source code",
      ]))
    checkValues(
      "\"title\": \"“é” 😀\", \"⟦a$0⟧\": \"x\"})", .including(["archive url", "author type"], without: ["title"]))
    checkValues(
      "\n    \"⟦a$0⟧\",\n    \"author type\": \"Mixed\"})", .including(["archive url"], without: ["author type"]))
    checkValues("\"⟦archive $0url⟧\": \"x\"", .exactly(["archive url"]))
  }

  /// Two notes may claim one id while one of them is begun as a copy of the other.
  @Test func theTitleOfASourceIsThatOfItsFirstNote() throws {
    func note(_ name: String, _ title: String) -> String { "//- \(name)\n# s\n7\n## title\n\(title)\n" }
    let asking = "//- s_1.md\n# s\n1\n\nadd codes to $0:\n``` python\nx\n```\n"
    for notes in [
      [note("s_7.md", "First"), note("s_70.md", "Second")], [note("s_70.md", "Second"), note("s_7.md", "First")],
    ] {
      let fixture = Fixture(notes.joined() + asking)
      let cursor = try #require(fixture.cursor)
      let items = fixture.snapshot(of: cursor.file).completion(at: cursor.offset)?.items ?? []
      #expect(items.first { $0.label == "s7" }?.detail == "First")
    }
  }

  @Test func theValuesOfAFieldAreOffered() {
    checkValues("\"type\": \"⟦$0⟧\"", .exactly(types))
    checkValues("\"title\": \"😀\", \"type\": \"⟦Practitioner $0Audience⟧\",", .including(["Practitioner Book"]))
    checkValues("\"author type\": $0", .exactly(["Practitioner", "Mixed", "Academic", "Unknown"]))
    checkValues("\"example\": ⟦F$0⟧", .exactly(["False"]))
    checkValues("\"example\": \"$0\"", .nothing)
    checkValues("\"title\": \"$0\"", .nothing)
    checkValues("\"title\": $0", .nothing)
  }

  @Test func whatIsWrittenFitsThePlace() throws {
    let texts = try ["{$0", "{\"t$0\": \"\"}", "{t$0: \"\"}", "{\"author type\": $0", "{\"example\": $0"].map {
      values in
      let fixture = Fixture("``` python\ns4 = CClass(source, \"s4\", values=\(values)\n```")
      let cursor = try #require(fixture.cursor)
      return fixture.snapshot(of: cursor.file).completion(at: cursor.offset)?.items.first?.insertText
    }
    #expect(texts == ["\"title\": ", "title", "\"title\"", "\"Practitioner\"", "True"])
  }

  @Test func otherStringsAreNotCompleted() {
    checkCompletion("``` python\nx = CClass(force, \"t$0\", values={\"title\": \"\"})\n```", .nothing)
    checkCompletion("``` python\nadd_links({\"$0\": y})\n```", .nothing)
    checkCompletion("``` python\nx = CClass(force, \"t\", other={\"$0\": 1})\n```", .nothing)
  }
}
