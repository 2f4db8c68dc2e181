// Words that a study adds to the vocabulary: notes that use them are read and checked as those that use built-in ones.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import Testing

@Suite struct AddedVocabularyTests {
  private let additions: VocabularyAdditions = {
    var additions = VocabularyAdditions()
    additions.metaclasses = ["tactic": ["practice"]]
    additions.stereotypes = ["contradicts"]
    additions.functions = ["offer": .like("add_decision_option_link"), "show": .anything]
    additions.sourceFields = [
      "venue": .oneOf(["Journal", "Blog"]), "peer reviewed": .boolean, "type": .oneOf(["Podcast"]), "place": .text,
    ]
    return additions
  }()

  private func findings(_ code: String, header: String = "", adding: Bool = true) -> [String] {
    let vocabulary = adding ? Vocabulary.standard.adding(additions) : .standard
    let text = "# s\n1\n\(header)# coding\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
    var study = CheckedStudy(vocabulary: vocabulary)
    let id = study.add(name: "s_1.md", DocumentSummary(Document(text), vocabulary))
    _ = study.refreshFindings()
    return study.findings(in: id).map(\.rule)
  }

  private static let codes = """
    place_it = CClass(decision, "Where?")
    cache = CClass(tactic, "Cache")
    speed = CClass(force, "Speed")
    """

  @Test func anAddedFunctionIsReadAsTheOneThatItIsLike() {
    #expect(
      findings(Self.codes + "\noffer(place_it, cache, \"x\")\nadd_force_relations({cache: {speed: positive}})").isEmpty)
    #expect(findings(Self.codes + "\noffer(place_it, speed, \"x\")").contains("wrong-kind"))
    #expect(findings(Self.codes + "\noffer(place_it)").contains("wrong-argument-count"))
    #expect(findings(Self.codes + "\noffer(place_it, cache, \"x\", tone=1)").contains("unknown-argument"))
    #expect(findings("offer(1)", adding: false).contains("unknown-function"))
  }

  @Test func aMetamodelFileTakesNoAddedWordAway() {
    let vocabulary = Vocabulary.standard.adding(additions)
    var study = Study(vocabulary: vocabulary)
    let model = Document("from codeable_models import *\nlevel = CMetaclass(\"Level\")", format: .model)
    _ = study.add(name: "model.py", DocumentSummary(model, vocabulary))
    #expect(study.vocabulary.metaclasses["level"] != nil)
    #expect(study.vocabulary.addedSourceFields == vocabulary.addedSourceFields)
    let note = Document("``` python\nplace_it = CClass(decision, \"Where?\")\noffer(place_it, nothing)\n```\n")
    #expect(DocumentSummary(note, study.vocabulary) == DocumentSummary(note, vocabulary))
  }

  @Test func aFunctionThatTakesAnythingIsNotLookedAt() {
    #expect(findings("show()\nshow(1, 2, 3, 4, 5, tone=\"x\")").isEmpty)
  }

  @Test func anAddedKindIsOneOfItsParents() {
    #expect(
      findings(Self.codes + "\nadd_decision_option_link(place_it, cache, \"x\")").filter { $0 != "unused-code" }.isEmpty
    )
    #expect(findings(Self.codes, adding: false).contains("unknown-metaclass"))
  }

  @Test func anAddedStereotypeIsKnown() {
    let link = "\ncache.add_links(place_it, role_name=\"to\", stereotype_instances=contradicts)"
    #expect(!findings(Self.codes + link).contains("undefined-code"))
    #expect(findings(Self.codes + link, adding: false).contains("undefined-code"))
  }

  @Test(arguments: [
    ("Blog", "Blog", "yes", "True", "Podcast", []), ("Blob", "Blob", "yes", "True", "Podcast", ["invalid-value"]),
    ("Blog", "Journal", "yes", "True", "Podcast", ["header-mismatch"]),
    ("Blog", "Blog", "yes", "False", "Podcast", ["header-mismatch"]),
    ("Blog", "Blog", "maybe", "True", "Podcast", ["invalid-value"]),
    ("", "Blog", "yes", "True", "Podcast", ["missing-field"]),
    ("Blog", "Blog", "yes", "True", "Radio", ["invalid-value"]),
  ])
  func addedFieldsAreComparedAndChecked(
    venue: String, venueKey: String, reviewed: String, reviewedKey: String, type: String, rules: [String]
  ) {
    let header =
      "## title\nOf Caches\n## Venue:\n\(venue)\n## peer reviewed\n\(reviewed)\n## source type\n\(type)\n## place\nHere\n"
    let code = """
      s1 = CClass(source, "s1", values={"title": "Of Caches", "venue": "\(venueKey)", "peer reviewed": \(reviewedKey),
        "type": "\(type)", "place": "Here"})
      """
    #expect(findings(code, header: header) == rules)
  }

  @Test func builtInWordsStayWhatTheyAre() {
    var additions = VocabularyAdditions()
    additions.metaclasses = ["force": ["decision"]]
    additions.functions = ["CClass": .anything, "x": .like("nothing")]
    let vocabulary = Vocabulary.standard.adding(additions)
    #expect(vocabulary.ancestries["force"] == .force)
    #expect(vocabulary.functions["CClass"]?.takesAnything == false)
    #expect(vocabulary.functions["x"] == nil)
  }

  @Test func parentsInACircleEnd() {
    var additions = VocabularyAdditions()
    additions.metaclasses = ["a": ["b"], "b": ["a"]]
    #expect(Vocabulary.standard.adding(additions).ancestries["a"] == [])
  }
}
