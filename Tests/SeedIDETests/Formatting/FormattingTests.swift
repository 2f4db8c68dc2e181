// What formatting changes in a coding block, and what it leaves alone.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct FormattingTests {
  /// Checks the block after formatting, and that formatting it again changes nothing.
  private func check(_ block: String, _ expected: String, _ location: SourceLocation = #_sourceLocation) {
    let opening = "# s\n4\n\n# coding\n\n> a ,b\n\n**AXIAL CODING TRACE:**\n\nadded:\n``` python\n"
    for (text, wanted) in [(block, expected), (expected, expected)] {
      let fixture = Fixture(opening + text + "\n```\n")
      let edit = fixture.snapshot(of: fixture.files[0]).formatting()
      #expect(String(decoding: edit.result, as: UTF8.self) == opening + wanted + "\n```\n", sourceLocation: location)
    }
  }

  private func checkUnchanged(_ block: String, _ location: SourceLocation = #_sourceLocation) {
    check(block, block, location)
  }

  @Test(arguments: [
    "x = y if STRING else z", "x = lambda a: STRING", "x = a and STRING", "x = not STRING", "x = [i for i in STRING]",
    "x = f(STRING % a)", "x = (STRING)", "x[STRING] = 1", "x = f(a)[STRING]", "x = a == STRING", "x = {STRING}",
    "x = {**STRING}", "x = *STRING, a", "x: STRING = 3", "x = f(*STRING)", "x = await STRING",
    "x = a[STRING:STRING]", "x = fSTRING", "x = rbSTRING", "x = a + STRING STRING", "x = f(a=STRING if b else STRING)",
    "x = -STRING", "x = a.b(STRING).c(STRING)", "x = (yield STRING)", "x = {a: STRING, STRING: b}", "x := STRING",
    "add_links({a: b}, STRING, # c\nrole_name=STRING)", "x = y = STRING", "x += STRING", "x = STRING ; y = STRING",
    "x = f(STRING\n    STRING)", "return STRING", "assert a, STRING", "print STRING",
    "x = a STRING b", "x = ...STRING", "x = 1STRING", "@STRING", "if STRING: x = STRING", "for a in STRING: b",
    "del STRING", "x = `STRING`", "x = \\\nSTRING", "x = {a: {STRING: b}}[STRING]", "x = f(lambda a=STRING: STRING)",
    "é = STRING", "x = é(STRING)", "x: {STRING: a}", "x: {a: STRING}", "x = f(a :=STRING)", "x = f(a)STRING",
  ])
  func stringsStay(_ form: String) {
    for string in [#""a  ,b( c )= {d :e }""#, "'a  ,b( c )= {d :e }  '", "\"\"\"a  ,b( c )\n  = {d :e }  \n\"\"\""] {
      let code = form.replacing("STRING", with: string)
      let fixture = Fixture("**AXIAL CODING TRACE:**\n\nadded:\n``` python\n\(code)\n```\n")
      let result = String(decoding: fixture.snapshot(of: fixture.files[0]).formatting().result, as: UTF8.self)
      #expect(result.ranges(of: string).count == form.ranges(of: "STRING").count, "\(result)")
    }
  }

  // MARK: - Calls and assignments

  @Test func commasAreFollowedByOneBlankAndNoneComesBefore() {
    check("add_decision_option_link(d ,o,\"a ,b\")", "add_decision_option_link(d, o, \"a ,b\")")
    check("x = CClass(force,   'a ,b' )", "x = CClass(force, 'a ,b')")
    check("add_links({a: [b ,c,d , ]})", "add_links({a: [b, c, d,]})")
  }

  @Test func bracketsHoldTheirContentClosely() {
    check("add_links( { a: [ b ] } )", "add_links({a: [b]})")
    check("x = CClass (force, \"X\")", "x = CClass(force, \"X\")")
  }

  @Test func signsOfAssignmentsStandFree() {
    check("x=CClass(force, \"X\")", "x = CClass(force, \"X\")")
    check("x =  CClass(force, \"X\")", "x = CClass(force, \"X\")")
    check("x= \\\n    a.add_links(b, role_name = \"to\")[0]", "x = \\\n    a.add_links(b, role_name=\"to\")[0]")
  }

  @Test func alignedAssignmentsStayAligned() {
    checkUnchanged("a    = CClass(force, \"A\")\nlong = CClass(force, \"B\")")
  }

  @Test func blanksAtTheEndsOfLinesGo() {
    check(
      "x = CClass(force,   \n    \"X\")  \nadd_links({a: b}, \t\n  role_name=\"to\")\t",
      "x = CClass(force,\n    \"X\")\nadd_links({a: b},\n  role_name=\"to\")")
    check(
      "x = CClass(force, \"X\") \r\ny = CClass(force,\"Y\")\t\r",
      "x = CClass(force, \"X\")\r\ny = CClass(force, \"Y\")\r")
  }

  // MARK: - Dictionaries

  @Test func aDictionaryOnOneLineIsTight() {
    check(
      "add_force_relations({a :{speed:positive ,cost :  negative}})",
      "add_force_relations({a: {speed: positive, cost: negative}})")
  }

  @Test func theColumnsOfATallDictionaryStay() {
    check(
      "add_force_relations({a: {speed  : positive,\n                         cost   :   negative,\n                         trust:neutral}})",
      "add_force_relations({a: {speed  : positive,\n                         cost   :   negative,\n                         trust: neutral}})"
    )
  }

  // MARK: - Lists

  @Test func separatorsOfAListAreTidied() {
    check("'''\n    a ,b,   c\n    d ,\n'''", "'''\n    a, b, c\n    d,\n'''")
    check("'''a ,b'''", "'''a, b'''")
    check("a ,b\nc ,", "a, b\nc,")
  }

  @Test func itemsStandBelowTheFirst() {
    check("'''\n    a,\n     b,\n\n  c # note  \n'''", "'''\n    a,\n    b,\n\n    c # note  \n'''")
    checkUnchanged("'''a,\n   b,\n c'''")
    checkUnchanged("    a\n     b")
  }

  @Test func noCommaIsAdded() {
    checkUnchanged("'''\n    a\n    b,\n    c\n'''")
    checkUnchanged("a\nb")
  }

  // MARK: - What stays

  @Test func brokenStatementsStay() {
    check(
      "add_force_relations({a:{b :c})\nx=CClass(force, \"X\")",
      "add_force_relations({a:{b :c})\nx = CClass(force, \"X\")")
    check("input  ports ,b", "input  ports, b")
    checkUnchanged("x = CClass(force ,\"Secure DP')")
  }

  @Test func commentsAndStringsStay() {
    checkUnchanged("a  # b ,c  \n# d ,e  \nx = CClass(force,  # why  \n    \"“é” ,😀  {a :b }\")")
    check("x = CClass(force, \"a\"  \"b ,c\" ,)", "x = CClass(force, \"a\"  \"b ,c\",)")
  }

  @Test func otherPythonStays() {
    checkUnchanged("def f( a ,b ):\n    return a==b")
    checkUnchanged("import a ,b")
    checkUnchanged("x = a==b")
  }

  @Test func quotationsProseAndListingsStay() {
    for note in [
      "> a ,b\n\n**OPEN CODING TRACE:**\n\nFamiliar options: a ,b  \n", "> x\n\n``` python\nf( a ,b )\n```\n",
      "**AXIAL CODING TRACE:**\n\nadd_links({a :b})  \n",
    ] {
      let fixture = Fixture(note)
      #expect(fixture.snapshot(of: fixture.files[0]).formatting().edits.isEmpty)
    }
  }

  // MARK: - Ranges

  @Test func onlyTheLinesOfARangeAreFormatted() {
    let fixture = Fixture("``` python\nadd_links({a :b})\nadd_links({⟦c⟧ :d})\nadd_links({e :f})\n```\n")
    let file = fixture.files[0]
    let edit = fixture.snapshot(of: file).formatting(in: file.marks.first)
    #expect(
      String(decoding: edit.result, as: UTF8.self)
        == "``` python\nadd_links({a :b})\nadd_links({c: d})\nadd_links({e :f})\n```\n")
  }

  @Test func noMoreThanBlanksIsReplaced() {
    let fixture = Fixture("``` python\nadd_links({a :b ,c:d})\n```\n")
    let file = fixture.files[0]
    let edits = fixture.snapshot(of: file).formatting().edits
    #expect(edits.map { file.document.string(in: $0.range) } == [" ", "", " ", "", ""])
    #expect(edits.map(\.newText) == ["", " ", "", " ", " "])
  }
}
