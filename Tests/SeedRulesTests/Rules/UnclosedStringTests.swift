// The rule `unclosed-string`.

import Testing

@Suite struct UnclosedStringTests {
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
}
