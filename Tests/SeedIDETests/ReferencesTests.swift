// Find references and highlights.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ReferencesTests {
  @Test func everyKindOfPlaceIsFoundFromEveryOther() {
    checkReferences(
      """
      //- s4.md
      # s
      4

      # coding

      > A cache is a store.

      **OPEN CODING TRACE:**

      New option, “as we say 😀”: ⟦cache⟧, and cache_layer

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ⟦cache⟧ = CClass(pattern, "cache")
          add_decision_option_link(store_decision, ⟦cache⟧, "cache 😀"); ⟦cache⟧
          add_force_relations({⟦cache⟧: {speed: positive}})
          cache_layer = CClass(practice, "cache layer", superclasses=⟦cache⟧)
          cache_uses_index = x # cache
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

          a = ⟦cache⟧.add_links(index, role_name="to", stereotype_instances=uses)[0]
          add_links({⟦cache⟧: [index, ⟦cache⟧]}, role_name="to")
          b = ⟦cache⟧
      ```
      """)
  }

  @Test func withoutDeclarationsOnlyUsesAreGiven() {
    checkReferences(
      """
      //- s4.md
      ``` python
      cache = CClass(pattern, "Cache")
      add_decision_option_link(store_decision, ⟦cache⟧, "Near")
      ```
      //- s33.md
      ``` python
      cache = CClass(pattern, "Cache")
      add_force_relations({⟦cac$0he⟧: {speed: positive}})
      ```
      """, includingDeclaration: false)
  }

  @Test func aSourceIsFoundWithItsHeadingAndLabels() {
    checkReferences(
      """
      //- s4.md
      # s
      ⟦4⟧
      ## title
      Caches

      **AXIAL CODING TRACE**: source and references
      ``` python
      ⟦s4⟧ = CClass(source, "s4", values={"title": "Caches"})
      ```

      # coding

      **AXIAL CODING TRACE:**

      add codes to ⟦s⟧:
      ``` python
          cache
      ```

      add codes to ⟦s4⟧:
      ``` python
          cache
      ```
      //- s33.md
      # s
      33

      # coding

      **AXIAL CODING TRACE:**

      add codes to s:
      ``` python
          cache
      ```

      add codes to ⟦s4⟧:
      ``` python
          add_links({⟦s4⟧: [cache]}, role_name="contained_code")
      ```
      """)
  }

  @Test func mentionsAndDeclarationsAreTold() throws {
    let fixture = Fixture(
      """
      # coding

      **OPEN CODING TRACE:**

      New option: cache

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ca$0che = CClass(pattern, "Cache")
          add_decision_option_link(store_decision, cache, "Near")
      ```
      """)
    let cursor = try #require(fixture.cursor)
    let references = fixture.snapshot(of: cursor.file).references(at: cursor.offset, includingDeclaration: true)
    #expect(references.map(\.isMention) == [true, false, false])
    #expect(references.map(\.isDeclaration) == [false, true, false])
    #expect(references.map(\.place.role) == [.listedMention, .definition, .option])
  }

  @Test func sitesHaveTheColumnsOfEveryUnit() throws {
    let fixture = Fixture(
      """
      # coding

      **OPEN CODING TRACE:**

      “é 😀 e\u{301}” options: cache

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ca$0che = CClass(pattern, "Cache")
      ```
      """)
    let cursor = try #require(fixture.cursor)
    let references = fixture.snapshot(of: cursor.file).references(at: cursor.offset, includingDeclaration: false)
    let start = try #require(references.first).place.range.start
    #expect(start.line == 4)
    #expect(start.utf8 == 27)
    #expect(start.utf16 == 19)
    #expect(start.utf32 == 18)
  }

  @Test func anUndefinedNameHasReferencesToo() {
    checkReferences(
      """
      ``` python
      add_decision_option_link(⟦store_decision⟧, cache, "Near")
      add_decision_option_link(⟦store_decision⟧, index, "Far"
      ```
      """)
  }

  @Test func aWordOfTheVocabularyIsFound() {
    checkReferences(
      """
      ``` python
      cache = CClass(⟦pattern⟧, "pattern")
      index = CClass(⟦pattern⟧, "Index")
      speed = CClass(force, "Speed")
      ```
      """)
  }

  @Test func outsideOfNamesThereIsNothing() {
    let fixture = Fixture("# coding\n\n> cache\n\n``` python\ncache = CClass(pattern, \"cache\")\n```\n")
    let snapshot = fixture.snapshot(of: fixture.files[0])
    #expect(snapshot.references(at: 0, includingDeclaration: true).isEmpty)
    #expect(snapshot.references(at: 13, includingDeclaration: true).isEmpty)
    #expect(snapshot.references(at: 1_000_000, includingDeclaration: true).isEmpty)
    #expect(snapshot.references(at: -1, includingDeclaration: true).isEmpty)
  }
}

@Suite struct DocumentHighlightTests {
  @Test func definitionsAreWrittenUsesReadAndMentionsText() {
    checkHighlight(
      """
      # coding

      **OPEN CODING TRACE:**

      “é 😀” options: ⟦cache⟧

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ⟦cache⟧ = CClass(pattern, "Cache")
          add_decision_option_link(store_decision, ⟦cache⟧, "Near")
      ```
      """, [.text, .write, .read])
  }

  @Test func theHeadingOfASourceIsWritten() {
    checkHighlight(
      """
      # s
      ⟦4⟧

      # coding

      **AXIAL CODING TRACE:**

      add codes to ⟦s4⟧:
      ``` python
          cache
      ```
      """, [.write, .read])
  }

  @Test func otherNotesAreLeftOut() {
    checkHighlight(
      """
      //- s4.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- s33.md
      ``` python
      add_decision_option_link(store_decision, ⟦cache⟧, "Near")
      add_force_relations({⟦cache⟧: {speed: positive}})
      ```
      """, [.read, .read])
  }

  @Test func aLineWithCarriageReturnsCountsTheSame() {
    checkHighlight(
      "``` python\r\n⟦cache⟧ = CClass(pattern, \"Café\")\r\n\r\nadd_force_relations({⟦cache⟧: {speed: positive}})\r\n```\r\n",
      [.write, .read])
  }

  @Test func aTemplateHighlightsItsOwnNames() {
    checkHighlight(
      """
      //- s_.md
      # s

      ## url

      ## title

      **AXIAL CODING TRACE:**

      added:
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      add_decision_option_link(store_decision, ⟦cache⟧)
      ```
      """, [.write, .read])
  }
}
