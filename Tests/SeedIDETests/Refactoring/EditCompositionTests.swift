// Rounds of edits put together: the same text comes of all at once as of one after the other.

import SeedSyntax
import SeedTestSupport
import Testing

@testable import SeedIDE

@Suite struct EditCompositionTests {
  private func composed(_ rounds: [[ByteEdit]], _ text: String) -> [ByteEdit] {
    var composition = EditComposition(count: text.utf8.count)
    for edits in rounds { composition.append(edits) }
    return composition.edits
  }

  @Test func oneRoundStaysAsItIs() {
    let edits = [ByteEdit(ByteRange(0, 1), "x"), ByteEdit(ByteRange(2, 2), "new"), ByteEdit(ByteRange(4, 6), "")]
    #expect(composed([edits], "abcdefgh") == edits)
    #expect(composed([], "abc").isEmpty)
  }

  @Test func whatIsReplacedTwiceIsOneEdit() {
    let rounds = [
      [ByteEdit(ByteRange(2, 4), "xyz")], [ByteEdit(ByteRange(1, 3), "-"), ByteEdit(ByteRange(5, 5), "+")],
    ]
    #expect(composed(rounds, "abcdef") == [ByteEdit(ByteRange(1, 4), "-yz+")])
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func allAtOnceIsOneAfterTheOther(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let first = Array("The quick brown fox jumps over the lazy dog".utf8)
    var text = first
    var composition = EditComposition(count: first.count)
    for _ in 0..<6 {
      var edits: [ByteEdit] = []
      var start = Int.random(in: 0...8, using: &random)
      while start <= text.count {
        let end = min(start + Int.random(in: 0...4, using: &random), text.count)
        edits.append(ByteEdit(ByteRange(start, end), String(repeating: "x", count: .random(in: 0...3, using: &random))))
        start = end + Int.random(in: 1...12, using: &random)
      }
      text = ByteEdit.apply(edits, to: text)
      composition.append(edits)
      #expect(ByteEdit.apply(composition.edits, to: first) == text)
    }
  }
}
