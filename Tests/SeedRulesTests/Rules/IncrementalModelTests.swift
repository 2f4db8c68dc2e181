// Findings after edits of notes and model files are those of a study that is read from the start.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct IncrementalModelTests {
  private static let statements = [
    "lake = CClass(pattern, \"Lake\")", "lake = CClass(practice, \"Lake\")", "lake = CClass(tactic, \"Lake\")",
    "lakes = CClass(pattern, \"Lakes\")", "speed = CClass(force, \"Speed\")", "store = CClass(decision, \"Store\")",
    "lake = lake.add_links(speed)[0]", "add_decision_option_link(store, lake)", "add_decision_option_link(store, mart)",
    "add_force_relations({lake: {speed: positive}})", "add_force_relations({lake: {speed: negative}})", "lake, speed",
    "mart", "helper(lake)", "mart = CClass(tactic, \"Mart\")", "speeds", "",
  ]
  private static let modelStatements =
    statements + [
      "tactic = CMetaclass(\"Tactic\", superclasses=practice)", "tactic = CMetaclass(\"Tactic\", superclasses=force)",
      "def helper(x):\n    pass", "s0_codes = [lake, speed]", "s0_codes = [lake, mart]", "other_codes = [lakes]",
      "add_links({s0: s0_codes}, role_name=\"contained_code\")",
      "add_links({s1: [lake, mart]}, role_name=\"contained_code\")",
      "add_links({s0: other_codes}, role_name=\"contained_code\")", "from notes import lake, mart as market",
      "s0_codes = other(lake)", "lake = 3", "speeds = helper(3)", "mart = lake", "mart = 1", "lakes = 2",
      "s0_codes += [lakes]",
    ]

  private func text(_ file: Int, _ lines: [String]) -> String {
    file < 3 ? sourceNote(file, lines.joined(separator: "\n")) : lines.joined(separator: "\n")
  }

  private func name(_ file: Int) -> String { file < 3 ? "s_\(file).md" : "model\(file).py" }

  @Test func findingsAfterEditsAreThoseOfAFreshStudy() throws {
    var random = SeededGenerator(seed: 21)
    var contents: [[String]] = (0..<5).map { _ in [] }
    var study = TestStudy(settings: everyRule, [])
    for file in contents.indices { study.add(name(file), text(file, [])) }
    var reported: [DocumentID: [Finding]] = [:]
    for note in study.notes { reported[note.id] = study.checked.findings(in: note.id) }
    for step in 0..<stepCount(400) {
      let file = Int.random(in: contents.indices, using: &random)
      let line = Int.random(in: 0...contents[file].count, using: &random)
      if contents[file].count > 6 || Bool.random(using: &random), line < contents[file].count {
        contents[file].remove(at: line)
      } else {
        let statements = file < 3 ? Self.statements : Self.modelStatements
        contents[file].insert(statements.randomElement(using: &random) ?? "", at: line)
      }
      for note in study.replaceAndReport(name(file), with: Array(text(file, contents[file]).utf8)) {
        reported[note] = study.checked.findings(in: note)
      }
      var fresh = TestStudy(settings: everyRule, [])
      for (file, lines) in contents.enumerated() { fresh.add(name(file), text(file, lines)) }
      for (note, other) in zip(study.notes, fresh.notes) {
        let expected = fresh.checked.findings(in: other.id)
        try #require(study.checked.findings(in: note.id) == expected, "step \(step), \(note.name)")
        try #require(reported[note.id] == expected, "step \(step), \(note.name) was not reported again")
      }
    }
  }

  @Test func aModelThatGoesTakesWhatItSaidWithIt() {
    var study = study([
      ("s_1.md", sourceNote(1, "quick = CClass(tactic, \"Quick\")\nlake")),
      (
        "model.py",
        "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=practice)\nlake = CClass(tactic, \"Lake\")"
      ),
    ])
    #expect(study.findings.isEmpty)
    study.checked.remove(study.notes[1].id)
    _ = study.checked.refreshFindings()
    #expect(study.findings == ["s_1.md:10:16 unknown-metaclass: tactic", "s_1.md:11:1 undefined-code: lake"])
  }

  @Test func aFileThatIsReadAsSomethingElseIsAnotherDocument() {
    let text = "cache = CClass(pattern, \"Cache\")\nnothing\n"
    let coding = "# s\n3\n# coding\n\n**AXIAL CODING TRACE:**\n``` python\n\(text)```\n"
    for text in [text, coding, "plain\n", ""] {
      var study = CheckedStudy(settings: everyRule)
      let id = study.add(name: "s_3.md", DocumentSummary(Document(text)))
      _ = study.refreshFindings()
      for format in [DocumentFormat.model, .note] {
        study.update(id, DocumentSummary(Document(text, format: format)))
        _ = study.refreshFindings()
        var fresh = CheckedStudy(settings: everyRule)
        let other = fresh.add(name: "s_3.md", DocumentSummary(Document(text, format: format)))
        _ = fresh.refreshFindings()
        #expect(study.findings(in: id) == fresh.findings(in: other))
        #expect(study.study[id]?.isModel == (format == .model))
        #expect(study.study[id]?.sourceID == fresh.study[other]?.sourceID)
        #expect(study.study.isDefined("cache") == fresh.study.isDefined("cache"))
      }
    }
  }
}
