// Any bytes parse: prefixes, mutations and noise give a document that prints back exactly.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct TotalityTests {
  @Test func sampleNotesPrintBack() throws {
    for text in try sampleNotes() { try checkPrintsBack(text) }
  }

  @Test(.enabled(if: corpusFolder != nil)) func realNotesPrintBack() throws {
    for text in try corpusNotes() { try checkPrintsBack(text) }
  }

  @Test(.enabled(if: corpusFolder != nil), arguments: 0..<10) func everyPrefixOfRealNotesParses(_ index: Int) throws {
    let notes = try corpusNotes()
    let text = notes[index * notes.count / 10]
    for end in stride(from: 0, through: text.count, by: 1) where end < 6000 || end % 7 == 0 {
      try checkPrintsBack(Array(text[..<end]))
    }
  }

  @Test func mutatedNotesParse() throws {
    try checkMutations(try sampleNotes() + (try corpusNotes()), count: stepCount(2000), seed: 11)
  }

  @Test func noiseParses() throws {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<300 {
      let count = Int.random(in: 0...400, using: &random)
      try checkPrintsBack((0..<count).map { _ in UInt8.random(in: 0...255, using: &random) })
    }
  }

  private func checkMutations(_ texts: [[UInt8]], count: Int, seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<count {
      guard var text = texts.randomElement(using: &random), !text.isEmpty else { return }
      for _ in 0..<Int.random(in: 1...20, using: &random) {
        let index = Int.random(in: 0..<text.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: text[index] = UInt8.random(in: 0...255, using: &random)
        case 1: text.remove(at: index)
        case 2: text.insert(Array("(){}[]'\"`,:=#\n\r>*\\ ".utf8).randomElement(using: &random) ?? 0, at: index)
        default: text.replaceSubrange(index..<min(index + 200, text.count), with: [])
        }
        if text.isEmpty { break }
      }
      try checkPrintsBack(text)
    }
  }

  /// The document's text is the given one, and every range of its content lies inside its block.
  private func checkPrintsBack(_ text: [UInt8]) throws {
    let document = Document(text)
    try #require(document.bytes == text)
    for place in document.blocks {
      try #require(place.block.count > 0)
      guard case .fence(let fence) = place.block.content else { continue }
      try #require(fence.code.end <= place.block.count)
      for node in fence.tree?.nodes ?? [] { try #require(node.range.end <= fence.code.count) }
      for problem in fence.tree?.problems ?? [] { try #require(problem.range.end <= fence.code.count) }
    }
  }
}
