// The rules `syntax-error`, `unclosed-string`, `unclosed-list` and `unclosed-fence` with their mends.

import Testing

@Suite struct FormRuleTests {
  /// Marked statements in a block.
  private func block(_ code: String) -> String {
    "**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
  }

  @Test(
    arguments: [
      // Brackets.
      ("add_force_relations({a: {f: positive⟦)⟧", "add_force_relations({a: {f: positive}})"),
      (
        "add_force_relations({a: {f: positive,\n    g: negative}⟦)⟧",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      ("add_force_relations({a: {f: positive\n    }⟦)}⟧", "add_force_relations({a: {f: positive\n    }})"),
      ("add_force_relations⟦{(⟧a: {f: positive}})", "add_force_relations({a: {f: positive}})"),
      (
        "add_force_relations({a: ⟦{⟧f: positive,\n    g: negative",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      ("a = CClass(force, \"A\"⟦}⟧", "a = CClass(force, \"A\")"),
      ("a = CClass⟦(⟧force, \"A\"", "a = CClass(force, \"A\")"),
      ("a = CClass(force, \"A\")⟦)⟧", "a = CClass(force, \"A\")"),
      (
        "l = \\\n    a.add_links(⟦(⟧b, role_name=\"to\", stereotype_instances=uses)[0]",
        "l = \\\n    a.add_links(b, role_name=\"to\", stereotype_instances=uses)[0]"
      ),
      // Commas and colons.
      ("add_decision_option_link(d, a⟦.⟧\n    \"Text\")", "add_decision_option_link(d, a,\n    \"Text\")"),
      (
        "add_force_relations({a: {f: positive⟦⟧\n    g: negative}})",
        "add_force_relations({a: {f: positive,\n    g: negative}})"
      ),
      (
        "add_force_relations({a: {f: positive}⟦⟧\n    b: {f: negative}})",
        "add_force_relations({a: {f: positive},\n    b: {f: negative}})"
      ),
      (
        "add_force_relations({a: {f: positive}⟦⟧\n    g: negative\n    h: negative\n    })",
        "add_force_relations({a: {f: positive,\n    g: negative,\n    h: negative\n    }})"
      ),
      ("add_force_relations({a⟦⟧ {f: positive}})", "add_force_relations({a: {f: positive}})"),
    ])
  func oneMendIsSafe(_ broken: String, _ mended: String) {
    let around = "x = CClass(force, \"X\")\n"
    expectFix(
      of: "syntax-error", block(around + broken + "\n" + around), block(around + mended + "\n" + around), isSafe: true)
  }

  @Test func aCommaTooManyIsRemovedOnlyWhenAsked() {
    expectFix(
      of: "syntax-error", block("add_links({a: [b,⟦⟧, c]}, role_name=\"to\")"),
      block("add_links({a: [b, c]}, role_name=\"to\")"), isSafe: false)
  }

  @Test(
    arguments: [
      "add_force_relations({a: {f: positive, ...}})", "{...}", "a: {f: positive}", "d = {a: {f: positive}}",
      "'''\ncache,\n'''", "a = CClass(force, \"It's\",)", "a, b,", "a = CClass(force, \"A\"  # why\n    )",
    ])
  func soundFormsAreLeftAlone(_ code: String) {
    for rule in ["syntax-error", "unclosed-string", "unclosed-list", "unclosed-fence"] {
      expectFindings(of: rule, block(code))
    }
  }

  @Test(
    arguments: [
      ("a = CClass(force, ⟦\"Secure'⟧)", "a = CClass(force, \"Secure\")", true),
      ("a = CClass(force, ⟦\"Secure⟧)", "a = CClass(force, \"Secure\")", true),
      (
        "s1 = CClass(source, \"s1\", values={\n    \"url\": ⟦\"\n    https://example.org/a\"⟧})",
        "s1 = CClass(source, \"s1\", values={\n    \"url\": \"https://example.org/a\"})", true
      ),
      ("a = CClass(force, ⟦\"Secure\n    products\"⟧)", "a = CClass(force, \"Secure products\")", false),
    ])
  func textsAreClosed(_ broken: String, _ mended: String, _ isSafe: Bool) {
    expectFix(of: "unclosed-string", block(broken), block(mended), isSafe: isSafe)
  }

  @Test func aQuoteTypedTwiceIsRemoved() {
    expectFix(
      of: "syntax-error", block("s1 = CClass(source, \"s1\", values={\"title\": \"⟦\"⟧The tea\"})"),
      block("s1 = CClass(source, \"s1\", values={\"title\": \"The tea\"})"), isSafe: true)
  }

  @Test(
    arguments: [
      ("    ⟦'''⟧\n    cache,\n    mart", "    '''\n    cache,\n    mart\n    '''", true),
      ("⟦'''⟧cache, mart", "'''cache, mart'''", true),
      ("'''\ncache\n⟦''⟧", "'''\ncache\n'''", true),
      ("'''cache⟦''⟧", "'''cache'''", true),
      ("⟦'''⟧\ncache\nmart = CClass(pattern, \"Mart\")", "'''\ncache\n'''\nmart = CClass(pattern, \"Mart\")", false),
    ])
  func listsAreClosed(_ broken: String, _ mended: String, _ isSafe: Bool) {
    expectFix(of: "unclosed-list", block(broken), block(mended), isSafe: isSafe)
  }

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
