// The rule `unclosed-fence`.

import Testing

@Suite struct UnclosedFenceTests {
  @Test(arguments: ["", "\n**OPEN CODING TRACE:**\n\nMore.\n", "\nadd codes to s1:\n``` python\nmart\n```\n"])
  func fencesAreClosed(_ rest: String) {
    expectFix(
      of: "unclosed-fence", "**AXIAL CODING TRACE:**\n⟦```⟧ python\ncache\n" + rest,
      "**AXIAL CODING TRACE:**\n``` python\ncache\n```\n" + rest, isSafe: true)
  }

  @Test func aFenceThatSwallowedProseIsNotClosedWithoutAsking() {
    expectFix(
      of: "unclosed-fence", "**AXIAL CODING TRACE:**\n⟦````⟧python\ncache\nand then we talked about it\n",
      "**AXIAL CODING TRACE:**\n````python\ncache\nand then we talked about it\n````\n", isSafe: false)
  }

  @Test func lineEndsStayAsTheyAre() {
    expectFix(
      of: "unclosed-fence", "**AXIAL CODING TRACE:**\r\n⟦```⟧ python\r\ncache\r\n",
      "**AXIAL CODING TRACE:**\r\n``` python\r\ncache\r\n```\r\n", isSafe: true)
  }
}
