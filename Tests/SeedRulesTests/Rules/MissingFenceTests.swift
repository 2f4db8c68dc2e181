// The rule `missing-fence`.

import Testing

@Suite struct MissingFenceTests {
  @Test(arguments: ["", "\n> text\n", "\n**OPEN CODING TRACE:**\n"]) func statementsGetAFence(_ rest: String) {
    let statements =
      "tea = CClass(practice, \"Tea\")\nmug = CClass(practice, \"Mug\")\n\nadd_links({s1: [tea, mug]}, role_name=\"contained_code\")"
    expectFix(
      of: "missing-fence", "**AXIAL CODING TRACE:**\nadded:\n⟦\(statements)⟧\n" + rest,
      "**AXIAL CODING TRACE:**\nadded:\n``` python\n\(statements)\n```\n" + rest, isSafe: false)
  }

  @Test func theFenceHasTheLineEndsOfTheNote() {
    expectFix(
      of: "missing-fence", "**AXIAL CODING TRACE:**\r\n⟦tea = CClass(practice, \"Tea\")⟧\r\n",
      "**AXIAL CODING TRACE:**\r\n``` python\r\ntea = CClass(practice, \"Tea\")\r\n```\r\n", isSafe: false)
  }

  @Test func aListInQuotesGetsAFence() {
    expectFindings(of: "missing-fence", "**AXIAL CODING TRACE:**\nadded:\n⟦'''\ntea,\nmug\n'''⟧\n")
  }

  @Test(arguments: [
    "added:\n\nold_mug, old_cup\n", "already added: old_mug\n", "added: what we saw\n",
    "``` python\ntea = CClass(practice, \"Tea\")\n```\n",
  ])
  func namesAndTextNeedNone(_ text: String) {
    expectFindings(of: "missing-fence", "**AXIAL CODING TRACE:**\n" + text)
  }
}
