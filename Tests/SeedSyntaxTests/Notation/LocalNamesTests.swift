// Which names Python gives a meaning of their own, where they stand.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct LocalNamesTests {
  /// Statements of Python; in `⟦…⟧` what is local there, everything else isn't.
  @Test(arguments: [
    // Parameters of lambdas, not their defaults, and no further than the lambda.
    "key = lambda ⟦milk⟧: ⟦milk⟧.name + tea",
    "key = lambda ⟦a⟧, ⟦b⟧=milk, *⟦c⟧, **⟦d⟧: (⟦a⟧, ⟦b⟧, ⟦c⟧, ⟦d⟧)",
    "f(lambda ⟦tea⟧: ⟦tea⟧, tea)",
    "f(key=lambda ⟦tea⟧: g(⟦tea⟧, ⟦tea⟧), tea=tea)",
    "x = [lambda ⟦a⟧: lambda ⟦b⟧: ⟦a⟧ + ⟦b⟧, a, b]",
    "x = lambda ⟦tea⟧: ⟦tea⟧\ntea = CClass(practice, 'Tea')",
    // Variables of comprehensions; what the first one goes through is read outside.
    "names = [⟦tea⟧ for ⟦tea⟧ in [tea, milk] if ⟦tea⟧]",
    "both = {⟦k⟧: f(⟦v⟧) for ⟦k⟧, ⟦v⟧ in k.items()}",
    "f(⟦a⟧ for (⟦a⟧, [⟦b⟧, *⟦c⟧]) in a)",
    "x = [⟦a⟧ + ⟦b⟧ for ⟦a⟧ in b for ⟦b⟧ in ⟦a⟧]; a",
    "x = [[⟦a⟧ for ⟦a⟧ in ⟦b⟧] for ⟦b⟧ in a]",
    "x = [⟦i⟧ async for ⟦i⟧ in i]",
    "add_links({⟦o⟧: milk for ⟦o⟧ in (tea, o)})",
    "x = [a[⟦b⟧].c for ⟦b⟧ in d]",
    // Assignments in expressions.
    "x = milk if (⟦n⟧ := len(tea)) > 1 else ⟦n⟧",
    // Functions: parameters, and what is assigned, imported and gone through in them.
    "def brew(⟦tea⟧, ⟦cup⟧=milk, *⟦rest⟧, ⟦a⟧: jar = tea):\n    return ⟦tea⟧ + ⟦cup⟧ + sugar\nx = tea",
    "def brew():\n    ⟦milk⟧ = tea\n    ⟦a⟧, (⟦b⟧, ⟦c⟧) = ⟦milk⟧, tea\n    ⟦n⟧ += 1\n    tea.size = ⟦milk⟧\nmilk",
    "def brew():\n    global milk\n    milk = tea\n",
    "def brew():\n    for ⟦jar⟧ in milk: ⟦jar⟧.fill()\n    return ⟦jar⟧\n",
    "def brew():\n    from kitchen import ⟦boil⟧, stir as ⟦mix⟧\n    return ⟦boil⟧, stir, ⟦mix⟧\n",
    "def brew():\n    def ⟦pour⟧(⟦tea⟧): return ⟦tea⟧ + ⟦milk⟧\n    ⟦milk⟧ = tea\n",
    "async def brew(⟦tea⟧):\n    async for ⟦x⟧ in milk: pass\n    return ⟦tea⟧\n",
    "class Pot(tea):\n    ⟦milk⟧ = 1\n    def ⟦fill⟧(⟦self⟧): return ⟦self⟧\nmilk",
    // Loops and blocks outside of functions.
    "for ⟦jar⟧ in [tea, jar]:\n    ⟦jar⟧.add_links(milk)\njar",
    "for (⟦a⟧, ⟦b⟧) in a:\n    ⟦b⟧",
    "with open(path) as ⟦fh⟧, lock as ⟦l⟧:\n    ⟦fh⟧.read(⟦l⟧, path)\nfh",
    "try:\n    tea\nexcept Error as ⟦err⟧:\n    print(⟦err⟧)",
    "if tea:\n    milk = tea",
    // Formatted strings.
    "x = [f\"{⟦a⟧}\" for ⟦a⟧ in a]",
  ])
  func whatPythonBindsIsLocal(_ marked: String) {
    #expect(render(marked.removing("⟦", "⟧")) == marked)
  }

  /// Every word of a text, those in brackets that are local.
  private func render(_ text: String) -> String {
    let bytes = Array(text.utf8)
    let locals = bytes.withUnsafeBufferPointer { LocalNames(of: .parse($0, dialect: .modelFile), in: $0) }
    var rendered: [UInt8] = []
    var offset = 0
    while offset < bytes.count {
      let word = bytes[offset...].prefix { $0.isIdentifierByte }
      guard !word.isEmpty else {
        rendered.append(bytes[offset])
        offset += 1
        continue
      }
      let isLocal = bytes.withUnsafeBufferPointer {
        locals.contains(ByteRange(offset, offset + word.count), in: $0)
      }
      rendered += isLocal ? "⟦".utf8 + Array(word) + "⟧".utf8 : Array(word)
      offset += word.count
    }
    return String(decoding: rendered, as: UTF8.self)
  }

  @Test func anyTokensAreReadAndOnlyWordsThatBindMakeNamesLocal() {
    let binding = ["lambda ", "for ", "def ", "class ", " as ", ":=", "import "]
    let others = [
      "in ", "if ", "global ", "with ", "async ", ":", "=", ",", ".", "*", "(", ")", "[", "]", "{", "}", "\n", "\n  ",
      "\n    ", "'''", "f\"{a}\"", "a ", "b ", "#", "\\\n",
    ]
    var random = SeededGenerator(seed: 14)
    for step in 0..<stepCount(4_000) {
      let tokens = step.isMultiple(of: 2) ? others : binding + others
      let text = (0..<Int.random(in: 1...40, using: &random)).map { _ in tokens.randomElement(using: &random) ?? "" }
      for dialect in [NotationDialect.codingBlock, .modelFile] {
        Array(text.joined().utf8).withUnsafeBufferPointer { bytes in
          let locals = LocalNames(of: .parse(bytes, dialect: dialect), in: bytes)
          #expect(locals.isEmpty || binding.contains { text.joined().contains($0) }, "\(text)")
        }
      }
    }
  }

  @Test(arguments: ["lambda a: ", "(", "[a for a in ", "def a(\n", "for a in b:\n ", "if a:\n", "f(lambda a: a); "])
  func whatIsNestedDeepTakesLinearTime(_ text: String) {
    expectLinearTime { count in
      let bytes = Array(("x = 1\n" + String(repeating: text, count: count) + "a").utf8)
      return bytes.withUnsafeBufferPointer { LocalNames(of: .parse($0), in: $0).isEmpty }
    }
  }
}

extension String {
  fileprivate func removing(_ marks: String...) -> String {
    marks.reduce(self) { text, mark in text.split(separator: mark, omittingEmptySubsequences: false).joined() }
  }
}
