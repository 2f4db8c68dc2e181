// A place that is moved to and fro is where one that goes there at once is.

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
        guard step % 5 == 0 else { continue }
        let line = Int.random(in: -1...direct.line + 2, using: &random)
        var start = TextPlace()
        start.move(toLine: line, in: bytes)
        place.move(toLine: line, in: bytes)
        #expect(place.position(firstLine: 0) == start.position(firstLine: 0), "line \(line)")
      }
    }
  }
}
