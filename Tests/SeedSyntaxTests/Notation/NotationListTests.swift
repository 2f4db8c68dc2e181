// Bare names and `'''` lists.

import Testing

@Suite struct NotationListTests {
  @Test func namesStandOnLinesOrBehindCommas() {
    checkReading("a\nb\n\n c, d,\ne , f", "items a, b, c, d, e, f")
    checkReading("a,\n# note\nb   \n", "items a, b")
  }

  @Test func aStatementEndsARunOfNames() {
    checkReading(
      "a,\nb = CClass(force, \"B\")\nc\nf(c)\nd", "items a\nb = CClass(force, \"B\")\nitems c\nf(c)\nitems d")
  }

  @Test func wordsStandWhereANameShould() {
    checkReading("input ports\na, two words here, b", "items «input ports», a, «two words here», b")
    checkReading("'''bounded context, a'''", "list [items «bounded context», a]")
    checkReading("wind force = CClass(force, \"W\")", "«wind force» = CClass(force, \"W\")")
    checkReading("f({a: {b: very positive, two words: c}})", "f({a: {b: «very positive», «two words»: c}})")
    checkReading("f(a b, c)\nwind force: {a: b}", "f(«a b», c)\n«wind force»: {a: b}")
  }

  @Test func aListMayBeOnOneLineOrMany() {
    checkReading("'''a, b'''", "list [items a, b]")
    checkReading("   '''\n     a,\n  b\n     c ,d,\n'''\n", "list [items a, b, c, d]")
    checkReading("\"\"\"a\"\"\"", "list [items a]")
    checkReading("'''\n'''", "list []")
    checkReading("'''r, b'''\n'''f, u''", "list [items r, b]\nlist [items f, u]\n! listClosedByTwoQuotes 2:8 ⟨''⟩")
  }

  @Test func aListMayHoldStatements() {
    checkReading(
      """
      '''
        a,

        b = CClass(force, "It's b")
        add_force_relations({a: {b: positive}})
        c
      '''
      # already added:
      d
      """,
      "list [items a; b = CClass(force, \"It's b\"); add_force_relations({a: {b: positive}}); items c]\nitems d")
  }

  @Test func aListMayBeClosedByTwoQuotes() {
    checkReading(
      "'''a, b''\nc = CClass(force, '')\n'''d\n''\ne",
      """
      list [items a, b]
      c = CClass(force, '')
      list [items d]
      items e
      ! listClosedByTwoQuotes 1:8 ⟨''⟩
      ! listClosedByTwoQuotes 4:1 ⟨''⟩
      """)
  }

  @Test func aListMayNeverBeClosed() {
    checkReading("'''\na,\nb\n", "list [items a, b]\n! unclosedList 1:1 ⟨'''⟩")
    checkReading(
      "'''\na\nf(b, c\n", "list [items a; f(b, c)]\n! unclosedList 1:1 ⟨'''⟩\n! unclosedBracket ( 3:2 ⟨(⟩")
  }

  @Test func aBrokenStatementInAListEndsWithTheList() {
    checkReading(
      "'''\nf({a: {b: c}\n'''\nd", "list [f({a: {b: c}})]\nitems d\n! unclosedBracket { 2:3 ⟨{⟩")
  }

  @Test func bulletsAreForgiven() {
    checkReading("- a\n* b\n• c,\n- two words\n", "items a, b, c, «two words»")
  }

  @Test func aCommaTooManyIsOneProblem() {
    checkReading("a,, b\n,,,\nc", "items a, b, c\n! missingExpression 1:3 ⟨⟩\n! missingExpression 2:1 ⟨⟩")
    checkReading("a\n, b", "items a, b")
  }

  @Test func proseCostsOneProblemALine() {
    checkReading(
      "no action taken\n- \nhttps://e.org/x?a=b\nsee (page 3), it's fine\nif there is time\na.",
      """
      items «no action taken»
      unexpected ⟨-⟩
      unexpected ⟨https://e.org/x?a=b⟩
      (see(«page 3»), it)
      items «if there is time»
      a
      ! unexpectedText 2:1 ⟨-⟩
      ! unexpectedText 3:1 ⟨https://e.org/x?a=b⟩
      ! unexpectedText 4:17 ⟨'s fine⟩
      ! unexpectedText 6:2 ⟨.⟩
      """)
  }
}
