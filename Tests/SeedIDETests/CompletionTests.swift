// Completion in each kind of place of a sound note.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

/// Codes of every kind, in a note of their own.
let codes = """
  //- s_2.md
  # s
  2
  ## title
  The other note

  # coding

  **AXIAL CODING TRACE:**

  added:
  ``` python
      store_decision = CClass(decision, "Where is data kept?")
      cache = CClass(pattern, "Café 😀")
      index = CClass(practice, "Index")
      stay = CClass(do_nothing_design_solution, "Stay")
      speed = CClass(force, "Speed")
      cost = CClass(force, "Cost")
      shelf = CClass(category, "Shelf")
      odd = CClass(quality, "Odd")
      cache_uses_index = cache.add_links(index, role_name="to", stereotype_instances=uses)[0]
  ```

  """

@Suite struct CompletionTests {
  /// Asks inside a block of a second note.
  private func check(
    _ block: String, _ expectation: Fixture.CompletionExpectation, _ location: SourceLocation = #_sourceLocation
  ) {
    checkCompletion(
      codes + """
        //- s_10.md
        # s
        10

        # coding

        **AXIAL CODING TRACE:**

        added:
        ``` python
        \(block)
        ```
        """, expectation, location)
  }

  // MARK: - Calls

  @Test func theFirstArgumentOfCClassIsAMetaclass() {
    check("x = CClass($0", .including(["decision", "pattern", "practice", "force", "source"], without: ["cache"]))
    check("x = CClass(⟦patt$0⟧, \"X\")", .exactly(["pattern"]))
    check("x = CClass(pra$0", .exactly(["practice"]))
  }

  @Test func theFirstArgumentOfAnOptionLinkIsADecision() {
    check("add_decision_option_link($0", .including(["store_decision", "odd"], without: ["cache", "speed", "stay"]))
    check("add_decision_option_link(⟦st$0⟧, cache, \"text\")", .exactly(["store_decision", "stay"]))
  }

  @Test func theSecondArgumentOfAnOptionLinkIsASolution() {
    check(
      "add_decision_option_link(store_decision, $0",
      .including(
        ["cache", "index", "stay", "odd"], without: ["store_decision", "speed", "shelf", "cache_uses_index", "s2"]))
    check("add_decision_option_link(store_decision,⟦c$0ache⟧, \"text\")", .including(["cache"], without: ["cost"]))
  }

  @Test func theTextOfAnOptionLinkIsNotCompleted() {
    check("add_decision_option_link(store_decision, cache, \"ca$0\")", .nothing)
    check("add_decision_option_link(store_decision, cache, \"ca$0", .nothing)
  }

  @Test func keysOfForceRelationsAreSolutions() {
    check(
      "add_force_relations({$0",
      .including(["cache", "index", "stay"], without: ["store_decision", "speed", "positive"]))
    check("add_force_relations({cache: {speed: positive},\n    $0", .including(["cache", "index"], without: ["cost"]))
    check("add_force_relations({cache: {speed: positive}, ⟦in$0d⟧: {cost: negative}})", .exactly(["index"]))
  }

  @Test func innerKeysOfForceRelationsAreForces() {
    check("add_force_relations({cache: {$0", .including(["cost", "speed"], without: ["cache", "store_decision"]))
    check("add_force_relations({cache: {speed: positive,\n      co$0", .exactly(["cost"]))
    check("add_force_relations({cache: {⟦s$0p⟧: positive}})", .exactly(["speed", "cost"]))
  }

  @Test func innerValuesOfForceRelationsAreImpacts() {
    check(
      "add_force_relations({cache: {speed: $0",
      .exactly(["very_positive", "positive", "neutral", "negative", "very_negative", "positive_and_negative"]))
    check(
      "add_force_relations({cache: {speed:⟦neg$0⟧}})", .exactly(["negative", "very_negative", "positive_and_negative"]))
  }

  @Test func anAnnotationHoldsForces() {
    check("cache: {$0", .including(["cost", "speed"], without: ["cache"]))
    check("cache: {speed: $0}", .including(["positive"], without: ["speed"]))
  }

  @Test func aPieceOfADictionaryIsOneOfForceRelations() {
    check("{$0", .including(["cache", "index"], without: ["speed"]))
    check("{cache: {on$0", .exactly([]))
    check("{cache: {sp$0", .exactly(["speed"]))
  }

  @Test func stereotypesAreStereotypes() {
    check(
      "cache.add_links(index, role_name=\"to\", stereotype_instances=$0)",
      .including(["can_use", "uses", "variant"], without: ["cache", "positive"]))
    check("cache.add_links(index, stereotype_instances=[uses, ⟦var$0⟧])", .exactly(["variant"]))
    check(
      "add_stereotyped_design_solution_link(cache, index, us$0)", .including(["uses", "can_use"], without: ["index"]))
  }

  @Test func linkEndsAreCodesAndSources() {
    check("cache.add_links($0", .including(["cache", "index", "speed", "store_decision"], without: ["pattern"]))
    check("add_links({$0", .including(["cache", "index"]))
    check("add_links({cache: $0", .including(["cache", "index"]))
    check("add_links({cache: [index, $0", .including(["cache", "speed"]))
    check("add_stereotyped_design_solution_link($0", .including(["cache", "index"]))
  }

  @Test func keywordsOfACallAreOffered() {
    check("cache.add_links(index, $0)", .including(["role_name", "stereotype_instances"]))
    check(
      "cache.add_links(index, role_name=\"to\", $0)",
      .including(["association", "label", "stereotype_instances"], without: ["role_name", "links", "cache"]))
    check("x = CClass(pattern, \"X\", sup$0", .exactly(["superclasses"]))
    check("x = CClass(pattern, \"X\", superclasses=ca$0)", .including(["cache"], without: ["values"]))
  }

  @Test func aKeywordIsWrittenWithItsEqualsSignOnce() throws {
    let texts = try ["role_n$0)", "role_n$0=\"to\")"].map { argument -> String? in
      let fixture = Fixture("``` python\nadd_links({a: b}, \(argument)\n```")
      let cursor = try #require(fixture.cursor)
      return fixture.snapshot(of: cursor.file).completion(at: cursor.offset)?.items.first?.insertText
    }
    #expect(texts == ["role_name=", "role_name"])
  }

  // MARK: - Statements

  @Test func aStatementBeginsWithACodeOrAFunction() {
    check("$0", .including(["cache", "index", "store_decision", "CClass", "add_links"], without: ["pattern", "uses"]))
    check("add_$0", .including(["add_decision_option_link", "add_force_relations", "add_links"], without: ["cache"]))
    check("cache\n⟦ind$0⟧\nspeed", .including(["index"]))
    check("cache, ⟦ind$0⟧", .including(["index"]))
  }

  @Test func anAssignmentTakesAFunctionOrACode() {
    check("x = CC$0", .including(["CClass"]))
    check("x = ca$0", .including(["cache"]))
    check("x = \\\n    ca$0", .including(["cache"]))
  }

  @Test func afterADotAMethodStands() {
    check("cache.$0", .exactly(["add_links"]))
    check("x = cache.ad$0", .exactly(["add_links"]))
  }

  @Test func aNameIsNotOfferedInItsOwnDefinition() {
    check("cac$0he = CClass(pattern, \"Cache\")", .exactly([]))
    check("cache = CClass(pattern, \"Cache\", superclasses=$0)", .including(["index"], without: ["cache"]))
    check("index = ca$0che.add_links(index)[0]", .including(["cache"]))
  }

  @Test func aDefinitionIsOfferedTheNamesThatLackOne() {
    check(
      "add_decision_option_link(store_decision, not_yet, \"text\")\n⟦n$0⟧ = CClass(pattern, \"X\")",
      .exactly(["not_yet"]))
  }

  // MARK: - Lists

  @Test func aQuotedListHoldsCodes() {
    check("'''\n  cache,\n  ⟦sp$0⟧\n'''", .including(["speed"], without: ["pattern", "s2"]))
    check("'''\n$0\n'''", .including(["cache", "speed", "store_decision"]))
    check("'''cache, $0'''", .including(["speed"], without: ["CClass", "add_links"]))
    check("'''\nad$0\n'''", .including([], without: ["add_links", "add_decision_option_link"]))
    check("'''\n  cache\n'''\nadd_decision_option_link($0", .including(["store_decision"], without: ["cache"]))
  }

  @Test func statementsInsideAListAreCompletedLikeOthers() {
    check("'''\ncache,\nadd_decision_option_link($0\n'''", .including(["store_decision"], without: ["cache"]))
    check("'''\nx = CClass(⟦for$0⟧, \"X\")\n'''", .exactly(["force"]))
  }

  @Test func aListClosedByTwoQuotesIsClosed() {
    check("'''cache, speed''\n\nx = CClass($0", .including(["pattern"]))
  }

  @Test func commentsAndNumbersAreNotCompleted() {
    check("cache # ca$0", .nothing)
    check("# already added: ca$0", .nothing)
    check("cache.add_links(index)[0$0]", .nothing)
    check("x = 12$0", .nothing)
  }

  // MARK: - Order and matching

  @Test func namesOfTheNoteComeFirst() {
    check("index\n\nadd_decision_option_link(store_decision, $0", .including(["index", "cache", "stay"]))
  }

  @Test func unknownKindsComeAfterTheWantedOne() {
    check("add_decision_option_link(store_decision, $0", .including(["stay", "odd"]))
  }

  @Test func otherKindsComeLastWhereTheirNamesAreTyped() {
    check("add_decision_option_link(store_decision, co$0", .exactly(["cost"]))
    check("add_decision_option_link(store_decision, st$0", .exactly(["stay", "store_decision"]))
    check("add_decision_option_link(store_decision, c$0", .including(["cache"], without: ["cost"]))
    check("add_force_relations({cache: {in$0", .exactly(["index"]))
    check("x = CClass(ca$0", .including([], without: ["cache"]))
  }

  @Test func lettersMatchInOrderAndInAnyCase() {
    check("SDec$0", .including(["store_decision"]))
    check("add_decision_option_link(CHE$0", .exactly([]))
    check("add_decision_option_link(store_decision, CHE$0", .exactly(["cache"]))
  }

  @Test func theWholeWordIsReplaced() throws {
    let fixture = Fixture("``` python\ncache = CClass(pattern, \"Cache\")\nadd_force_relations({ca$0xyz: {}})\n```")
    let cursor = try #require(fixture.cursor)
    let completion = try #require(fixture.snapshot(of: cursor.file).completion(at: cursor.offset))
    #expect(cursor.file.document.string(in: completion.insertRange) == "ca")
    #expect(cursor.file.document.string(in: completion.replaceRange) == "caxyz")
  }

  @Test func itemsSayWhatTheyAre() throws {
    let fixture = Fixture(codes + "//- x.md\n``` python\nadd_decision_option_link(store_decision, cac$0\n```")
    let cursor = try #require(fixture.cursor)
    let item = try #require(fixture.snapshot(of: cursor.file).completion(at: cursor.offset)?.items.first)
    #expect(item.label == "cache")
    #expect(item.category == .pattern)
    #expect(item.detail == "Café 😀")
    #expect(item.insertText == "cache")
    #expect(item.filterText == "cache")
  }

  @Test func aNameDefinedTwiceIsOfferedOnce() {
    checkCompletion(
      """
      //- a.md
      ``` python
      cache = CClass(pattern, "Cache")
      cache = CClass(practice, "Cache")
      ```
      //- b.md
      ``` python
      cache = CClass(patern, "Cache")
      add_decision_option_link(d, $0)
      ```
      """, .including(["cache"]))
  }

  @Test func manyCodesAreCutToTheBest() throws {
    let definitions = (0..<1000).reversed().map { "code_\($0 + 1000) = CClass(pattern, \"Code\")" }
    let fixture = Fixture(
      "//- a.md\n``` python\n\(definitions.joined(separator: "\n"))\n```\n"
        + "//- b.md\n``` python\ncode_1999\n\nadd_decision_option_link(d, c$0)\n```")
    let cursor = try #require(fixture.cursor)
    let completion = try #require(fixture.snapshot(of: cursor.file).completion(at: cursor.offset))
    #expect(completion.isIncomplete)
    let labels = completion.items.map(\.label)
    #expect(labels.count == Snapshot.completionLimit)
    #expect(Array(labels.prefix(3)) == ["code_1999", "code_1000", "code_1001"])
    #expect(Set(labels).count == labels.count)
  }

  @Test func fewCodesAreComplete() throws {
    let fixture = Fixture(codes + "//- x.md\n``` python\nadd_force_relations({$0\n```")
    let cursor = try #require(fixture.cursor)
    #expect(fixture.snapshot(of: cursor.file).completion(at: cursor.offset)?.isIncomplete == false)
  }
}
