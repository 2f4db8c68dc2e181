// What holds for any bytes: a well-shaped tree, in linear time.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct NotationInvariantTests {
  static let notes = [
    """
        '''
          wind, waves,
          tide
        '''

        wind = CClass(force, "Wind")
        add_force_relations({sloop: {wind: positive,
                                     waves: negative},
                             ketch: {...}
                        })
        sloop_uses_mast = \\
            sloop.add_links(mast, role_name="to", stereotype_instances=uses)[0]
    """,
    """
    s7 = CClass(source, "s7", values={
        "title": "Sails \\" and 'ropes'", "url": f"https://{host["a"]}/",
        "example": False})  # comment
    ketch: {comfort: very positive}
    input ports, größe
    - a
    '''b''
    """,
    """
    from m import (a, b as c)
    import d.e
    @f
    def g(h):
      '''Text'''
      return [
    ]
    x = [i for i in (1, 2.5e-3) if not i in j or lambda k, l=1: k]
    y: int = z[1:2, ...](**w).v; u += “t”
    match x:
      case 1: pass
    """,
  ]

  static let pieces = [
    "'''", "\"\"\"", "''", "\"", "'", "(", ")", "{", "}", "[", "]", ",", "=", ":", ".", "...", "\\\n", "\n", "\r\n",
    "\r",
    " ", "#", "“", "’", "x = CClass(", "add_x(", "def f():", "import a", "from . import (", "lambda x:", "f\"{", "not ",
    "in ", "*", "**", "-", "@a", ";", "match x:", "if a:", "\u{A0}", "\0", "é", "0x1", "1e", "yield", "async ",
    "for x in",
    "{(", "+=", "a ", "\u{FEFF}", "\u{0B}",
  ]

  @Test func randomDamageGivesAWellShapedTree() {
    var random = SystemRandomNumberGenerator()
    let seed = UInt64.random(in: 1...UInt64.max, using: &random)
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<3000 {
      var bytes = Array(Self.notes[Int.random(in: 0..<Self.notes.count, using: &generator)].utf8)
      for _ in 0..<Int.random(in: 1...8, using: &generator) { damage(&bytes, &generator) }
      checkShape(bytes, "seed \(seed)")
    }
  }

  @Test func aBraceThatStandsTwiceBeforeNothingGivesAWellShapedTree() {
    for rest in [")", "]", "}", "", ",", ", b: c})", "\n  )", "\n  ]}\nx = a", "{", "'''"] {
      for text in ["f({a: b,\n {", "f({a: b, {{", "f({{", "f({a: b,{\n  "] {
        checkShape(Array((text + rest).utf8), rest)
      }
    }
  }

  @Test func randomBytesGiveAWellShapedTree() {
    var generator = SeededGenerator(seed: 4711)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      checkShape(bytes, "seed 4711")
    }
  }

  @Test func everyBeginningOfANoteGivesAWellShapedTree() {
    for note in Self.notes {
      let bytes = Array(note.utf8)
      for count in 0...bytes.count { checkShape(Array(bytes[..<count]), "first \(count) bytes") }
    }
  }

  @Test func lineEndsChangeNothingButOffsets() {
    for note in Self.notes {
      let plain = Array(note.utf8)
      let paired = Array(note.replacing("\n", with: "\r\n").utf8)
      let tree = parse(plain)
      let other = parse(paired)
      #expect(tree.nodes.map(\.kind) == other.nodes.map(\.kind))
      #expect(tree.nodes.map(\.subtreeEnd) == other.nodes.map(\.subtreeEnd))
      #expect(tree.problems.map(\.kind) == other.problems.map(\.kind))
      #expect(
        tree.nodes.map { String(decoding: plain[$0.range.start..<$0.range.end], as: UTF8.self) }
          == other.nodes.map {
            String(decoding: paired[$0.range.start..<$0.range.end], as: UTF8.self).replacing("\r\n", with: "\n")
          })
    }
  }

  @Test(arguments: [
    "(", "[", "{(", ")", "a=", "a.", "a+", "-", "not ", "lambda:", "'", "''", "'''", "f(\n'''\n''\n\\", "f\"{ ", "\\\n",
    "if (\n", "if a (b\n", "\"\n", ",", ";", "a ", "a,", "a\n", "#\n", "?", "\0", "“", "é", "1e", "f()", "f(", "a[0]",
    "f(a=",
    "f((a=1)", "{...{", "{a: ", "{a b}\n", "{add_x(\n", "import a.", "from a import (\n", "def f(:\n ", "@",
    "match a:\n ",
    "\"\"a\n", "f(\"\n", "f('\n ", "'\\\n", "- a\n", "'''a ''",
  ])
  func longRepetitionsAreReadInLinearTime(_ piece: String) {
    expectLinearTime(short: 300) { count in
      let bytes = Array(repeatElement(Array(piece.utf8), count: count).joined())
      for dialect in [NotationDialect.codingBlock, .modelFile] {
        let tree = parse(bytes, dialect)
        if let violation = violation(of: tree, byteCount: bytes.count) { Issue.record("\(violation)") }
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    let place = Int.random(in: 0...bytes.count, using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0:
      bytes.removeSubrange(place..<min(bytes.count, place + Int.random(in: 0..<6, using: &generator)))
    case 1:
      let other = Array(Self.notes[Int.random(in: 0..<Self.notes.count, using: &generator)].utf8)
      let start = Int.random(in: 0..<other.count, using: &generator)
      bytes.insert(contentsOf: other[start..<min(other.count, start + 40)], at: place)
    default:
      bytes.insert(contentsOf: Self.pieces[Int.random(in: 0..<Self.pieces.count, using: &generator)].utf8, at: place)
    }
  }

  private func checkShape(_ bytes: [UInt8], _ origin: String) {
    for dialect in [NotationDialect.codingBlock, .modelFile] {
      let tree = parse(bytes, dialect)
      if let violation = violation(of: tree, byteCount: bytes.count) {
        Issue.record("\(violation); \(origin), \(dialect): \(String(decoding: bytes, as: UTF8.self).debugDescription)")
        return
      }
    }
  }
}
