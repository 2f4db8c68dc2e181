// The rule `unclosed-list`.

import Testing

@Suite struct UnclosedListTests {
  @Test(
    arguments: [
      ("    ⟦'''⟧\n    cache,\n    mart", "    '''\n    cache,\n    mart\n    '''", true),
      ("    ⟦'''⟧\n    cache,\n    mart,\n", "    '''\n    cache,\n    mart,\n    '''\n", true),
      ("⟦'''⟧cache, mart ,", "'''cache, mart ,'''", true),
      ("⟦'''⟧cache, mart", "'''cache, mart'''", true),
      ("'''\ncache\n⟦''⟧", "'''\ncache\n'''", true),
      ("'''cache⟦''⟧", "'''cache'''", true),
      ("⟦'''⟧\ncache\nmart = CClass(pattern, \"Mart\")", "'''\ncache\n'''\nmart = CClass(pattern, \"Mart\")", false),
    ])
  func listsAreClosed(_ broken: String, _ mended: String, _ isSafe: Bool) {
    expectFix(of: "unclosed-list", block(broken), block(mended), isSafe: isSafe)
  }
}
