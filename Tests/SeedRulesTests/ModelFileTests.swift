// Model files beside the notes: what they make known, and what is not said of them.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ModelFileTests {
  @Test func theRolesOfNamesInAModel() {
    let summary = DocumentSummary(
      Document(
        """
        from data_model import cache, latency as delay
        import codeable_models as cm
        tactic = CMetaclass("Tactic", superclasses=[practice, cm.thing])
        def link_all(first, second):
            hidden = CClass(pattern, "Not at the margin")
        mart = cm.CClass(metamodel.pattern, "Mart")
        add_decision_option_link(data_model.store_decision, data_model.mart)
        s4_codes = [mart, data_model.cache]
        add_links({s4: s4_codes, s5: [mart]}, role_name="contained_code")
        """, format: .model))
    let page = summary.pages[0]
    let occurrences = page.occurrences.map { "\(page.names[Int($0.name)]) \($0.role)" }
    #expect(
      occurrences == [
        "cache importedName", "latency importedName", "delay linkDefinition", "tactic definition",
        "CMetaclass function", "practice superclass", "cm value", "thing superclass", "link_all linkDefinition",
        "mart definition", "pattern metaclass", "add_decision_option_link function",
        "data_model value", "store_decision decision", "data_model value", "mart option", "s4_codes definition",
        "mart listItem", "data_model value", "cache listItem", "add_links function", "s4 linkFrom", "s4_codes value",
        "s5 linkFrom", "mart listItem",
      ])
    #expect(
      page.definitions.map { page.name(ofOccurrence: $0.occurrence) } == [
        "delay", "tactic", "link_all", "mart", "s4_codes",
      ])
    #expect(summary.sourceID == nil)
  }

  @Test func whatOnlyAModelDefinesIsKnownInNotes() {
    let files = [
      ("s_1.md", sourceNote(1, "cache\nlink_all(cache)\nlo = CClass(tactic, \"Lo\")\nunheard_of\ncaches_list\nhidden")),
      (
        "model.py",
        """
        from codeable_models import *
        cache = CClass(pattern, "Cache")
        tactic = CMetaclass("Tactic")
        cache_lists = [cache]
        def link_all(code):
            hidden = CClass(pattern, "Hidden")
        """
      ),
    ]
    #expect(
      study(files).findings == [
        "s_1.md:13:1 undefined-code: unheard_of", "s_1.md:14:1 undefined-code: caches_list",
        "s_1.md:15:1 undefined-code: hidden",
      ])
  }

  @Test func aVariableOfAModelMakesNoCodeKnown() {
    let model = """
      from codeable_models import CClass
      import other as market
      size = 1
      title = "Cache"
      sizes = {"a": size}
      store = open_store("path")
      def helper(x): pass
      class Layer: pass
      s1_codes = [cache]
      """
    let files = [
      (
        "s_1.md",
        sourceNote(
          1,
          "cache = CClass(pattern, \"Cache\")\nhelper(cache)\nsize\ntitle\nsizes\nstore\nhelper\nLayer\n"
            + "add_links({s1: s1_codes}, role_name=\"contained_code\")")
      ),
      ("model.py", model),
    ]
    #expect(
      study(files).findings == [
        "s_1.md:12:1 undefined-code: size", "s_1.md:13:1 undefined-code: title",
        "s_1.md:14:1 undefined-code: sizes", "s_1.md:15:1 undefined-code: store",
        "s_1.md:16:1 undefined-code: helper", "s_1.md:17:1 undefined-code: Layer",
      ])
  }

  @Test func aLinkAndAnotherNameOfACodeInAModelAreKnown() {
    let model = """
      from codeable_models import CClass
      cache = CClass(pattern, "Cache")
      layer = cache
      cache_uses_layer = cache.add_links(layer, role_name="to", stereotype_instances=uses)[0]
      """
    #expect(
      study([("model.py", model), ("s_1.md", sourceNote(1, "layer\ncache_uses_layer"))]).findings.isEmpty)
  }

  @Test func aVariableOfAModelIsOfNoKind() {
    let note =
      "size = CClass(force, \"Size\")\nstore = CClass(decision, \"Store\")\nadd_decision_option_link(store, size)"
    let files = [("a_model.py", "from codeable_models import *\nsize = 1\nstore = 2"), ("s_1.md", sourceNote(1, note))]
    #expect(study(files).findings == ["s_1.md:12:33 wrong-kind: size"])
  }

  @Test func nothingIsSaidAboutTheModelItself() {
    let model = """
      from codeable_models import CClass
      lake = CClass(patern, "Lake"
      lake = CClass(force, "Other")
      add_decision_option_link(nothing, lake)
      # seed-lsp: ignore[undefined-code]
      undefined_helper({lake: lake, lake: nobody})
      s1 = CClass(source, "s2", values={"title": 3})
      '''
      """
    #expect(study([("model.py", model)], settings: everyRule).findings.isEmpty)
  }

  @Test func notesAndModelsDoNotContradictEachOther() {
    let files = [
      ("a_model.py", Self.consolidated), ("s_1.md", sourceNote(1, Self.coding)), ("z_model.py", Self.consolidated),
    ]
    var settings: [String: RuleSettings.Level] = [:]
    for rule in Rules.all where rule.isOnByDefault { settings[rule.name] = .on(rule.severity) }
    let alone = study([("s_1.md", sourceNote(1, Self.coding))], settings: RuleSettings(settings)).findings
    #expect(study(files, settings: RuleSettings(settings)).findings == alone)
  }

  private static let coding = """
    s1 = CClass(source, "s1", values={"title": "Number 1"})
    store_decision = CClass(decision, "Where?")
    lake = CClass(pattern, "Lake")
    speed = CClass(force, "Speed")
    add_decision_option_link(store_decision, lake, "A lake")
    add_force_relations({lake: {speed: positive}})
    """

  private static let consolidated = """
    from codeable_models import CClass
    s1 = CClass(source, "s1", values={"title": "Number 1"})
    store_decision = CClass(practice, "Where to?")
    lake = CClass(practice, "A Lake")
    lakes = CClass(pattern, "Lakes")
    speed = 3
    add_decision_option_link(store_decision, lake, "A lake")
    add_force_relations({lake: {speed: negative}})
    """

  @Test func aMetamodelExtendsTheVocabularyOfItsStudy() {
    var study = study([
      (
        "s_1.md",
        sourceNote(
          1, "quick = CClass(tactic, \"Quick\")\nd = CClass(decision, \"D\")\nadd_decision_option_link(d, quick)")
      ),
      ("metamodel.py", "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=practice)\n"),
    ])
    #expect(study.findings.isEmpty)
    #expect(study.study.ancestries["tactic"]?.contains(.designSolution) == true)
    study.replace("metamodel.py", with: "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=force)\n")
    #expect(study.findings == ["s_1.md:12:29 wrong-kind: quick"])
    study.replace("metamodel.py", with: "import codeable_models\nbinds = CStereotype(\"Binds\")\n")
    #expect(study.findings == ["s_1.md:10:16 unknown-metaclass: tactic"])
    #expect(study.study.vocabulary.stereotypes.contains("binds"))
  }

  @Test func aLongChainOfMetaclassesIsFollowedToItsEnd() {
    let links = (1...5_000).map {
      "link\($0) = CMetaclass(\"L\", superclasses=\($0 == 1 ? "force" : "link\($0 - 1)"))\n"
    }
    let study = study([
      (
        "s_1.md",
        sourceNote(
          1, "wind = CClass(link5000, \"Wind\")\nd = CClass(decision, \"D\")\nadd_decision_option_link(d, wind)")
      ),
      ("metamodel.py", "import codeable_models\n" + links.joined()),
    ])
    #expect(study.findings == ["s_1.md:12:29 wrong-kind: wind"])
  }

  @Test func aModelIsNoSourceAndCodesNothing() throws {
    let study = study([
      ("s_1.md", sourceNote(1, "lake = CClass(pattern, \"Lake\")")),
      (
        "model.py",
        "from codeable_models import *\ns1 = CClass(source, \"s1\")\nlake = CClass(pattern, \"Lake\")\nlake.add_links(lake)\n"
      ),
    ]).study
    let lake = try #require(study.nameID("lake"))
    #expect(study.codingDocuments(of: lake) == study.documents(ofSource: "s1"))
    #expect(study.documents(ofSource: "s1").count == 1)
    #expect(study.usage(of: [lake])[0].sourceCount == 1)
    #expect(study.usage(of: [lake])[0].referenceCount == 2)
  }

  @Test func aListInAModelMakesNoCodeAUsedOne() {
    let settings = RuleSettings(["unused-code": .on(.hint)])
    let code = sourceNote(1, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")")
    let model = """
      from codeable_models import *
      from notes import lake, mart
      s1_codes = [lake, mart]
      add_links({s1: s1_codes}, role_name="contained_code")
      mart.add_links(x)
      """
    #expect(
      study([("s_1.md", code), ("model.py", model)], settings: settings).findings == ["s_1.md:10:1 unused-code: lake"])
  }

  @Test func theOrderInANoteCountsEvenIfAModelDefinesTheCode() {
    let files = [
      ("model.py", "lake = CClass(pattern, \"Lake\")"),
      ("s_1.md", sourceNote(1, "'''\nlake\n'''\nlake = CClass(pattern, \"Lake\")")),
    ]
    #expect(study(files).findings == ["s_1.md:11:1 used-before-definition: lake"])
  }
}
