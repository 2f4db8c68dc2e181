// Features that reach into model files and out of them.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ModelFileFeatureTests {
  private static let note = """
    //- s4.md
    # s
    4

    # coding

    **AXIAL CODING TRACE:**
    ``` python

    """

  @Test func definitionLeadsIntoAModelAndOutOfIt() {
    checkDefinition(
      Self.note + "store = CClass(decision, \"Store\")\nadd_decision_option_link(store, ca$0che)\n```\n"
        + "//- model.py\nfrom codeable_models import *\n⟦cache⟧ = CClass(pattern, \"Café 😀\")\n")
    checkDefinition(
      Self.note + "⟦store⟧ = CClass(decision, \"Store\")\n```\n"
        + "//- model.py\nimport codeable_models\nadd_decision_option_link(sto$0re, cache)\n")
    checkDefinition(
      Self.note + "link_$0all(cache)\n```\n" + "//- model.py\nasync def  ⟦link_all⟧(code):\n    return code\n")
    checkDefinition(
      "//- model.py\nfrom other import ca$0che\n//- other.py\n⟦cache⟧ = CClass(pattern, \"Cache\")\n")
    checkDefinition(
      "//- model.py\nadd_links({s4: s4_$0codes}, role_name=\"contained_code\")\n//- other.py\n⟦s4_codes⟧ = [cache]\n")
  }

  @Test func aSourceInAModelLeadsToItsNote() {
    checkDefinition(
      "//- s4.md\n# s\n⟦4⟧\n## url\nx\n//- model.py\nadd_links({s$04: []}, role_name=\"contained_code\")\n"
        + "//- sources.py\ns4 = CClass(source, \"s4\")\n")
  }

  @Test func referencesAndRenamesReachAllPlacesOfAModel() {
    let study =
      Self.note + "⟦cache⟧ = CClass(pattern, \"cache\")\nstore = CClass(decision, \"Store\")\n```\n"
        + """
        //- model.py
        \"\"\"The cache is documented.\"\"\"
        from cache import (
            ⟦cache⟧,
            cache_layer,  # cache
        )
        import notes
        ⟦cache⟧ = CClass(pattern, "cache 😀")
        add_decision_option_link(notes.store, notes.⟦cache⟧, "cache")
        s4_codes = [
            ⟦cache⟧,

            cache_layer,
        ]
        add_links({⟦cache⟧: store}, role_name="cache"); x = [⟦cache⟧]
        add_links({s4: [⟦cache⟧]}, role_name="contained_code")
        ⟦cache⟧.add_links(store)
        """
    checkReferences(study)
    checkRename(study, to: "near_store")
  }

  @Test func highlightTellsDefinitionsFromUses() {
    checkHighlight(
      "//- model.py\nfrom x import ⟦cache⟧\n⟦cache⟧ = CClass(pattern, \"cache\")\nall = [⟦cache⟧]\n",
      [.read, .write, .read])
  }

  @Test func whatPythonDoesElsewhereIsDoubtful() {
    checkRename(
      "//- model.py\n⟦cache⟧ = CClass(pattern, \"Cache\")\ndef f(x):\n    return ⟪cache⟫ + \"cache\"  # cache\n",
      to: "near_store")
  }

  @Test func whatIsWrittenIntoATextIsDoubtful() {
    checkRename(
      """
      //- model.py
      ⟦cache⟧ = CClass(pattern, "Cache")
      x = f"cache {⟪cache⟫} {{cache}} {⟪cache⟫.name:{⟪cache⟫}} cache"
      y = "{cache}" + rF'''{⟪cache⟫}
      {⟪cache⟫}'''
      """, to: "near_store")
  }

  @Test func aWordOfTheMetamodelIsNotRenamed() throws {
    let fixture = Fixture("//- meta.py\nfrom codeable_models import *\nprac$0tice = CMetaclass(\"Practice\")\n")
    let cursor = try #require(fixture.cursor)
    #expect(throws: RefactoringRefusal.self) {
      try fixture.snapshot(of: cursor.file).rename(at: cursor.offset, to: "habit")
    }
  }

  @Test func hoverSpeaksOfTheNoteFirst() throws {
    let fixture = Fixture(
      "//- model.py\nca$0che = CClass(practice, \"In the model\")\n" + Self.note
        + "cache = CClass(pattern, \"In the note\")\n```\n")
    let cursor = try #require(fixture.cursor)
    let hover = try #require(fixture.snapshot(of: cursor.file).hover(at: cursor.offset))
    #expect(hover.content.markdown.hasPrefix("**In the note** · `cache` · pattern"))
    #expect(hover.content.markdown.contains("model.py, line 1"))
    #expect(hover.content.markdown.contains("Coded in s4"))
    #expect(!hover.content.markdown.contains("Coded in s4,"))
  }

  @Test func symbolsOfAModelAreItsCodes() throws {
    let fixture = Fixture(
      "//- model.py\nfrom codeable_models import *\ncache = CClass(pattern, \"Cache\")\ncache_list = [cache]\ndef cache_all(): pass\n"
    )
    #expect(fixture.study.symbols(matching: "cache").map(\.name) == ["cache"])
    #expect(fixture.snapshot(of: fixture.files[0]).outline().map(\.name) == ["cache"])
  }

  @Test func completionKnowsTheModelButNotItsVariables() throws {
    let fixture = Fixture(
      Self.note + "cache$0\n```\n//- model.py\ncache_layer = CClass(pattern, \"Cache\")\ncache_list = [cache_layer]\n")
    let cursor = try #require(fixture.cursor)
    let items = try #require(fixture.snapshot(of: cursor.file).completion(at: cursor.offset)).items
    #expect(items.map(\.label).filter { $0.hasPrefix("cache") } == ["cache_layer"])
  }
}
