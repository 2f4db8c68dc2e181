// The rule `model-drift`: what it finds between model files and notes, and what it leaves alone.

import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ModelDriftTests {
  private let settings = RuleSettings(["model-drift": .on(.information)])
  private let head = "from codeable_models import *\n"

  private func findings(_ model: String, _ notes: String...) -> [String] {
    let notes = notes.enumerated().map { ("s_\($0.offset + 1).md", sourceNote($0.offset + 1, $0.element)) }
    return study(notes + [("model.py", head + model)], settings: settings).findings.filter {
      $0.contains("model-drift")
    }
  }

  @Test func anotherKindOrDisplayNameIsFoundInTheModel() {
    #expect(
      findings(
        """
        lake = CClass(practice, "Lake")
        mart = CClass(pattern, "Marts")
        same = CClass(force, " Same ")
        own = CClass(force, "Only here")
        """, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")\nsame = CClass(force, \"Same\")")
        == ["model.py:2:1 model-drift: lake", "model.py:3:1 model-drift: mart"])
  }

  @Test func whereNotesDisagreeTheModelMayFollowAnyOfThem() {
    #expect(
      findings(
        "lake = CClass(practice, \"Lake\")", "lake = CClass(pattern, \"Lake\")", "lake = CClass(practice, \"Lake\")"
      )
      .isEmpty)
  }

  @Test(arguments: [
    "s1_codes = [lake, other]\nadd_links({s1: s1_codes}, role_name=\"contained_code\")",
    "add_links({s1: [lake, other]}, role_name=\"contained_code\")",
    "add_links({s1: s1_codes}, role_name='contained_code')\ns1_codes = [other,\n  lake]",
    "s1_codes = [lake]\nadd_links({s1: s1_codes}, role_name=\"contained_code\")\ns1_codes += [other]",
    "more = [other]\ns1_codes = [lake]\nadd_links({s1: s1_codes}, role_name=\"contained_code\")\n"
      + "add_links({s1: more}, role_name=\"contained_code\")",
  ])
  func aListThatDiffersFromTheNoteIsFound(_ model: String) {
    let found = findings(
      model, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")", "other = CClass(pattern, \"Other\")")
    #expect(found.count == 2)
    #expect(found.contains { $0.hasSuffix("model-drift: other") })
  }

  @Test func whatTheNoteLinksMayBeListedAndWhatNothingDefinesNeedNot() {
    #expect(
      findings(
        "s1_codes = [lake, speed]\nadd_links({s1: s1_codes}, role_name=\"contained_code\")",
        "lake = CClass(pattern, \"Lake\")\nadd_force_relations({lake: {speed: positive}})\nnobody_knows",
        "speed = CClass(force, \"Speed\")"
      ).isEmpty)
  }

  @Test func aListThatIsMadeOtherwiseIsNotCompared() {
    #expect(
      findings(
        "s1_codes = make(lake)\nadd_links({s1: s1_codes}, role_name=\"contained_code\")",
        "lake = CClass(pattern, \"Lake\")"
      ).isEmpty)
    #expect(findings("s1_codes = [other]", "lake = CClass(pattern, \"Lake\")").isEmpty)
    #expect(
      findings("add_links({s9: [other]}, role_name=\"contained_code\")", "lake = CClass(pattern, \"Lake\")").isEmpty)
  }

  @Test func theOtherPlaceIsNamed() throws {
    let study = study(
      [
        ("s_1.md", sourceNote(1, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")")),
        (
          "model.py",
          head + "lake = CClass(force, \"Lake\")\nadd_links({s1: [lake, other]}, role_name=\"contained_code\")"
        ),
      ], settings: settings)
    let findings = study.checked.findings(in: study.notes[1].id)
    #expect(
      findings.map(\.message) == [
        "`lake` is of the kind `force` in the model, but `pattern` in the notes.",
        "The codes of `s1` in the model lack `mart`, which s_1.md has.",
        "The model lists `other` for `s1`, but s_1.md doesn't code it.",
      ])
    #expect(findings.flatMap(\.related).map(\.document) == Array(repeating: study.notes[0].id, count: 3))
    #expect(findings.flatMap(\.related).map { $0.range.start.line + 1 } == [10, 11, 2])
  }

  @Test func aCommentSilencesIt() {
    #expect(
      findings(
        "lake = CClass(practice, \"Lake\")  # seed-lsp: ignore[model-drift]\n# seed-lsp: ignore[model-drift]\n"
          + "mart = CClass(force, \"Mart\")", "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")"
      ).isEmpty)
  }

  @Test func itIsOffUnlessItIsAskedFor() {
    #expect(
      study([
        ("s_1.md", sourceNote(1, "lake = CClass(pattern, \"Lake\")")),
        ("model.py", head + "lake = CClass(force, \"Lake\")"),
      ]).findings.isEmpty)
  }
}
