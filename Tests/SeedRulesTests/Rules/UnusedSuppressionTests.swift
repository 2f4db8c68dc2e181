// Comments that silence findings, and the rule `unused-suppression`.

import SeedTestSupport
import Testing

@Suite struct UnusedSuppressionTests {
  private func block(_ code: String) -> String {
    "**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
  }

  private func rules(_ text: String) -> [String] {
    MendableNotes([text]).rules
  }

  @Test(
    arguments: [
      "tea  # seed-lsp: ignore[undefined-code]", "tea  # seed-lsp: ignore[undefined-code] is in the model",
      "# seed-lsp: ignore[undefined-code]\ntea", "# seed-lsp: ignore[undefined-code]\n\ntea",
      "#seed-lsp:ignore[ undefined-code ]\ntea",
      "# seed-lsp: ignore-file[undefined-code]\nx = CClass(force, \"X\")\ntea\nmilk",
      "tea,  # seed-lsp: ignore[undefined-code]\n",
      "'''\ntea  # seed-lsp: ignore[undefined-code]\n'''",
      "# seed-lsp: ignore[undefined-code]\n# seed-lsp: ignore[syntax-error]\nadd_links({tea: tea)",
      "# seed-lsp: ignore[undefined-code, syntax-error]\nadd_links({tea: tea)",
    ])
  func aCommentInABlockSilencesItsLine(_ code: String) {
    #expect(rules(block(code)) == [])
  }

  @Test func onlyTheNamedRuleAndLineAreSilenced() {
    #expect(rules(block("tea  # seed-lsp: ignore[undefined-code]\nmilk")) == ["undefined-code"])
    #expect(rules(block("tea\nmilk  # seed-lsp: ignore[undefined-code]")) == ["undefined-code"])
    #expect(
      rules(block("tea  # seed-lsp: ignore[undefined-source]")).sorted() == ["undefined-code", "unused-suppression"])
  }

  @Test(
    arguments: [
      "add codes to s9: <!-- seed-lsp: ignore[undefined-source] -->\n",
      "<!-- seed-lsp: ignore[undefined-source] -->\nadd codes to s9:\n",
      "<!-- seed-lsp: ignore[undefined-source] not in yet -->\n\nadd codes to s9:\n",
      "> Quoted.\n\n<!-- seed-lsp: ignore[undefined-source] -->\nadd codes to s9:\n",
      "<!-- seed-lsp: ignore-file[undefined-source] -->\n\n> Quoted.\n\nadd codes to s9:\n\nadd codes to s8:\n",
    ])
  func aCommentInMarkdownDoesTheSame(_ text: String) {
    #expect(rules("# s\n1\n# coding\n\n" + text) == [])
  }

  @Test func aCommentInTheHeaderIsNotPartOfTheValue() {
    #expect(rules("# s\n1\n## author type\nNobody <!-- seed-lsp: ignore[invalid-value] -->\n## title\nTea\n") == [])
    #expect(
      rules("# s\n1\n## title\nTea\n<!-- seed-lsp: ignore[invalid-value] -->\n## author type\nNobody\n").count == 2)
    #expect(rules("# s\n1\n## author type\n<!-- seed-lsp: ignore[invalid-value] -->\nNobody\n## title\nTea\n") == [])
  }

  @Test(
    arguments: [
      ("x = CClass(force, \"X\")  # seed-lsp: ignore[⟦undefined-code⟧]", "x = CClass(force, \"X\")"),
      ("# seed-lsp: ignore[⟦undefined-code⟧]\nx = CClass(force, \"X\")", "x = CClass(force, \"X\")"),
      ("tea  # seed-lsp: ignore[undefined-code, ⟦syntax-error⟧]", "tea  # seed-lsp: ignore[undefined-code]"),
      ("tea  # seed-lsp: ignore[⟦syntax-error⟧, undefined-code]", "tea  # seed-lsp: ignore[undefined-code]"),
    ])
  func whatSilencesNothingIsRemoved(_ before: String, _ after: String) {
    expectFix(of: "unused-suppression", block(before), block(after), isSafe: true)
  }

  @Test func aNameThatIsNoRuleIsMended() {
    expectFix(
      of: "unused-suppression", block("tea  # seed-lsp: ignore[⟦undefined-cod⟧]"),
      block("tea  # seed-lsp: ignore[undefined-code]"), isSafe: false)
    expectMessages(
      of: "unused-suppression", block("x = CClass(force, \"X\")  # seed-lsp: ignore[everything]"),
      ["There is no rule `everything`."])
  }

  @Test(
    arguments: [
      "⟦# seed-lsp: ignore⟧", "⟦# seed-lsp: ignore[]⟧", "⟦# seed-lsp: disable[undefined-code]⟧",
      "# about seed-lsp", "# seed-lsp is nice",
    ])
  func namesCannotBeLeftOut(_ comment: String) {
    expectFindings(of: "unused-suppression", block(comment + "\nx = CClass(force, \"X\")"))
  }

  @Test func theRuleItselfCanBeSilenced() {
    #expect(rules(block("x = CClass(force, \"X\")  # seed-lsp: ignore[undefined-code, unused-suppression]")) == [])
  }

  @Test func aCommentOnALaterPageOfALongNoteCounts() {
    let filler = String(repeating: "> Quoted.\n\n**OPEN CODING TRACE:**\n\nNothing.\n\n", count: 200)
    #expect(
      rules(block("tea") + filler + block("# seed-lsp: ignore-file[undefined-code]\nx = CClass(force, \"X\")")) == [])
  }
}
