// From a code to its metaclass, and to what makes it concrete.

import SeedTestSupport
import Testing

@Suite struct TypeDefinitionTests {
  @Test func aCodeLeadsToTheMetaclassThatTheStudyDefines() {
    checkTypeDefinition(
      """
      //- s4.md
      added:
      ``` python
      "“é” 😀"; ⟦tactic⟧ = CMetaclass("Tactic e\u{301}")
      ```
      //- s33.md
      ``` python
      cache = CClass(tactic, "Café 😀")
      add_decision_option_link(d, ca$0che, "x")
      ```
      """)
  }

  @Test func theMetaclassItselfLeadsToItsDefinition() {
    checkTypeDefinition("``` python\n⟦tactic⟧ = CMetaclass(\"T\")\ncache = CClass(tac$0tic, \"C\")\n```")
  }

  @Test func theBuiltInVocabularyHasNoPlace() {
    checkTypeDefinition("``` python\ncache = CClass(pattern, \"C\")\nadd_links({ca$0che: x})\n```")
    checkTypeDefinition("``` python\ncache = CClass(pat$0tern, \"C\")\n```")
    checkTypeDefinition("# s\n$04\n\n# coding\n")
    checkTypeDefinition("$0")
    checkTypeDefinition("``` python\nun$0known\n```")
  }

  @Test func definitionsOfSeveralKindsLeadToAllOfThem() {
    checkTypeDefinition(
      """
      ``` python
      ⟦tactic⟧ = CMetaclass("T")
      ⟦style⟧ = CMetaclass("S")
      x = CClass(style, "x")
      x = CClass(tactic, "x")
      y = CClass(tactic, "y", superclasses=$0x)
      ```
      """)
  }
}

@Suite struct ImplementationTests {
  @Test func aDecisionLeadsToItsOptions() {
    checkImplementations(
      """
      //- s4.md
      ``` python
      store_decision = CClass(decision, "Where?")
      "“é” 😀"; ⟦cache⟧ = CClass(pattern, "Café 😀")
      other = CClass(pattern, "Other")
      add_decision_option_link(store_decision, cache, "x")
      ```
      //- s33.md
      ``` python
      ⟦near⟧ = CClass(practice, "Near")
      add_decision_option_link(store_$0decision, near, "e\u{301}")
      add_decision_option_link(store_decision, cache, "again")
      add_decision_option_link(store_decision, missing, "undefined")
      add_decision_option_link(other_decision, other, "other")
      ```
      """)
  }

  @Test func aForceLeadsToWhatActsOnIt() {
    checkImplementations(
      """
      ``` python
      ⟦cache⟧ = CClass(pattern, "Cache")
      ⟦near⟧ = CClass(practice, "Near")
      far = CClass(practice, "Far")
      speed = CClass(force, "Speed")
      add_force_relations({cache: {sp$0eed: positive}, near: {speed: negative}, far: {cost: neutral}})
      ```
      """)
  }

  @Test func aCodeLeadsToWhatSpecialisesIt() {
    checkImplementations(
      """
      ``` python
      ca$0che = CClass(pattern, "Cache")
      ⟦near⟧ = CClass(practice, "Near", superclasses=cache)
      ⟦far⟧ = CClass(practice, "Far", superclasses=[other, cache])
      other = CClass(practice, "Other")
      ```
      """)
  }

  @Test func anOptionWithoutAnyOfTheseLeadsNowhere() {
    checkImplementations("``` python\nca$0che = CClass(pattern, \"C\")\nadd_decision_option_link(d, cache, \"x\")\n```")
    checkImplementations("``` python\ncache = CClass(pat$0tern, \"C\")\n```")
    checkImplementations("$0")
  }
}
