// The rule `unclosed-comment`.

import Testing

@Suite struct UnclosedCommentTests {
  @Test(arguments: ["", "More.\n\n", "> text\n\n# coding\n"]) func itIsClosedAtTheEndOfItsLine(_ rest: String) {
    expectFix(
      of: "unclosed-comment", "**OPEN CODING TRACE:**\n\nText ⟦<!--⟧ ask about this\n\n" + rest,
      "**OPEN CODING TRACE:**\n\nText <!-- ask about this -->\n\n" + rest, isSafe: false)
  }

  @Test(arguments: [
    "Text <!-- a --> <!-- b\n\nc -->\n", "`<!--` begins one\n", "> <!-- of the article\n", "\\<!-- a\n", "a -->\n",
  ])
  func otherTextIsNoUnclosedComment(_ text: String) {
    expectFindings(of: "unclosed-comment", "**OPEN CODING TRACE:**\n\n" + text)
  }

  @Test func whatIsInACommentIsNotFound() {
    for rule in ["undefined-code", "syntax-error", "unclosed-fence", "wrong-label"] {
      expectFindings(
        of: rule,
        "//- s1.md\n# s\n1\n# coding\n**AXIAL CODING TRACE:**\n<!--\nadd codes to s2:\n``` python\n'''\ntea\n'''\nx = CClass(\n-->\n"
      )
    }
  }

  @Test func aCommentAboveALineSilencesARuleThere() {
    let text = "**OPEN CODING TRACE:**\n\n<!-- seed-lsp: ignore[unclosed-comment] -->\nText <!-- ask\n"
    expectFindings(of: "unclosed-comment", text)
  }
}
