// Places that are found one from the other are those that are counted from the start.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct LineWalkerTests {
  private static let texts = [
    "", "a", "\n", "a\r\n\r\nb\rc\n\n",
    "# s\n4\n## url\nx\n\n> q\n> r\n\nprose “é” 😀 x\n``` python\na = 1\n\r\nb😀 = 2\n```",
    String(repeating: "> Source.\n\n**AXIAL CODING TRACE:**\n``` python\nlake, “é”, 😀\r\nx\n```\n\n", count: 40),
  ]

  /// The place by the rules alone: line breaks are `\n`, `\r\n` and `\r`.
  private func position(_ bytes: [UInt8], _ offset: Int) -> LinePosition {
    var line = 0
    var start = 0
    var index = 0
    while index < bytes.count {
      let isPair = bytes[index] == 0x0D && index + 1 < bytes.count && bytes[index + 1] == 0x0A
      let length = isPair ? 2 : 1
      if bytes[index] == 0x0A || bytes[index] == 0x0D {
        guard index + length <= offset else { break }
        line += 1
        start = index + length
      }
      index += length
    }
    let prefix = bytes[start..<offset]
    let units = prefix.reduce(into: (utf16: 0, utf32: 0)) { units, byte in
      units.utf32 += byte & 0xC0 == 0x80 ? 0 : 1
      units.utf16 += byte & 0xC0 == 0x80 ? 0 : byte >= 0xF0 ? 2 : 1
    }
    return LinePosition(line: line, utf8: prefix.count, utf16: units.utf16, utf32: units.utf32)
  }

  @Test(arguments: texts.indices)
  func anyOrderOfQuestionsGivesTheSameAnswers(_ index: Int) {
    let document = Document(Self.texts[index])
    let bytes = document.bytes
    var random = SeededGenerator(seed: UInt64(index))
    var walker = LineWalker(document)
    for _ in 0..<400 {
      let offset = Int.random(in: 0...bytes.count, using: &random)
      let expected = position(bytes, offset)
      #expect(walker.position(of: offset) == expected, "offset \(offset)")
      #expect(document.position(of: offset) == expected)
      let line = Int.random(in: 0...document.lineCount, using: &random)
      let start = (0...bytes.count).first { position(bytes, $0).line == line } ?? bytes.count
      #expect(walker.offset(ofLine: line) == start, "line \(line)")
      #expect(walker.offset(of: expected) == offset)
      let own = walker.line(at: offset)
      #expect(own.start == offset - Int(expected.utf8))
      #expect(!bytes[own.start..<own.end].contains { $0 == 0x0A || $0 == 0x0D })
    }
  }
}
