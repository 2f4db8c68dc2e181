// The codes of a study as JSON, read back by Foundation.

import Foundation
import SeedReport
import SeedTestSupport
import Testing

@Suite struct CodeReportTests {
  private let notes = [
    (
      "s_2.md",
      """
      # s
      2
      ## url
      x

      **OPEN CODING TRACE:**
      Familiar options: cache, triggering

      **AXIAL CODING TRACE:**
      ``` python
      '''
      😀, cache
      '''
      add_decision_option_link(where_decision, cache, "Near")
      add_force_relations({cache: {speed: very_positive, speed: positive, cost: odd}})
      ```

      """
    ),
    (
      "s_10.md",
      """
      # s
      10
      ## url
      y

      **AXIAL CODING TRACE:**
      ``` python
      where_decision = CClass(decision, "Where?")
      cache = CClass(pattern, "Cache")
      cost = CClass(force)
      speed = CClass(force, "Speed")
      a_decision = CClass(decision, "A?")
      add_decision_option_link(a_decision, cache, "Again")
      s10 = CClass(source, "s10", values={"title": "T"})
      ```

      """
    ),
  ]

  private func codes(_ notes: [(String, String)]) throws -> [[String: Any]] {
    let parsed = try JSONSerialization.jsonObject(with: Data(CodeReport(TestStudy(notes).study).bytes(in: .json)))
    return try #require(parsed as? [[String: Any]])
  }

  @Test func everyCodeIsGivenByName() throws {
    #expect(
      try codes(notes).map { $0["name"] as? String } == ["a_decision", "cache", "cost", "speed", "where_decision"])
  }

  @Test func aCodeHasAllThatTheStudySaysOfIt() throws {
    let expected = """
      {"name": "cache", "kind": "pattern", "displayName": "Cache",
       "definitions": [{"path": "s_10.md", "line": 9, "column": 1, "role": "definition"}],
       "uses": [
         {"path": "s_2.md", "line": 7, "column": 19, "role": "listed-mention"},
         {"path": "s_2.md", "line": 12, "column": 5, "role": "list-item"},
         {"path": "s_2.md", "line": 14, "column": 42, "role": "option"},
         {"path": "s_2.md", "line": 15, "column": 22, "role": "subject"},
         {"path": "s_10.md", "line": 13, "column": 38, "role": "option"}],
       "decisions": ["a_decision", "where_decision"], "options": [], "links": [],
       "forces": [
         {"force": "cost", "impact": "odd"}, {"force": "speed", "impact": "very_positive"},
         {"force": "speed", "impact": "positive"}],
       "sources": ["s2", "s10"]}
      """
    let cache = try #require(try codes(notes).first { $0["name"] as? String == "cache" })
    #expect(cache as NSObject == (try JSONSerialization.jsonObject(with: Data(expected.utf8)) as? NSObject))
  }

  @Test func everyMeaningOfALinkAndItsLabelAreGiven() throws {
    let code = """
      tea = CClass(practice, "Tea")
      mug = CClass(practice, "Mug")
      add_links({tea: mug}, role_name="to", stereotype_instances=[uses, requires], label="hot")
      """
    let tea = try #require(
      try codes([("s_1.md", "``` python\n\(code)\n```\n")]).first { $0["name"] as? String == "tea" })
    let links = try #require(tea["links"] as? [[String: String]])
    #expect(links.map { $0["stereotype"] } == ["requires", "uses"])
    #expect(links.map { $0["text"] } == ["hot", "hot"])
  }

  @Test func anotherNameIsTheCode() throws {
    let code = """
      tea = CClass(practice, "Tea")
      warmth = CClass(force, "Warmth")
      drink = tea
      drink_decision = CClass(decision, "Which drink?")
      add_decision_option_link(drink_decision, drink, "Hot")
      add_force_relations({drink: {warmth: positive}})
      """
    let codes = try codes([("s_1.md", "``` python\n\(code)\n```\n")])
    #expect(codes.map { $0["name"] as? String } == ["drink_decision", "tea", "warmth"])
    let tea = try #require(codes.first { $0["name"] as? String == "tea" })
    #expect(tea["decisions"] as? [String] == ["drink_decision"])
    #expect((tea["forces"] as? [[String: String]])?.count == 1)
    #expect((tea["definitions"] as? [Any])?.count == 1 && (tea["uses"] as? [Any])?.count == 3)
  }

  @Test func whatANoteDoesNotSayIsNull() throws {
    let cost = try #require(try codes(notes).first { $0["name"] as? String == "cost" })
    #expect(cost["displayName"] is NSNull)
    #expect(cost["kind"] as? String == "force")
  }

  @Test func theOrderOfTheNotesMeansNothing() {
    let report = CodeReport(TestStudy(notes).study).bytes(in: .json)
    #expect(CodeReport(TestStudy(notes.reversed()).study).bytes(in: .json) == report)
  }

  @Test func aStudyWithoutCodesIsAnEmptyArray() {
    #expect(CodeReport(TestStudy([("a.md", "")]).study).bytes(in: .json) == Array("[]\n".utf8))
  }

  @Test("Pitfall 25: names with `&<>\"`, accents, nothing and one another are told apart, and told alike again")
  func awkwardNames() throws {
    let awkward = [
      (
        "a & b <c>\".md",
        """
        **AXIAL CODING TRACE:**
        ``` python
        one = CClass(pattern, 'R&D <"é">')
        two = CClass(pattern, "")
        three = CClass(pattern, "Same")
        four = CClass(pattern, "Same")
        ```

        """
      )
    ]
    let found = try codes(awkward)
    #expect(found.compactMap { $0["name"] as? String } == ["four", "one", "three", "two"])
    #expect(found.compactMap { $0["displayName"] as? String } == ["Same", "R&D <\"é\">", "Same", ""])
    let paths = found.flatMap { $0["definitions"] as? [[String: Any]] ?? [] }.compactMap { $0["path"] as? String }
    #expect(paths == Array(repeating: "a & b <c>\".md", count: 4))
    #expect(
      CodeReport(TestStudy(awkward).study).bytes(in: .json) == CodeReport(TestStudy(awkward).study).bytes(in: .json))
    #expect(try codes([]).isEmpty)
  }
}
