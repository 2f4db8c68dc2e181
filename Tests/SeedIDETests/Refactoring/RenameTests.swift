// Renaming codes: from every kind of place, at every kind of place, and nowhere else.

import SeedIDE
import SeedModel
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct RenameTests {
  @Test func everyKindOfPlaceIsRenamedFromEveryOther() {
    checkRename(
      """
      //- s4.md
      # s
      4
      ## title
      The cache

      # coding

      > A cache is a store: cache, cache_layer.
      and the quotation runs on about the cache

      **OPEN CODING TRACE:**

      New option, “as we say 😀”: ⟦cache⟧, and cache_layer
      We like the cache here.

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ⟦cache⟧ = CClass(pattern, "cache")
          add_decision_option_link(store_decision, ⟦cache⟧, "cache 😀"); ⟦cache⟧
          add_force_relations({⟦cache⟧: {speed: positive}})
          cache_layer = CClass(practice, "cache layer", superclasses=⟦cache⟧)
          cache_uses_index = x # cache
          my_cache = index.cache
      ```
      //- s33.md
      # s
      33

      # coding

      **AXIAL CODING TRACE:**

      add codes to s33:
      ``` python
          '''
              speed, ⟦cache⟧
              index
          '''

          a = ⟦cache⟧.add_links(index, role_name="cache", stereotype_instances=uses)[0]
          add_links({⟦cache⟧: [index, ⟦cache⟧]}, role_name="to")
          b = ⟦cache⟧
          ⟦cache⟧: {speed: negative}
      ```
      """, to: "near_store")
  }

  @Test func aNameThatPythonBindsKeepsItsNameAndIsTold() throws {
    let source = """
      //- s1.md
      ``` python
      ⟦tea⟧ = CClass(practice, "Tea")
      key = lambda tea, milk=⟦tea⟧: tea.name
      names = [tea for tea in [⟦tea⟧]]
      print(f"{⟪tea⟫}")
      def brew(tea, cup=⟪tea⟫):
          return tea
      ```
      """
    checkRename(source, to: "green_tea")
    let fixture = Fixture(source.removing("⟦", "⟧", "⟪", "⟫"))
    let edit = try fixture.snapshot(of: fixture.files[0]).rename("tea", to: "green_tea")
    let lines: [UInt32] = [2, 2, 3, 3, 5, 6]
    #expect(edit.shadowed.map(\.range.start.line) == lines)
    let message = """
      2 places may mean `tea` too and are left as they are: s1.md:5:10, s1.md:6:19; 6 places keep the name `tea`, which \
      Python gives a meaning of its own there: s1.md:3:14, s1.md:3:29, s1.md:4:10 and 3 more
      """
    #expect(PlacedEdit(edit).left(of: "tea", in: fixture.study) == message)
  }

  @Test func aForceIsRenamedInDictionariesAndDecisionsInLinks() {
    checkRename(
      """
      ``` python
      ⟦speed⟧ = CClass(force, "Speed")
      add_force_relations({cache: {⟦speed⟧: positive, cost: negative},
                           index: {⟦speed⟧: very_positive}})
      add_force_relations({a: {⟦speed⟧: {...}}})
      ```
      """, to: "velocity")
    checkRename(
      """
      ``` python
      ⟦store_decision⟧ = CClass(decision, "Where?")
      add_decision_option_link(⟦store_decision⟧, cache, "store_decision")
      add_decision_option_link(decision=⟦store_decision⟧, design_solution=cache)
      ```
      """, to: "place_decision")
  }

  @Test func anUndefinedNameCanBeRenamed() {
    checkRename(
      """
      ``` python
      add_decision_option_link(⟦comunication_decision⟧, a, "b")
      '''
      ⟦comunication_decision⟧
      '''
      ```
      """, to: "talk_decision")
  }

  @Test func aNameWithAnUnderscoreIsMeantWhereverProseHasIt() {
    checkRename(
      """
      **OPEN CODING TRACE:**

      They keep a ⟦near_store⟧ beside each service, as near_stores do: ⟦near_store⟧

      Familiar options: ⟦near_store⟧
      Confirmation for ⟦near_store⟧ and others

      **AXIAL CODING TRACE:**
      ``` python
      ⟦near_store⟧ = CClass(pattern, "Near store")
      ```
      """, to: "cache")
  }

  @Test func aPlainWordInProseIsDoubtfulUnlessAListOfCodesHasIt() {
    checkRename(
      """
      **OPEN CODING TRACE:**

      They like a cache. To be precise: ⟪cache⟫, index

      Familiar options: ⟦cache⟧, index and lake

      ⟦cache⟧

      **AXIAL CODING TRACE:**
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      """, to: "near_store")
  }

  @Test func aRenameFromProseChangesTheCode() {
    checkRename(
      """
      **OPEN CODING TRACE:**

      Familiar options: ⟦ca$0che⟧, index

      **AXIAL CODING TRACE:**
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      """, to: "near_store")
  }

  @Test func allNotesThatDefineTheCodeAreRenamed() throws {
    let source = """
      //- s1.md
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      //- s2.md
      ``` python
      ⟦cache⟧ = CClass(practice, "Cache")
      ⟦cache⟧
      ```
      //- s3.md
      **AXIAL CODING TRACE:**
      ``` python
      ⟦cache⟧
      index
      ```
      """
    checkRename(source, to: "near_store")
    let fixture = Fixture(source)
    let file = try #require(fixture.files.first)
    let edit = try fixture.snapshot(of: file).rename("cache", to: "near_store")
    #expect(edit.remarks.map(\.id) == ["defined-twice"])
    #expect(
      edit.notes.map { $0.edits.map { $0.remark?.id } } == [[nil], ["defined-twice", "defined-twice"], [nil]])
  }

  @Test func namesInPythonBeyondTheNotationAreDoubtful() {
    checkRename(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      def build(x): return ⟪cache⟫ + "cache" # cache
      ⟦cache⟧
      ```
      """, to: "near_store")
  }

  @Test func namesInBrokenStatementsAreMeant() {
    checkRename(
      """
      **AXIAL CODING TRACE:**
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ) ⟦cache⟧ = = lake
      add_decision_option_link)d, ⟦cache⟧, "cache"(
      '''
      ⟦cache⟧ ! lake
      '''
      ```
      """, to: "near_store")
  }

  @Test func lineEndsStayAsTheyAre() throws {
    let text = "``` python\r\ncache = CClass(pattern, \"Cache\")\r\n'''\r\n\tcache,\r\n\tindex\r\n'''\r\n```\r\n"
    let document = Document(text)
    var study = Study()
    let id = study.add(name: "p_1.md", DocumentSummary(document))
    let snapshot = Snapshot(study: study, document: id, syntax: document) { _ in nil }
    let edit = try snapshot.rename("cache", to: "near")
    #expect(
      edit.notes.first.map { String(decoding: $0.result, as: UTF8.self) } == text.replacing("cache", with: "near"))
  }

  @Test func columnsBehindEmojiAreRight() throws {
    try checkRenamed(
      """
      ``` python
      add_decision_option_link(d, "😀é’e\u{301}", ca$0che); x = cache
      ```
      """, to: "near",
      """
      ``` python
      add_decision_option_link(d, "😀é’e\u{301}", near); x = near
      ```
      """)
  }

  @Test func theSameNameIsQuietlyNoChange() throws {
    let fixture = Fixture("``` python\nca$0che = CClass(pattern, \"Cache\")\n```")
    let cursor = try #require(fixture.cursor)
    for name in ["cache", " cache\t"] {
      #expect(try fixture.snapshot(of: cursor.file).rename(at: cursor.offset, to: name).isEmpty)
    }
  }

  @Test func blanksAroundTheNewNameAreNotPartOfIt() throws {
    try checkRenamed(
      "``` python\nca$0che = CClass(pattern, \"Cache\")\n```", to: "  near_store \n",
      "``` python\nnear_store = CClass(pattern, \"Cache\")\n```")
  }

  @Test func theRangeAndTheNameAreOfferedToStartFrom() throws {
    let fixture = Fixture("``` python\n⟦ca$0che⟧ = CClass(pattern, \"Cache\")\n```")
    let cursor = try #require(fixture.cursor)
    let target = try fixture.snapshot(of: cursor.file).prepareRename(at: cursor.offset)
    #expect(target.name == "cache")
    #expect([target.range] == cursor.file.marks)
    #expect(!target.isSource)
  }
}
