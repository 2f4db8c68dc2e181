// Model files: where their blocks end, and what an edit reads again.

import SeedSyntax
import SeedTestSupport
import Testing

private func blocks(_ text: String) -> [String] {
  Document(text, format: .model).blocks.map { String(decoding: $0.block.text.bytes, as: UTF8.self) }
}

@Suite struct ModelBlockTests {
  @Test func aBlockIsAStatementAtTheMarginWithWhatIsIndentedBelowIt() {
    let parts = [
      "# Consolidated codes.\n\nfrom codeable_models import CClass\n", "import sys\n\n\n# Ours:\n",
      "cache = CClass(pattern,\n    \"Keep it near\")\n",
      "def helper(x):\n    if x:\n        return 1\n\n    return 2\n\n",
      "if __name__ == \"__main__\":\n    helper(1)\n", "else:\n  pass\n", "x = \\\n  1; y = 2",
    ]
    #expect(blocks(parts.joined()) == parts)
  }

  @Test func bracketsAndStringsHoldABlockTogether() {
    let parts = [
      "codes = [\na,\n\nb,\n]\n", "text = \"\"\"\nx = 1\n\ny = CClass(force)\n\"\"\"\n", "'''\nz = 2\n'''\n",
      "u = f(\na=1,\nb=2)\n",
      "v = 'a\\\nb'\n", "w = {\n\"k\": 1,\n}\n",
    ]
    #expect(blocks(parts.joined()) == parts)
  }

  @Test func aBracketThatIsLeftOpenCostsOneStatement() {
    #expect(blocks("a = CClass(pattern, \"A\"\nb = CClass(force, \"B\")\n").count == 2)
    #expect(blocks("s1_codes = [a, b\ns2_codes = [c]\n").count == 2)
    #expect(blocks("add_links({s1: [a, b})\nadd_links({s2: [c]})\nimport sys\n").count == 3)
    #expect(blocks("f(a\nimport sys\n").count == 2)
  }

  @Test func inSoundPythonTheBlocksTogetherAreTheFile() {
    for text in [modelFile, modelFile.replacing("\n", with: "\r\n")] {
      let whole = Array(text.utf8).withUnsafeBufferPointer { NotationTree.parse($0, dialect: .modelFile) }
      var kinds: [NodeKind] = []
      var ranges: [ByteRange] = []
      for place in Document(text, format: .model).blocks {
        guard let (tree, start) = place.block.notation else { continue }
        kinds += tree.nodes.map(\.kind)
        ranges += tree.nodes.map { $0.range.shifted(by: place.start + start) }
      }
      #expect(kinds == whole.nodes.map(\.kind))
      #expect(ranges == whole.nodes.map(\.range))
      #expect(whole.problems.isEmpty)
    }
  }

  @Test func aFileIsAModelByWhatItsStatementsSay() {
    func isSeed(_ text: String) -> Bool { Document(text, format: .model).isSeed }
    #expect(isSeed("from codeable_models import CClass\n"))
    #expect(isSeed("import os, codeable_models.kernel\n"))
    #expect(isSeed("import os\n\ncache = CClass(pattern, \"Cache\")\n"))
    #expect(isSeed("x = y = codeable_models.CClass(pattern)\n"))
    #expect(!isSeed("# codeable_models and CClass( in a comment\ntext = \"cache = CClass(pattern)\"\n"))
    #expect(!isSeed("import codeable_models_helper\n"))
    #expect(!isSeed("def f():\n  x = CClass(pattern)\n"))
    #expect(!isSeed(""))
  }

  @Test func mostPythonIsPassedOverBeforeItIsRead() {
    func mayBeSeed(_ text: String, _ format: DocumentFormat = .model) -> Bool {
      Array(text.utf8).withUnsafeBufferPointer { format.mayBeSeed($0) }
    }
    #expect(!mayBeSeed("import os\nclass Cache:\n  pass\n"))
    #expect(mayBeSeed("from codeable_models import *"))
    #expect(mayBeSeed("x = CClass(y)"))
    #expect(mayBeSeed("", .note))
  }

  @Test(arguments: [("a/b/model.py", DocumentFormat.model), ("MODEL.PY", .model), ("s_4.md", .note), ("py", .note)])
  func theNameOfAFileTellsItsFormat(_ name: String, _ format: DocumentFormat) {
    #expect(DocumentFormat(fileName: name) == format)
  }

  @Test(arguments: 0..<8) func randomEditsGiveWhatParsingGives(_ part: Int) throws {
    let long = String(repeating: modelFile, count: 12)
    let texts = [modelFile, modelFile.replacing("\n", with: "\r\n"), modelFile.replacing("\n", with: "\r"), long]
    try checkRandomEdits(
      texts.map { Array($0.utf8) }, pieces: pieces, format: .model, count: stepCount(4000) / 8, seed: UInt64(part) + 41)
  }

  @Test func anEditInALongModelLeavesTheOtherPagesAlone() {
    var document = Document(String(repeating: modelFile, count: 100), format: .model)
    let pageCount = document.pages.count
    #expect(pageCount > 8)
    let change = document.replace(ByteRange(at: document.count / 2), with: Array("x".utf8))
    #expect(change.removed.count <= 2)
    #expect(abs(document.pages.count - pageCount) <= 1)
  }
}

/// Pieces that change how the text around them is read.
private let pieces = [
  "\n", "\r", "\r\n", "\n\n", "\\\n", "\"\"\"", "'''", "\n'''\n", "\"", "'", "f\"", "(", ")", "[", "]", "{", "}", ",",
  ":",
  "=", " ", "\n    ", "#", "# x\n", "\nx = ", "\ncache = CClass(", "\nadd_links({", "\nimport os\n",
  "\ndef f():\n  pass\n",
  "@", "x", "é", "😀", ";", ".", "\u{FEFF}", "from ", " as ", "s4_codes", "\n)\n",
]

/// Python of all sorts, sound.
private let modelFile = #"""
  #!/usr/bin/env python3
  """A model.

  cache = CClass(pattern, "not this one")
  """
  from __future__ import annotations

  from codeable_models import CClass, add_links as link
  from metamodels.guidance_metamodel import (
      pattern, force,  # kinds
      decision,
  )
  import os, sys
  from notes import *

  names: list[str] = []

  cache = CClass(pattern, "Café 😀")
  latency = CClass(
      force,
      "Latency",
  )
  store_decision = CClass(decision, f"Where {names!r} {'a' + "b"}?")

  @decorated(cache)
  class Helper(Base):
      """It's documentation."""

      value: int = 3

      def method(self, *args, key=None, **rest) -> None:
          with open("f") as file:
              for line in file:
                  if line: continue
                  else:
                      return [x for x in line if x]


  async def other():
      try:
          await x
      except (A, B) as error:
          raise error
      finally:
          pass

  match names:
      case []:
          pass
  while True: break
  for code in [cache, latency]:
      print(code)
  x, y = 1, 2
  x += 1
  add_links({cache: latency}, role_name="to",
            stereotype_instances=uses)
  cache_uses_store = \
      cache.add_links(store_decision, role_name="to")[0]
  s4_codes = [
      cache,

      latency,
  ]
  add_links({s4: s4_codes}, role_name="contained_code")
  lambda_value = (lambda a, *b: a)(1)
  text = '''
  cache = 1
  ''' + "a" \
      "b"
  if __name__ == "__main__": sys.exit(os.EX_OK)

  """#
