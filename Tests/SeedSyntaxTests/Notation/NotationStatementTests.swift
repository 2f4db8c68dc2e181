// The statement forms of sound notes, and how they are read.

import SeedSyntax
import Testing

@Suite struct NotationStatementTests {
  @Test func aCodeIsDefinedByACall() {
    checkReading("wind = CClass(force, \"Wind\")", "wind = CClass(force, \"Wind\")")
    checkReading("wind =  CClass( force ,\n   'Wind' )", "wind = CClass(force, 'Wind')")
    checkReading(
      "wind= CClass(practice, \"Wind\", superclasses=air)", "wind = CClass(practice, \"Wind\", superclasses=air)")
  }

  @Test func aSourceHasAttributes() {
    checkReading(
      """
      s7 = CClass(source, "s7", values={
          "title": "Sails", "url": "https://e.org/#a",
          "example": False,
            "source code": True})
      """,
      """
      s7 = CClass(source, "s7", values={"title": "Sails", "url": "https://e.org/#a", "example": False, "source code": True})
      """)
  }

  @Test func linksAreCalls() {
    checkReading(
      "add_decision_option_link(rig_decision,sloop, \"One mast\")",
      "add_decision_option_link(rig_decision, sloop, \"One mast\")")
    checkReading(
      """
      a_uses_b = \\
          a.add_links(b, role_name="to", stereotype_instances=uses)[0]
      add_links({s7: [a, b,]}, role_name="contained_code")
      how = add_stereotyped_link_with_how_tagged_value(a, b, variant, "text")
      """,
      """
      a_uses_b = a.add_links(b, role_name="to", stereotype_instances=uses)[0]
      add_links({s7: [a, b]}, role_name="contained_code")
      how = add_stereotyped_link_with_how_tagged_value(a, b, variant, "text")
      """)
  }

  @Test func forcesAreNestedDictionaries() {
    checkReading(
      """
      add_force_relations({sloop: {speed:positive,
                                   comfort: negative},
               ketch : {comfort: positive,},
          })
      """,
      "add_force_relations({sloop: {speed: positive, comfort: negative}, ketch: {comfort: positive}})")
  }

  @Test func forcesWithoutACallAreAnAnnotation() {
    checkReading("sloop: {speed: positive,\n  comfort: negative}", "sloop: {speed: positive, comfort: negative}")
    checkReading("count: int = 3", "count: int = 3")
  }

  @Test func anEllipsisInADictionaryNeedsNoComma() {
    checkReading("f({... a: {... b: c}, ...})", "f({..., a: {..., b: c}, ...})")
    checkReading("f({...\n  a: b})", "f({..., a: b})")
  }

  @Test func stringsAreJoinedByAdjacencyAndByPlus() {
    checkReading("x = CClass(force, \"a\" 'b'\n  \"c\")", "x = CClass(force, <\"a\" 'b' \"c\">)")
    checkReading("x = CClass(force, \"a\" + \"b\" + \"c\")", "x = CClass(force, <\"a\" \"b\" \"c\">)")
  }

  @Test func stringsHavePrefixesEscapesAndThreeQuotes() {
    checkReading(#"f(r"\d", b'\'', Rb"x", "\\", "", '')"#, #"f(r"\d", b'\'', Rb"x", "\\", "", '')"#)
    checkReading("f(\"\"\"a\n\"b\" \"\"\", '''c''')", "f(\"\"\"a\n\"b\" \"\"\", '''c''')")
    checkReading("f(\"a\\\nb\")", "f(\"a\\\nb\")")
    checkReading("f(f\"{x[\"a\"]:>{w}} {{\")", "f(f\"{x[\"a\"]:>{w}} {{\")")
  }

  @Test func aTrailingCommaAfterAStatementMeansNothing() {
    checkReading("x = CClass(force, \"X\"),\nf(a),", "x = CClass(force, \"X\")\nf(a)")
  }

  @Test func assignmentsNest() {
    checkReading("a = b = c", "a = b = c")
    checkReading("a, = b", "a = b")
    checkReading("a.b = c[0]; d = (e, f)", "a.b = c[0]\nd = (e, f)")
    checkReading("a = b, c", "a = (b, c)")
  }

  @Test func indentationMeansNothingInANote() {
    checkReading(
      "     a = CClass(force, \"A\")\n    b\n\tc = CClass(force, \"C\")\n",
      "a = CClass(force, \"A\")\nitems b\nc = CClass(force, \"C\")")
  }

  @Test func commentsAreKeptApart() throws {
    let source = Array("# one\na = f(b, # two\n  c)#three".utf8)
    let tree = parse(source)
    #expect(
      tree.comments.map { String(decoding: source[$0.start..<$0.end], as: UTF8.self) } == ["# one", "# two", "#three"])
    #expect(NotationReading(tree: tree, source: source).lines == ["a = f(b, c)"])
  }

  @Test func everyLineEndCounts() {
    for end in ["\n", "\r\n", "\r"] {
      let source = Array("a = \\\(end)  f(b,\(end)c)\(end)'''\(end)d,\(end)e\(end)'''\(end)".utf8)
      #expect(NotationReading(tree: parse(source), source: source).lines == ["a = f(b, c)", "list [items d, e]"])
    }
  }

  @Test func otherSeparatorsEndNoLine() {
    checkReading("f(a,\u{0B} b,\u{0C}c,\u{2028} d,\u{A0}e)", "f(a, b, c, d, e)")
  }

  @Test func identifiersMayHaveAnyLetters() {
    checkReading("größe = CClass(force, \"Größe\")\nпарус, 帆", "größe = CClass(force, \"Größe\")\nitems парус, 帆")
  }

  @Test func anArgumentMayBeCalledFrom() {
    checkReading("f(from=a, to=b)\nf(to=b,\nfrom = a)\nc", "f(from=a, to=b)\nf(to=b, from=a)\nitems c")
    checkReading("f(a,\nfrom b import c", "f(a)\nimport b, c\n! unclosedBracket ( 1:2 ⟨(⟩")
    checkReading("f(from == a)", "f(<from a>)\n! unexpectedText 1:3 ⟨from⟩")
  }

  @Test func importsNameAModuleAndWhatIsTaken() {
    checkReading("import a.b", "import a.b")
    checkReading("from a.b import c, d as e", "import a.b, c, d, e")
    checkReading("from .m import (c,\n  d)\nfrom a import *", "import .m, c, d\nimport a, *")
    checkReading("import a as b, c", "import a, b, c")
  }

  @Test func otherPythonIsKeptWithItsBody() {
    checkReading(
      "def f(a,\n  b):\n    '''text'''\n\n    return {\n}\nx = f(1, 2)",
      "opaque ⟨def f(a,\n  b):\n    '''text'''\n\n    return {\n}⟩\nx = f(1, 2)")
    checkReading("@d\nclass A:\n  x = 1\ny", "opaque ⟨@d⟩\nopaque ⟨class A:\n  x = 1⟩\nitems y")
    checkReading("for a in b:\n  c\nreturn x\npass", "opaque ⟨for a in b:\n  c⟩\nopaque ⟨return x⟩\nopaque ⟨pass⟩")
  }

  @Test func aModelFileHasDocumentationAndLists() {
    checkReading(
      "'''About, it's'''\nfrom m import *\ns4_codes = [a, b,\n  c]\nif x:\n  y = (\n1)\nz", dialect: .modelFile,
      "'''About, it's'''\nimport m, *\ns4_codes = [a, b, c]\nopaque ⟨if x:\n  y = (\n1)⟩\nz")
    checkReading(
      "a, b = 1, 2\nmatch x:\n  case 1: pass\n", dialect: .modelFile,
      "(a, b) = (1, 2)\nopaque ⟨match x:\n  case 1: pass⟩")
  }

  @Test func nothingIsAnEmptyTree() {
    checkReading("", "")
    checkReading(" \n # only a comment\n", "")
    #expect(NotationTree.parse(UnsafeBufferPointer(start: nil, count: 0)).nodes.isEmpty)
  }

  @Test func aByteOrderMarkIsNoPartOfAName() {
    checkReading("\u{FEFF}a = f(b)", "a = f(b)")
  }
}
