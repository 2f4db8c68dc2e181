// Python that CPython accepts (3.12 where strings in f-strings nest): nothing in it is called a problem, whatever the notation has no use for.

import SeedSyntax
import Testing

@Suite struct NotationPythonTests {
  /// Statements of Python's grammar, one form each; every one is accepted by `ast.parse`.
  static let statements = [
    "x = -1 + +2 * ~3 ** 4 // 5 % 6 @ a",
    "x = a and b or not c",
    "x = a < b <= c != d == e is not f not in g",
    "x = a if b else c",
    "x = a if b else (c if d else e)",
    "x = lambda: 0",
    "x = lambda a, b=1, *c, d={1: 2}, **e: a + b",
    "x = [a for b in c if d for e in f]",
    "x = {a: b for a, b in c.items()}",
    "x = {a for a in b}",
    "x = (a for a in b)",
    "f(a for a in b)",
    "x = [*a, *b]",
    "x = {**a, 'b': c}",
    "f(*a, **b)",
    "f(a, *b, c)",
    "x = a[1:2, ::3, ..., :]",
    "x = a[:-1][b:]",
    "x = ()",
    "x = (a,)",
    "x = [],",
    "a, b = b, a",
    "a, = b",
    "a, *b = c",
    "(a, b), c = d",
    "[a, b] = c",
    "x: int",
    "x: dict[str, list[int]] = {}",
    "x.y: int = 1",
    "x += 1",
    "x @= a",
    "x >>= 1; y **= 2",
    "x = yield",
    "x = yield a, b",
    "x = await a",
    "x = (y := 1)",
    "x = 0x1F + 0b1 + 0o7 + 1_000 + 1.5e-3 + .5 + 5. + 2j + 1E5",
    "x = 'a' 'b' \"c\"",
    "x = ('a'\n  'b'\n\n  'c')",
    "x = f'{a!r:>{b}}' f\"{c['d']}\"",
    "x = f\"{a[\"b\"]}\"",
    "x = rb'\\\\' + Br\"\\\"\" + u'a'",
    "x = '%s' % (a,)",
    "x = a \\\n  + b",
    "x = {'a':\n  1,\n'b':\n  2}",
    "f(\n)",
    "f(a,\nb=c,\nd\n=e)",
    "x = f(a\n)(b\n)[c\n].d",
    "x = a.b.c(d)[e](f).g",
    "x = (a\n  .b()\n  .c())",
    "x = [\n  add_x(a),\n  add_x(b),\n]",
    "x = f(a, '''b\nc''')",
    "x = f(\n  '''b'''\n  '''c''',\n)",
    "import a.b as c, d",
    "from . import a",
    "from ...a.b import (c as d,\n  e,)",
    "from a import *",
    "...",
    "None",
    "pass; x = 1",
    "assert a, b",
    "del a, b[c]",
    "raise A from b",
    "global a",
    "if a: b = 1",
    "if (a and\n  b): c = 1",
    "if a:\n  b\nelif c:\n  d\nelse:\n  e",
    "for a, b in c:\n  d\nelse:\n  e",
    "while a: b",
    "with a as b, \\\n  c as d:\n  e",
    "try:\n  a\nexcept (B, C) as d:\n  e\nfinally:\n  f",
    "async def f():\n  async with a: await b\n  async for c in d: e",
    "@a.b(c)\ndef f(d: int = 1, *, e) -> str:\n  '''Text, isn't it?'''\n  return [\n]\n\n  # comment\n  x",
    "class A(B, c=D):\n  e: int = 1\n\n  def f(self): ...",
    "print(a, file=b)",
    "a if b else c",
    "not a",
    "-a",
    "a == b",
    "'text'.join(a)",
    "[a.b for a in c]",
    "x = {\n  'a': 1, # comment\n  # 'b': 2,\n}",
  ]

  @Test(arguments: statements)
  func soundPythonHasNoProblem(_ statement: String) {
    checkSound(statement)
    checkSound(statement, dialect: .modelFile)
    checkSound("\(statement)\nx = CClass(force, \"X\")\n")
    checkSound(statement.replacing("\n", with: "\r\n"))
  }

  @Test func theStatementAfterPythonIsIntact() {
    for statement in Self.statements {
      let source = Array("\(statement)\nlast = CClass(force, \"Last\")\n".utf8)
      for dialect in [NotationDialect.codingBlock, .modelFile] {
        let lines = NotationReading(tree: parse(source, dialect), source: source).lines
        #expect(lines.last == "last = CClass(force, \"Last\")", "after \(statement)")
      }
    }
  }
}
