// The rule `undefined-code`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct UndefinedCodeTests {
  @Test func aNameThatNothingDefinesIsFoundWhereverItIsUsed() {
    expectFindings(
      of: "undefined-code",
      note(
        "s1.md",
        """
        access_decision = CClass(decision, "How?")
        add_decision_option_link(⟦store_choice⟧, ⟦time_travel⟧, "Text")
        add_decision_option_link(access_decision, ⟦lake⟧)
        add_force_relations({⟦warehouse⟧: {⟦speed⟧: positive}})
        '''
            ⟦k8s⟧
        '''
        ⟦helm⟧
        """))
  }

  @Test func whatItSaysNamesTheRole() {
    expectMessages(
      of: "undefined-code", note("s1.md", "add_force_relations({lake: {speed: grand}})"),
      [
        "The code `lake` is not defined in any note of this study.",
        "The force `speed` is not defined in any note of this study.", "There is no impact `grand`.",
      ])
  }

  @Test func namesOfOtherNotesSourcesAndTheVocabularyAreKnown() {
    expectFindings(
      of: "undefined-code",
      note("s1.md", "lake = CClass(pattern, \"Lake\")")
        + note("s2.md", "lake\nadd_links({s7: [lake]}, role_name=\"to\")")
        + note("s7.md", "s7 = CClass(source, \"s7\", values={})\nlake.add_links(lake, stereotype_instances=uses)"))
  }

  @Test func namesThatPythonBindsAreNoCodes() {
    expectFindings(
      of: "undefined-code",
      note(
        "s1.md",
        """
        tea = CClass(practice, "Tea")
        longest = max([tea], key=lambda code: code.name + ⟦suffix⟧)
        names = {key: value.name for key, value in ⟦table⟧ if (n := value)}
        add_links({cup: tea for cup in [tea, ⟦mug⟧]})
        print(f"{anything} {tea}", names, longest)
        def brew(pot):
            return pot + sugar
        brew(tea)
        """))
    expectFindings(
      of: "misspelled-code", note("s1.md", "tea_pot = CClass(practice, \"Pot\")\nf = lambda tea_pots: tea_pots"))
    expectFindings(
      of: "unknown-function", note("s1.md", "def brew(pot): pass\nbrew(x for x in [call() for call in []])"))
  }

  @Test func proseIsNotChecked() {
    expectFindings(of: "undefined-code", "**OPEN CODING TRACE:**\nNew option: time_travel\n")
  }

  // MARK: - What may be meant

  @Test(arguments: [
    // Other forms of words.
    ("observing_tea", "observation_of_tea", true), ("managing_tea_leaf", "manage_tea_leaves", true),
    ("brew_automation", "brew_automated", true), ("tea_test", "tea_text", true),
    // A word more or less.
    ("tea_as_product", "tea_leaf_as_product", true), ("tea_leaf_as_good_product", "tea_leaf_as_product", true),
    ("tea", "tea_leaf", false), ("green_tea", "tea", false), ("tea_as_product", "tea_leaf_of_product", false),
    // Another last word.
    ("hot_tea_cup", "hot_tea_kettle", true), ("tea_cup", "tea_kettle", false),
    ("cold_tea_cup", "hot_tea_kettle", false),
  ])
  func namesOfNearlyTheSameWordsAreSuggested(_ name: String, _ defined: String, _ isSuggested: Bool) {
    let fixture = Fixture(note("s1.md", "\(defined) = CClass(practice, \"X\")\n\(name)"))
    let findings = fixture.checked.findings(in: fixture.files[0].id)
    #expect(findings.count == 1)
    #expect(findings.allSatisfy { $0.message.hasSuffix("Did you mean `\(defined)`?") } == isSuggested)
    #expect(findings.flatMap(\.fixes).contains { $0.isSafe } == false)
  }

  @Test func tooManyNamesAreNoSuggestion() {
    let definitions = (0..<12).map { "hot_tea_thing\($0)_\($0) = CClass(practice, \"X\")" }
    expectMessages(
      of: "undefined-code", note("s1.md", (definitions + ["hot_tea_thing_cup"]).joined(separator: "\n")),
      ["The code `hot_tea_thing_cup` is not defined in any note of this study."])
  }

  @Test func aSuggestionComesAndGoesWithTheDefinition() {
    var study = TestStudy([("s_1.md", block("tea_as_product")), ("s_2.md", block(""))])
    let messages = { (study: TestStudy) in study.checked.findings(in: study.notes[0].id).map(\.message.count) }
    let without = messages(study)
    study.replace("s_2.md", with: block("tea_leaf_as_product = CClass(practice, \"X\")"))
    #expect(messages(study) != without)
    study.replace("s_2.md", with: block(""))
    #expect(messages(study) == without)
  }
}
