// A place that is moved to and fro is where one that goes there at once is, and where counting from the line's start leads.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct TextPlaceTests {
  private static let texts = [
    "", "a", "é", "\r\n\n\r", "one\ntwo\r\nthree\rfour", "“é” 😀\nplain\n\nüü 😀 x\r\n",
    String(repeating: "plain and long\n", count: 100) + "é\n" + String(repeating: "plain\r\n\n", count: 100) + "😀 end",
    String(repeating: "a “b” 😀 c ", count: 60) + "\n" + String(repeating: "d ", count: 400),
  ]

  /// Where the way from one place to another may lead over what was not looked at yet, or back.
  @Test(arguments: texts.indices)
  func theWayBackGivesTheSamePlaces(_ index: Int) {
    let bytes = Array(Self.texts[index].utf8)
    var random = SeededGenerator(seed: UInt64(index))
    bytes.withUnsafeBufferPointer { bytes in
      var place = TextPlace()
      for step in 0..<600 {
        // Far and near, forwards and back.
        let near = place.offset + Int.random(in: -8...8, using: &random)
        let target = step % 3 == 0 ? Int.random(in: -1...bytes.count + 1, using: &random) : near
        var direct = TextPlace()
        direct.move(to: target, in: bytes)
        place.move(to: target, in: bytes)
        #expect(place.position(firstLine: 3) == direct.position(firstLine: 3), "offset \(target)")
        #expect(place.lineContent == direct.lineContent)
        if let counted = counted(target, in: bytes) { #expect(place.position(firstLine: 3) == counted, "\(target)") }
        guard step % 5 == 0 else { continue }
        let line = Int.random(in: -1...direct.line + 2, using: &random)
        var start = TextPlace()
        start.move(toLine: line, in: bytes)
        place.move(toLine: line, in: bytes)
        #expect(place.position(firstLine: 0) == start.position(firstLine: 0), "line \(line)")
      }
    }
  }

  /// Where an offset stands, line 3 being the first; nil inside a character or a line break.
  private func counted(_ offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> LinePosition? {
    let (newline, carriageReturn) = (UInt8(ascii: "\n"), UInt8(ascii: "\r"))
    guard bytes.indices.contains(offset), bytes[offset] & 0xC0 != 0x80 else { return nil }
    guard bytes[offset] != newline || offset == 0 || bytes[offset - 1] != carriageReturn else { return nil }
    var (line, start) = (3, 0)
    for index in 0..<offset {
      let endsLine = bytes[index] == newline || (bytes[index] == carriageReturn && bytes[index + 1] != newline)
      if endsLine { (line, start) = (line + 1, index + 1) }
    }
    return LinePosition(line: line, prefix: UnsafeBufferPointer(rebasing: bytes[start..<offset]))
  }
}
