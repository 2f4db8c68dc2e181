// The rule `wrong-form`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct WrongFormTests {
  @Test(
    arguments: [
      // Names in quotes.
      ("rest = CClass(⟦\"pattern\"⟧, \"Rest\")", "rest = CClass(pattern, \"Rest\")"),
      ("add_force_relations({lake: {speed: ⟦'positive'⟧}})", "add_force_relations({lake: {speed: positive}})"),
      ("lake: {speed: ⟦\"neutral\"⟧}", "lake: {speed: neutral}"),
      ("add_force_relations({⟦\"lake\"⟧: {speed: positive}})", "add_force_relations({lake: {speed: positive}})"),
      ("add_force_relations({lake: {⟦\"speed\"⟧: positive}})", "add_force_relations({lake: {speed: positive}})"),
      (
        "add_decision_option_link(⟦\"store_decision\"⟧, mart, \"Small\")",
        "add_decision_option_link(store_decision, mart, \"Small\")"
      ),
      (
        "add_links({lake: mart}, role_name=\"to\", stereotype_instances=⟦\"uses\"⟧)",
        "add_links({lake: mart}, role_name=\"to\", stereotype_instances=uses)"
      ),
      ("'''\n⟦\"lake\"⟧\n'''", "'''\nlake\n'''"),
      // Signs.
      (
        "lake: {speed: ⟦\"++\"⟧, duplication: ⟦\"+/-\"⟧}",
        "lake: {speed: very_positive, duplication: positive_and_negative}"
      ),
      // Texts without quotes.
      ("rest = CClass(pattern, ⟦Rest⟧)", "rest = CClass(pattern, \"Rest\")"),
      ("rest = CClass(pattern, ⟦REST over HTTP⟧)", "rest = CClass(pattern, \"REST over HTTP\")"),
      ("rest = CClass(pattern, name=⟦Rest here⟧)", "rest = CClass(pattern, name=\"Rest here\")"),
      (
        "add_decision_option_link(store_decision, mart, ⟦Keep it small⟧)",
        "add_decision_option_link(store_decision, mart, \"Keep it small\")"
      ),
      ("rest = CClass(pattern, ⟦Rest and Sleep⟧)", "rest = CClass(pattern, \"Rest and Sleep\")"),
      ("rest = CClass(pattern, ⟦Low-Cost Rest⟧)", "rest = CClass(pattern, \"Low-Cost Rest\")"),
      ("rest = CClass(pattern, ⟦«Rest»⟧)", "rest = CClass(pattern, \"Rest\")"),
      ("rest = CClass(pattern, ⟦24⟧)", "rest = CClass(pattern, \"24\")"),
      ("rest = CClass(pattern, name=⟦Rest⟧)", "rest = CClass(pattern, name=\"Rest\")"),
      // What is defined.
      ("⟦\"rest\"⟧ = CClass(pattern, \"Rest\")", "rest = CClass(pattern, \"Rest\")"),
      ("rest⟦: ⟧CClass(pattern, \"Rest\")", "rest = CClass(pattern, \"Rest\")"),
      ("lake: {speed: ⟦\"Very positive\"⟧}", "lake: {speed: very_positive}"),
      // In the wrong order.
      ("rest = CClass(⟦\"Rest\", pattern⟧)", "rest = CClass(pattern, \"Rest\")"),
    ])
  func itIsMended(_ wrong: String, _ right: String) {
    expectFix(of: "wrong-form", definedCodes + note("s1.md", wrong), definedCodes + note("s1.md", right), isSafe: true)
  }

  @Test func whatIsMeantMayBeUnknown() {
    expectNoFix(
      of: "wrong-form", definedCodes + note("s1.md", "add_decision_option_link(store_decision, ⟦\"swamp\"⟧)"))
    expectNoFix(of: "wrong-form", definedCodes + note("s1.md", "lake: {speed: ⟦2⟧, duplication: ⟦None⟧}"))
    expectNoFix(of: "wrong-form", definedCodes + note("s1.md", "lake: {speed: ⟦-1⟧, duplication: ⟦[positive]⟧}"))
    expectNoFix(
      of: "wrong-form", definedCodes + note("s1.md", "add_force_relations({lake: {⟦speed⟧, duplication: positive}})"))
    expectNoFix(of: "wrong-form", definedCodes + note("s1.md", "add_links({lake: ⟦\"a mart\"⟧}, role_name=\"to\")"))
  }

  @Test func forcesInOtherBracketsAreReadAndFound() {
    for statement in [
      "add_force_relations(⟦[{lake: {speed: positive}}, {mart: {speed: negative}}]⟧)",
      "add_force_relations({lake: ⟦[{speed: positive}]⟧})",
      "add_force_relations({lake: ⟦({speed: positive}, {duplication: neutral})⟧})",
    ] {
      expectNoFix(of: "wrong-form", definedCodes + note("s1.md", statement))
      expectFindings(of: "wrong-kind", definedCodes + note("s1.md", statement.filter { $0 != "⟦" && $0 != "⟧" }))
    }
  }

  @Test(arguments: [
    "title = \"Rest\"\nrest = CClass(pattern, title)", "rest = CClass(pattern, \"Re\" + \"st\")",
    "rest = CClass(pattern)",
    "rest = CClass(pattern, \"Rest\", superclasses=None)", "rest = CClass(pattern, None)",
    "lake: {speed: very-positive}",
    "rest = CClass(pattern, first + second)", "lake: {speed: ...}", "title: str = \"Rest\"", "\"a remark\"",
    "\"swamp\"",
    "s1 = CClass(source, \"s1\", values={\"type\": 3})",
    "add_force_relations(forces)", "add_links({lake: [mart]}, role_name=\"to\")",
    "lake.add_links(mart, role_name=\"to\")[0]",
    "rest = CClass(pattern, f\"Rest {lake}\")", "{...}", "add_force_relations({lake: {...}})",
  ])
  func otherFormsAreLeftAlone(_ statement: String) {
    expectFindings(of: "wrong-form", definedCodes + note("s1.md", statement))
  }

  @Test func modelFilesAreLeftToPython() {
    expectFindings(of: "wrong-form", "//- model.py\nrest = CClass(\"pattern\", Rest)\n")
  }

  @Test func aTextMayHaveANameOfItsOwnInTheModel() {
    expectFindings(
      of: "wrong-form",
      note("s1.md", "rest = CClass(pattern, TITLE)") + "//- model.py\nimport codeable_models\nTITLE = \"Café\"\n")
  }

  @Test func aCodeIsNoKind() {
    expectNoFix(of: "wrong-form", definedCodes + note("s1.md", "rest = CClass(⟦\"lake\"⟧, \"Rest\")"))
  }

  @Test func aNameThatAnotherNoteDefinesIsNotGivenAway() throws {
    var study = TestStudy([("s_1.md", block("tea: CClass(pattern, \"Tea\")")), ("s_2.md", "")])
    func isSafe() throws -> Bool {
      let finding = try #require(study.checked.findings(in: study.notes[0].id).first { $0.rule == "wrong-form" })
      return finding.fixes.contains(where: \.isSafe)
    }
    #expect(try isSafe())
    study.replace("s_2.md", with: block("tea = CClass(practice, \"Tea\")"))
    #expect(try !isSafe())
  }
}
