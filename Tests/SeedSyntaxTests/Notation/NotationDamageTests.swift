// Broken statements: each gives one problem, at the place that is wrong, and costs nothing of its neighbours.

import SeedSyntax
import Testing

@Suite struct NotationDamageTests {
  // MARK: - Brackets

  @Test func anExtraParenthesisBeforeTheArguments() {
    checkReading(
      "x = \\\n  x.add_links((y, role_name=\"to\", stereotype_instances=uses)[0]\n\nsafety = CClass(force, \"S\")",
      """
      x = x.add_links(y, role_name="to", stereotype_instances=uses)[0]
      safety = CClass(force, "S")
      ! unclosedBracket ( 2:15 ⟨(⟩
      """)
    checkReading("f((a, b), c)\nf((a))", "f((a, b), c)\nf((a))")
  }

  @Test func aMissingBrace() {
    checkReading(
      "add_force_relations({a: {b: positive,\n    c: positive\n  })\nd",
      "add_force_relations({a: {b: positive, c: positive}})\nitems d\n! missingCloser } before ) 3:4 ⟨)⟩")
    checkReading("f({a: {b: c})\n   })\nd", "f({a: {b: c}})\nitems d\n! missingCloser } before ) 1:13 ⟨)⟩")
  }

  @Test func aBraceAndAParenthesisChangePlaces() {
    checkReading(
      "add_force_relations{(a: {b: positive,\n  c: positive}",
      "add_force_relations({a: {b: positive, c: positive}})\n! swappedBrackets {( 1:20 ⟨{(⟩")
    checkReading(
      "add_force_relations{(a:{b: positive, \n  c: positive})\n })\nd",
      "add_force_relations({a: {b: positive, c: positive}})\nitems d\n! swappedBrackets {( 1:20 ⟨{(⟩")
    checkReading("f{a: {b: c}})\nd", "f({a: {b: c}})\nitems d\n! wrongBracket { for ( 1:2 ⟨{⟩")
  }

  @Test func closersChangePlaces() {
    checkReading("f({a: {b: c\n  })}\nd", "f({a: {b: c}})\nitems d\n! swappedBrackets )} 2:4 ⟨)}⟩")
  }

  @Test func theWrongClosingBracket() {
    checkReading("x = CClas(force, \"Y\"}\ny", "x = CClas(force, \"Y\")\nitems y\n! wrongBracket } for ) 1:21 ⟨}⟩")
    checkReading("f([a, b), c)\nd", "f([a, b], c)\nitems d\n! wrongBracket ) for ] 1:8 ⟨)⟩")
    checkReading("f([a, b)\nd", "f([a, b])\nitems d\n! missingCloser ] before ) 1:8 ⟨)⟩")
    checkReading("f(a])\nd", "f(a)\nitems d\n! unexpectedCloser ] 1:4 ⟨]⟩")
  }

  @Test func aBracketIsNeverClosed() {
    checkReading(
      "add_force_relations({a: {b: c, d: e}\n", "add_force_relations({a: {b: c, d: e}})\n! unclosedBracket { 1:21 ⟨{⟩")
    checkReading(
      "x = CClass(force, \"X\"\ny = CClass(force, \"Y\"\n\nz\n",
      """
      x = CClass(force, "X")
      y = CClass(force, "Y")
      items z
      ! unclosedBracket ( 1:11 ⟨(⟩
      ! unclosedBracket ( 2:11 ⟨(⟩
      """)
    checkReading(
      "f({a: {b: c,\n   d: e\n\nadd_x(g, h)\n", "f({a: {b: c, d: e}})\nadd_x(g, h)\n! unclosedBracket { 1:7 ⟨{⟩")
    checkReading("f({a: {b: c,\n'''\nd\n'''\n", "f({a: {b: c}})\nlist [items d]\n! unclosedBracket { 1:7 ⟨{⟩")
  }

  @Test func keywordsOnTheirOwnLinesAreNoStatements() {
    checkReading(
      "x = y.add_links(z,\nrole_name=\"to\",\n  stereotype_instances = uses)",
      "x = y.add_links(z, role_name=\"to\", stereotype_instances=uses)")
    checkReading(
      "x = f(a,\ny = CClass(force, \"Y\")", "x = f(a)\ny = CClass(force, \"Y\")\n! unclosedBracket ( 1:6 ⟨(⟩")
  }

  @Test func closersThatNothingOpens() {
    checkReading("a\n })\nb", "items a\nunexpected ⟨})⟩\nitems b\n! unexpectedCloser } 2:2 ⟨}⟩")
    checkReading("f(a))\nb", "f(a)\nitems b\n! unexpectedCloser ) 1:5 ⟨)⟩")
    checkReading(")\nb", "unexpected ⟨)⟩\nitems b\n! unexpectedCloser ) 1:1 ⟨)⟩")
  }

  @Test func bracketsNestedTooDeepAreNotFollowed() {
    let deep = String(repeating: "[", count: 100)
    let tree = parse(Array("x = \(deep)\n\ny = CClass(force, \"Y\")".utf8))
    #expect(tree.problems.map(\.kind) == [.nestingTooDeep])
    #expect(tree.topLevel.map { tree.nodes[$0].kind } == [.assignment, .assignment])
    let sound = String(repeating: "(", count: 100) + String(repeating: ")", count: 100)
    #expect(parse(Array("f\(sound)\na\n".utf8)).topLevel.map { $0 }.count == 2)
  }

  // MARK: - Separators

  @Test func missingCommasBetweenEntries() {
    checkReading(
      "f({a: {b: c}\n   d: e\n   g: h\n })", "f({a: {b: c}, d: e, g: h})\n! missingComma 1:13 ⟨⟩")
    checkReading("f({a: {b: c}\n  d: {e: g}\n })", "f({a: {b: c}, d: {e: g}})\n! missingComma 1:13 ⟨⟩")
    checkReading(
      "f({a: b c: d, \"e\": \"g\"\n \"h\": i})", "f({a: b, c: d, \"e\": \"g\", \"h\": i})\n! missingComma 1:8 ⟨⟩")
  }

  @Test func missingCommasBetweenArguments() {
    checkReading("f(a, b \"text\" role_name=\"to\")", "f(a, b, \"text\", role_name=\"to\")\n! missingComma 1:7 ⟨⟩")
  }

  @Test func aPointForAComma() {
    checkReading("add_x(d, o.\n   \"text\")\ny", "add_x(d, o, \"text\")\nitems y\n! wrongSeparator . 1:11 ⟨.⟩")
    checkReading("f(a; b)", "f(a, b)\n! wrongSeparator ; 1:4 ⟨;⟩")
  }

  @Test func aColonIsMissingOrWrong() {
    checkReading("f({a = {b: c}})", "f({a: {b: c}})\n! missingColon 1:6 ⟨=⟩")
    checkReading("f({a {b c}})", "f({a: {b: c}})\n! missingColon 1:5 ⟨⟩")
  }

  @Test func somethingIsMissing() {
    checkReading("x =\ny", "x = ∅\nitems y\n! missingExpression 1:4 ⟨⟩")
    checkReading("x = \\\n\ny = f(a)", "x = ∅\ny = f(a)\n! missingExpression 1:4 ⟨⟩")
    checkReading("f({a: , b: c})", "f({a: ∅, b: c})\n! missingExpression 1:6 ⟨⟩")
    checkReading("f({: c})", "f({∅: c})\n! missingExpression 1:4 ⟨⟩")
    checkReading("f(a,, b)", "f(a, b)\n! missingExpression 1:5 ⟨⟩")
  }

  // MARK: - Strings

  @Test func aLineBreakInAString() {
    checkReading(
      "s = CClass(source, \"s\", values={\n  \"url\": \"https://e.org/x\n\",\n  \"title\": \"T\"})\na",
      "s = CClass(source, \"s\", values={\"url\": \"https://e.org/x\n\", \"title\": \"T\"})\nitems a\n"
        + "! lineBreakInString \" 2:10 ⟨\"https://e.org/x\n\"⟩")
  }

  @Test func aStringWhoseQuotesDiffer() {
    checkReading(
      "x = CClass(force, \"Safe')\ny = CClass(force, \"Y\")",
      "x = CClass(force, \"Safe')\ny = CClass(force, \"Y\")\n! unclosedString \" 1:19 ⟨\"Safe'⟩")
    checkReading("f({\"a\": \"b,\n \"c\": d})", "f({\"a\": \"b, \"c\": d})\n! unclosedString \" 1:9 ⟨\"b⟩")
  }

  @Test func aQuoteTypedTwice() {
    checkReading(
      "f({\"a\": \"\"The next\",\n \"b\": c})\nd",
      "f({\"a\": \"\"The next\", \"b\": c})\nitems d\n! unexpectedText 1:10 ⟨\"⟩")
  }

  @Test func aQuoteInsideTheText() {
    checkReading(
      "f(a, 'It's here')\nb", "f(a, 'It's here')\nitems b\n! unexpectedText 1:9 ⟨'⟩")
    checkReading(
      "f(a, \"A \"big\" c\")\nd", "f(a, \"A \"big\" c\")\nitems d\n! unexpectedText 1:9 ⟨\"⟩")
  }

  @Test func typographicQuotes() {
    checkReading("x = CClass(force, “It’s”)\ny", "x = CClass(force, “It’s”)\nitems y\n! typographicQuote 1:19 ⟨“⟩")
    checkReading("f(‘It’s’, “a\")\ny", "f(‘It’s’, “a\")\nitems y\n! typographicQuote 1:3 ⟨‘⟩")
  }

  // MARK: - Brackets of a dictionary

  @Test(arguments: [
    "f({{a: {c: d}, b: {c: d}})", "f({{a: {c: d}, b: {c: d}}})", "f({{a: {c: d}, b: {c: d} })",
    "f({{{a: {c: d}, b: {c: d}}}})",
    "f({a: {c: d}, {b: {c: d}})", "f({a: {{c: d}, b: {c: d}})",
  ])
  func bracesThatStandTwiceAreOneProblem(_ text: String) throws {
    let tree = parse(Array((text + "\ng").utf8))
    #expect(tree.problems.map(\.kind) == [.unexpectedOpener(UInt8(ascii: "{"))])
    let second = try #require(tree.problems.first?.range.start)
    #expect(text.utf8.dropFirst(second).first == UInt8(ascii: "{"))
    #expect(tree.nodes.count { $0.kind == .entry } >= 4)
  }

  @Test func entriesInOtherBracketsAreADictionary() {
    checkReading("f([a: {c: d}, b: {c: d}])", "f({a: {c: d}, b: {c: d}})\n! wrongBracket [ for { 1:3 ⟨[⟩")
    checkReading("f({a: (c: d, e: g)})", "f({a: {c: d, e: g}})\n! wrongBracket ( for { 1:7 ⟨(⟩")
    checkReading("f((a: {c: d}))", "f({a: {c: d}})\n! wrongBracket ( for { 1:3 ⟨(⟩")
  }

  @Test func aPieceOfADictionaryMayEndInAComma() {
    checkReading("a: {b: c},\nd: {b: c}", "a: {b: c}\nd: {b: c}")
  }

  @Test func anImportThatIsNeverClosedEndsBeforeAStatement() {
    checkReading(
      "from a import (b,\nc = CClass(force, \"C\")",
      "import a, b\nc = CClass(force, \"C\")\n! unclosedBracket ( 1:15 ⟨(⟩")
    checkReading("from a import (b,\n    c)\nd", "import a, b, c\nitems d")
  }

  // MARK: - Statements

  @Test func somethingBehindAStatement() {
    checkReading(
      "x = CClass(pattern, \"x\") foo\ny", "x = CClass(pattern, \"x\")\nitems y\n! unexpectedText 1:26 ⟨foo⟩")
  }

  @Test func brokenNeighboursHaveOneProblemEach() {
    checkReading(
      "x = CClass(force, \"X\"\ny = CClass(force, \"Y}\nadd_x(a; b}\n\nz = CClass(\n",
      """
      x = CClass(force, "X")
      y = CClass(force, "Y)
      add_x(a, b)
      z = CClass()
      ! unclosedBracket ( 1:11 ⟨(⟩
      ! unclosedString " 2:19 ⟨"Y⟩
      ! wrongSeparator ; 3:8 ⟨;⟩
      ! unclosedBracket ( 5:11 ⟨(⟩
      """)
  }

  @Test func aProblemKnowsItsStatement() {
    let source = Array("a\nf({b: {c: d})\n  })\ne".utf8)
    #expect(parse(source).problems.map(\.statement) == [ByteRange(2, 20)])
  }

  @Test func aDamagedStatementIsMarked() {
    let tree = parse(Array("f({a: b)\ng(c)".utf8))
    #expect(
      tree.nodes.map { $0.isDamaged ? "\($0.kind)" : "" }.filter { !$0.isEmpty } == [
        "expressionStatement", "dictionary",
      ])
  }

  @Test func reservedWordsAndBadNumbersAreNoNames() {
    checkReading("f(a, class)", "f(a, class)\n! unexpectedText 1:6 ⟨class⟩")
    checkReading("f(3d_model, ?)", "f(3d_model, ∅)\n! unexpectedText 1:3 ⟨3d_model⟩")
  }
}
