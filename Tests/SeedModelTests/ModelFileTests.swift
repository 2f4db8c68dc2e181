// Model files beside the notes: what they make known, and what is not said of them.

import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

/// The text of a note that records a source and holds one block.
private func note(_ source: Int, _ code: String) -> String {
  "# s\n\(source)\n## title\nNumber \(source)\n\n# coding\n\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
}

/// Every rule is checked.
private let everything = RuleSettings(
  Dictionary(uniqueKeysWithValues: Rules.all.map { ($0.name, RuleSettings.Level.on($0.severity)) }))

private func study(_ files: [(String, String)], settings: RuleSettings = .standard) -> TestStudy {
  TestStudy(settings: settings, files.map { (name: $0.0, text: Array($0.1.utf8)) })
}

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
      ("s_1.md", note(1, "cache\nlink_all(cache)\nlo = CClass(tactic, \"Lo\")\nunheard_of\ncaches_list\nhidden")),
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
    #expect(study([("model.py", model)], settings: everything).findings.isEmpty)
  }

  @Test func notesAndModelsDoNotContradictEachOther() {
    let files = [
      ("a_model.py", Self.consolidated), ("s_1.md", note(1, Self.coding)), ("z_model.py", Self.consolidated),
    ]
    var settings: [String: RuleSettings.Level] = [:]
    for rule in Rules.all where rule.isOnByDefault { settings[rule.name] = .on(rule.severity) }
    let alone = study([("s_1.md", note(1, Self.coding))], settings: RuleSettings(settings)).findings
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
        note(1, "quick = CClass(tactic, \"Quick\")\nd = CClass(decision, \"D\")\nadd_decision_option_link(d, quick)")
      ),
      ("metamodel.py", "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=practice)\n"),
    ])
    #expect(study.findings.isEmpty)
    #expect(study.study.vocabulary.isKind("tactic", of: "design_solution"))
    study.replace("metamodel.py", with: "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=force)\n")
    #expect(study.findings == ["s_1.md:12:29 wrong-kind: quick"])
    study.replace("metamodel.py", with: "import codeable_models\nbinds = CStereotype(\"Binds\")\n")
    #expect(study.findings == ["s_1.md:10:16 unknown-metaclass: tactic"])
    #expect(study.study.vocabulary.stereotypes.contains("binds"))
  }

  @Test func aModelIsNoSourceAndCodesNothing() throws {
    let study = study([
      ("s_1.md", note(1, "lake = CClass(pattern, \"Lake\")")),
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
    let code = note(1, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")")
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
      ("s_1.md", note(1, "'''\nlake\n'''\nlake = CClass(pattern, \"Lake\")")),
    ]
    #expect(study(files).findings == ["s_1.md:11:1 used-before-definition: lake"])
  }
}

@Suite struct ModelDriftTests {
  private let settings = RuleSettings(["model-drift": .on(.information)])
  private let head = "from codeable_models import *\n"

  private func findings(_ model: String, _ notes: String...) -> [String] {
    let notes = notes.enumerated().map { ("s_\($0.offset + 1).md", note($0.offset + 1, $0.element)) }
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
        ("s_1.md", note(1, "lake = CClass(pattern, \"Lake\")\nmart = CClass(pattern, \"Mart\")")),
        (
          "model.py",
          head + "lake = CClass(force, \"Lake\")\nadd_links({s1: [lake, other]}, role_name=\"contained_code\")"
        ),
      ], settings: settings)
    let findings = study.study.findings(in: study.notes[1].id)
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
        ("s_1.md", note(1, "lake = CClass(pattern, \"Lake\")")), ("model.py", head + "lake = CClass(force, \"Lake\")"),
      ]).findings.isEmpty)
  }
}

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
      "s0_codes = other(lake)", "lake = 3",
    ]

  private func text(_ file: Int, _ lines: [String]) -> String {
    file < 3 ? note(file, lines.joined(separator: "\n")) : lines.joined(separator: "\n")
  }

  private func name(_ file: Int) -> String { file < 3 ? "s_\(file).md" : "model\(file).py" }

  @Test func findingsAfterEditsAreThoseOfAFreshStudy() throws {
    var random = SeededGenerator(seed: 21)
    var contents: [[String]] = (0..<5).map { _ in [] }
    var study = TestStudy(settings: everything, [])
    for file in contents.indices { study.add(name(file), text(file, [])) }
    var reported: [DocumentID: [Finding]] = [:]
    for note in study.notes { reported[note.id] = study.study.findings(in: note.id) }
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
        reported[note] = study.study.findings(in: note)
      }
      var fresh = TestStudy(settings: everything, [])
      for (file, lines) in contents.enumerated() { fresh.add(name(file), text(file, lines)) }
      for (note, other) in zip(study.notes, fresh.notes) {
        let expected = fresh.study.findings(in: other.id)
        try #require(study.study.findings(in: note.id) == expected, "step \(step), \(note.name)")
        try #require(reported[note.id] == expected, "step \(step), \(note.name) was not reported again")
      }
    }
  }

  @Test func aModelThatGoesTakesWhatItSaidWithIt() {
    var study = study([
      ("s_1.md", note(1, "quick = CClass(tactic, \"Quick\")\nlake")),
      (
        "model.py",
        "import codeable_models\ntactic = CMetaclass(\"Tactic\", superclasses=practice)\nlake = CClass(tactic, \"Lake\")"
      ),
    ])
    #expect(study.findings.isEmpty)
    study.study.remove(study.notes[1].id)
    _ = study.study.refreshFindings()
    #expect(study.findings == ["s_1.md:10:16 unknown-metaclass: tactic", "s_1.md:11:1 undefined-code: lake"])
  }
}
