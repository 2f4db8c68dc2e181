// Completion outside coding blocks, and in code that is broken before the cursor.

import SeedTestSupport
import Testing

@Suite struct CompletionInProseTests {
  private func check(
    _ text: String, _ expectation: Fixture.CompletionExpectation, _ location: SourceLocation = #_sourceLocation
  ) {
    checkCompletion(
      codes + """
        //- s_10.md
        # s
        10

        # coding

        > Quoted.

        \(text)
        """, expectation, location)
  }

  @Test func aListAfterALeadHoldsCodes() {
    check("**OPEN CODING TRACE:**\n\nFamiliar options: ⟦ca$0⟧", .including(["cache"], without: ["s2", "CClass"]))
    check("**OPEN CODING TRACE:**\n\nFamiliar options: $0\n", .including(["cache", "index", "speed"]))
    check("**OPEN CODING TRACE:**\n\nReoccurring codes -> index, ⟦sp$0eed⟧ and cost", .including(["speed"]))
    check("**OPEN CODING TRACE:**\n\nFamiliar options: index,\nca$0", .including(["cache"]))
    check("**OPEN CODING TRACE:**\n\n“é 😀” Familiar options: ⟦ca$0⟧", .including(["cache"]))
  }

  @Test func aSnakeCaseWordIsACode() {
    check("**OPEN CODING TRACE:**\n\nThis is the store_$0 again", .exactly(["store_decision"]))
    check("**OPEN CODING TRACE:**\n\nstore_decision\nca$0", .including(["cache"]))
  }

  @Test func plainProseIsNotCompleted() {
    check("**OPEN CODING TRACE:**\n\nThis is a ca$0che", .nothing)
    check("**OPEN CODING TRACE:**\n\nca$0", .nothing)
    check("**OPEN CODING TRACE:**\n\nAt 10:30 ca$0", .nothing)
  }

  @Test func quotationsAndHeadingsAreNotCompleted() {
    check("> options: ca$0", .nothing)
    check("plain text runs on: ca$0", .nothing)
    check("**OPEN CODING TR$0ACE:**", .nothing)
  }

  @Test func aLabelHoldsSources() {
    check("**AXIAL CODING TRACE:**\n\nadd codes to ⟦s$0⟧:\n``` python\ncache\n```", .exactly(["s10", "s2"]))
    check("**AXIAL CODING TRACE:**\n\nadd codes to $0", .exactly(["s10", "s2"]))
    check("add codes to $0", .exactly(["s10", "s2"]))
    check("**AXIAL CODING TRACE:**\n\nAdd code to s2$0", .exactly(["s2"]))
    check("**AXIAL CODING TRACE:**\n\nwe will add codes to $0", .nothing)
  }

  @Test func anUnfencedStatementIsCompleted() {
    check(
      "**AXIAL CODING TRACE:**\n\nadd_decision_option_link(store_decision, $0",
      .including(["cache"], without: ["store_decision"]))
  }

  @Test func theFenceItselfIsNotCompleted() {
    check("**AXIAL CODING TRACE:**\n``` py$0thon\ncache\n```", .nothing)
    check("**AXIAL CODING TRACE:**\n``` python\ncache\n$0```", .nothing)
    check("**AXIAL CODING TRACE:**\n``` python\ncache\n```$0", .nothing)
  }

  @Test func anUnclosedFenceIsCompletedToItsEnd() {
    check("**AXIAL CODING TRACE:**\n``` python\ncache\nin$0", .including(["index"]))
    check("**AXIAL CODING TRACE:**\n``` python\n$0", .including(["cache", "CClass"]))
  }

  @Test func anEmptyNoteIsNotCompleted() {
    checkCompletion("$0", .nothing)
    checkCompletion("ca$0", .nothing)
  }
}

@Suite struct CompletionInBrokenCodeTests {
  private func check(
    _ block: String, _ expectation: Fixture.CompletionExpectation, _ location: SourceLocation = #_sourceLocation
  ) {
    checkCompletion(
      codes + "//- s_10.md\n# coding\n\n**AXIAL CODING TRACE:**\n\nadded:\n``` python\n\(block)\n```\n", expectation,
      location)
  }

  private let aDecision = Fixture.CompletionExpectation.including(["store_decision"], without: ["cache", "speed"])
  private let aMetaclass = Fixture.CompletionExpectation.including(["pattern"], without: ["cache"])

  @Test func aMissingBraceDoesNotReachTheNextStatement() {
    check("add_force_relations({cache: {speed: positive})\nadd_decision_option_link($0", aDecision)
    check("    add_force_relations({cache: {speed: positive})\n    x = CClass($0", aMetaclass)
    check("add_force_relations({cache: {speed: positive})\n\nca$0", .including(["cache"]))
  }

  @Test func swappedBracketsDoNotReachTheNextStatement() {
    check("add_force_relations({cache: {speed: positive})}\nadd_decision_option_link($0", aDecision)
    check("add_force_relations{(cache: {$0", .including(["cost", "speed"], without: ["cache"]))
    check("add_force_relations{(ca$0", .including(["cache"], without: ["cost"]))
  }

  @Test func anUnfinishedCallDoesNotReachTheNextStatement() {
    check("add_decision_option_link(\nx = CClass($0", aMetaclass)
    check("add_decision_option_link(store_decision,\n\n$0", .including(["store_decision", "cache", "speed"]))
    check("add_decision_option_link(store_decision\ncache.add_links($0", .including(["index"]))
    check("x = CClass(pattern,\n'''\n  ca$0\n'''", .including(["cache"], without: ["pattern"]))
  }

  @Test func whatFollowsTheCursorDoesNotMatter() {
    check("add_decision_option_link($0\nx = CClass(pattern, \"X\")", aDecision)
    check("add_decision_option_link($0\nadd_decision_option_link(store_decision, cache, \"text\")", aDecision)
    check("add_force_relations({cache: {$0\n\nx = CClass(pattern, \"X\")", .including(["cost", "speed"]))
  }

  @Test func aCallOverSeveralLinesIsOneCall() {
    check("add_decision_option_link(\n  store_decision,\n    $0", .including(["cache"], without: ["store_decision"]))
    check("x = CClass(\n  $0", aMetaclass)
    check(
      "x = \\\n    cache.add_links(index, role_name=\"to\",\n  stereotype_instances=$0",
      .including(["uses"], without: ["cache"]))
  }

  @Test func unclosedStringsEndWithTheirLine() {
    check("x = CClass(force, \"Secure DP')\nadd_decision_option_link($0", aDecision)
    check("x = CClass(force, 'it''s \"Café 😀\nadd_decision_option_link($0", aDecision)
  }

  @Test func aDotForACommaIsTaken() {
    check("add_decision_option_link(store_decision. ca$0", .including([]))
    check("add_decision_option_link(store_decision.\n    $0", .including(["cache"], without: ["store_decision"]))
  }

  @Test func aMisspeltFunctionIsUnderstood() {
    check("x = CClas($0", aMetaclass)
    check("add_decision_link($0", aDecision)
    check("add_force_relation({cache: {$0", .including(["speed"], without: ["cache"]))
    check("something($0", .including(["cache", "speed"]))
  }

  @Test func extraClosersAreIgnored() {
    check("})\nadd_decision_option_link($0", aDecision)
    check("cache)\nx = CClass($0", aMetaclass)
  }

  @Test func carriageReturnsEndLines() {
    check("add_force_relations({cache: {speed: positive})\r\nadd_decision_option_link($0\r\n", aDecision)
    check("add_decision_option_link(store_decision,\r\n\r\n$0", .including(["speed"]))
  }

  @Test func aWordInAnUnclosedListIsCompleted() {
    check("'''\n  cache,\n  sp$0", .including(["speed"]))
  }
}
