// Random edits of texts, for tests that compare reparsing with parsing.

import SeedSyntax
import SeedTestSupport
import Testing

/// Makes random edits in texts of a format, and compares each result with what parsing the new text gives.
func checkRandomEdits(
  _ texts: [[UInt8]], pieces: [String], format: DocumentFormat = .note, count: Int, seed: UInt64
) throws {
  var random = SeededGenerator(seed: seed)
  var document = Document("", format: format)
  var text: [UInt8] = []
  for step in 0..<count {
    if step % 25 == 0 {
      text = texts.randomElement(using: &random) ?? []
      document = Document(text, format: format)
    }
    let (range, replacement) = randomEdit(of: text, pieces, using: &random)
    let before = text
    text.replaceSubrange(range.start..<range.end, with: replacement)
    document.replace(range, with: replacement)
    let expected = Document(text, format: format)
    guard document == expected else {
      let found = zip(document.blocks, expected.blocks).first { $0.block != $1.block }
      Issue.record(
        """
        seed \(seed), step \(step): replacing \(range) by \(String(decoding: replacement, as: UTF8.self).debugDescription)
        around \(around(range.start, in: before))
        found \(found.map { describe($0.0) } ?? "fewer blocks")
        instead of \(found.map { describe($0.1) } ?? "more blocks")
        """)
      return
    }
    try #require(document.count == text.count && document.lineCount == expected.lineCount)
  }
  #expect(document.bytes == text)
}

private func around(_ offset: Int, in text: [UInt8]) -> String {
  String(decoding: text[max(offset - 120, 0)..<min(offset + 120, text.count)], as: UTF8.self).debugDescription
}

private func describe(_ place: PlacedBlock) -> String {
  let text = place.block.text.string(in: ByteRange(0, place.block.count))
  return "\(place.block.kind) in \(place.block.contextBefore.region): \(text.debugDescription)"
}

private func randomEdit(
  of text: [UInt8], _ pieces: [String], using random: inout SeededGenerator
) -> (ByteRange, [UInt8]) {
  let start = Int.random(in: 0...text.count, using: &random)
  let length =
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<5: 0
    case 5..<8: Int.random(in: 0...3, using: &random)
    case 8: Int.random(in: 0...60, using: &random)
    default: Int.random(in: 0...800, using: &random)
    }
  let range = ByteRange(start, min(start + length, text.count))
  var replacement: [UInt8] = []
  for _ in 0..<Int.random(in: 0...2, using: &random) {
    replacement.append(contentsOf: (pieces.randomElement(using: &random) ?? "").utf8)
  }
  return (range, replacement)
}
