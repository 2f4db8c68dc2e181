// Go to definition from each kind of place.

import SeedTestSupport
import Testing

@Suite struct DefinitionTests {
  @Test func anOptionIsFoundInTheSourceThatDefinesIt() {
    checkDefinition(
      """
      //- s4.md
      ``` python
      ⟦cache⟧ = CClass(pattern, "Café 😀")
      ```
      //- s33.md
      ``` python
      add_decision_option_link(store_decision, ca$0che, "Keep it near")
      ```
      """)
  }

  @Test func theStartOfAWordCountsAsTheWord() {
    checkDefinition(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      add_decision_option_link(store_decision,$0cache, "Keep it near")
      ```
      """)
  }

  @Test func theEndOfAWordCountsAsTheWord() {
    checkDefinition(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      add_decision_option_link(store_decision, cache$0, "Keep it near")
      ```
      """)
  }

  @Test func aDecisionIsFound() {
    checkDefinition(
      """
      ``` python
      ⟦store_decision⟧ = CClass(decision, "Where to store?")
      add_decision_option_link(store_$0decision, cache, "Keep it near")
      ```
      """)
  }

  @Test func aSubjectIsFound() {
    checkDefinition(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      add_force_relations({cac$0he: {speed: positive}})
      ```
      """)
  }

  @Test func aForceIsFound() {
    checkDefinition(
      """
      ``` python
      ⟦speed⟧ = CClass(force, "Speed")
      add_force_relations({cache: {sp$0eed: positive}})
      ```
      """)
  }

  @Test func bothEndsOfALinkAreFound() {
    checkDefinition(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      cache_uses_index = ca$0che.add_links(index, role_name="to", stereotype_instances=uses)[0]
      ```
      """)
    checkDefinition(
      """
      ``` python
      ⟦index⟧ = CClass(pattern, "Index")
      cache_uses_index = cache.add_links(ind$0ex, role_name="to", stereotype_instances=uses)[0]
      ```
      """)
  }

  @Test func anItemOfAQuotedListIsFound() {
    checkDefinition(
      """
      //- s4.md
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      //- s33.md
      # s
      33

      # coding

      **AXIAL CODING TRACE:**

      add codes to s33:
      ``` python
          '''
              speed,
              cac$0he
          '''
      ```
      """)
  }

  @Test func anItemOfABareListIsFound() {
    checkDefinition(
      """
      # coding

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ⟦cache⟧ = CClass(pattern, "Cache")
          speed
          cac$0he
      ```
      """)
  }

  @Test func aMentionInProseIsFound() {
    checkDefinition(
      """
      # coding

      **OPEN CODING TRACE:**

      Familiar options: speed, cac$0he

      **AXIAL CODING TRACE:**

      added:
      ``` python
          ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      """)
  }

  @Test func aLabelLeadsToTheHeadingOfItsSource() {
    checkDefinition(
      """
      //- s4.md
      # s
      ⟦4⟧
      ## title
      Caches

      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={"title": "Caches"})
      ```
      //- s33.md
      # s
      33

      # coding

      **AXIAL CODING TRACE:**

      add codes to s$04:
      ``` python
          cache
      ```
      """)
  }

  @Test func aLabelWithoutNumberLeadsToItsOwnHeading() {
    checkDefinition(
      """
      # s
      ⟦33⟧

      # coding

      **AXIAL CODING TRACE:**

      add codes to s$0:
      ``` python
          cache
      ```
      """)
  }

  @Test func aSourceWithoutHeadingIsFoundAtItsDefinition() {
    checkDefinition(
      """
      //- s4.md
      ``` python
      ⟦s4⟧ = CClass(source, "s4", values={"title": "Caches"})
      ```
      //- s33.md
      ``` python
      add_links({s$04: [cache]}, role_name="contained_code")
      ```
      """)
  }

  @Test func aDefinitionLeadsToAllDefinitions() {
    checkDefinition(
      """
      //- s4.md
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      //- s33.md
      ``` python
      ⟦ca$0che⟧ = CClass(practice, "Cache")
      ```
      """)
  }

  @Test func aDefinitionInsideAListIsFound() {
    checkDefinition(
      """
      //- s4.md
      # coding

      **AXIAL CODING TRACE:**

      add codes to s4:
      ``` python
      '''
      ⟦cache⟧ = CClass(pattern, "Cache"),
      speed
      '''
      ```
      //- s33.md
      ``` python
      add_decision_option_link(store_decision, ca$0che, "Keep it near")
      ```
      """)
  }

  @Test func aBrokenStatementHidesNeitherUsesNorDefinitions() {
    checkDefinition(
      """
      ``` python
      ⟦cache⟧ = CClas(pattern, "Cache"}
      add_force_relations({cache: {speed: positive})

      add_decision_option_link(store_decision, ca$0che.
          "Keep it near")
      ```
      """)
  }

  @Test func aQuotationHoldsNoNames() {
    checkDefinition(
      """
      # coding

      > We put a $0cache before it.

      **AXIAL CODING TRACE:**
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      """)
  }

  @Test func aDisplayNameHoldsNoNames() {
    checkDefinition(
      """
      ``` python
      cache = CClass(pattern, "cac$0he")
      ```
      """)
  }

  @Test func anUndefinedNameLeadsNowhere() {
    checkDefinition(
      """
      ``` python
      add_decision_option_link(store_decision, ca$0che, "Keep it near")
      ```
      """)
  }

  @Test func aNameBehindWideCharactersIsFound() {
    checkDefinition(
      """
      # coding

      **OPEN CODING TRACE:**

      “Schnell” – naïve e\u{301} 😀👩‍👩‍👧: speed, cac$0he

      **AXIAL CODING TRACE:**
      ``` python
      add_decision_option_link(store_decision, x, "Café 😀 “near”"); ⟦cache⟧ = CClass(pattern, "Cache")
      ```
      """)
  }

  @Test func anEmptyNoteHasNoNames() {
    checkDefinition("$0")
  }
}
