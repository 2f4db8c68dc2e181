// Edits: what is reparsed after one must equal what is parsed from the whole new text.

import Foundation
import SeedSyntax
import SeedTestSupport
import Testing

/// A note that has every kind of block, with characters of every width and all line ends.
private let note = """
  # s 
  7
  ## url
  https://e.org/?q=1#2
  ## title
  #1 Café “talk” 😀
  ## references

  **AXIAL CODING TRACE**: source and references
  ``` python
  s7 = CClass(source, "s7", values={
      "title": "Café 😀",\r
      "example": False})
  ``` 

  # coding
  > quoted 😀 text
  runs on\r\rand on

  ![Image](https://e.org/i.png)

  ```yaml
  kind: listing
  ```

  **OPEN CODING TRACE:**

  Familiar options: rest_apis, cache and data_mart

  **AXIAL CODING TRACE:**
  added:
  ``` python
      cache = CClass(pattern, "Keep it “near” 😀")

      add_force_relations({cache: {latency: positive,
                                   cost: negative})
  ```
  add codes to s7: 
  ``` python 
      '''
          rest_apis, cache
          input ports

          mart = CClass(practice, "Mart")
      '''
      triggering
  ``` 
  > and quoted again
  add codes to s7:
  ``` python
  '''
  open_list
  """

/// Pieces that change how text around them is read.
private let pieces = [
  "```", "``` python\n", "\n```\n", "'''", "\n'''\n", "\n", "\r", "\r\n", "\n\n", "> ", "\n> ", "# ", "\n# coding\n",
  "**AXIAL CODING TRACE:**", "\n**OPEN CODING TRACE:**\n", "\nadd codes to s7:\n", "added:\n", "add", "é", "😀", "“",
  "`",
  "(", ")", "{", "}", "[", "]", "\"", "'", ",", ":", "=", " ", "\t", "x", "cache", " = CClass(", "#", "\\\n", "!",
  "![a](b)",
  "\u{0B}", "s7 = CClass(source", "add_links(", "## url\n", "# s\n", "-",
]

@Suite struct ReparseTests {
  @Test(arguments: 0..<8) func randomEditsGiveWhatParsingGives(_ part: Int) throws {
    let texts = [Array(note.utf8), Array(note.replacing("\n", with: "\r\n").utf8)] + (try sampleNotes())
    try checkRandomEdits(texts, pieces: pieces, count: stepCount(5000) / 8, seed: UInt64(part) + 1)
  }

  @Test(.enabled(if: corpusFolder != nil), arguments: 0..<4)
  func randomEditsOfRealNotesGiveWhatParsingGives(_ part: Int) throws {
    try checkRandomEdits(try corpusNotes(), pieces: pieces, count: stepCount(5000) / 4, seed: UInt64(part) + 100)
  }

  @Test func aNoteOfManyPagesIsReparsedPageByPage() throws {
    let text = Array(String(repeating: note + "\n```\n", count: 60).utf8)
    #expect(Document(text).pages.count > 4)
    try checkRandomEdits([text], pieces: pieces, count: 120, seed: 7)
  }

  @Test func anEditInALongNoteLeavesTheOtherPagesAlone() {
    var document = Document(String(repeating: note + "\n```\n", count: 60))
    // The first edit divides the page that it meets, so that the next ones cost less.
    let first = document.replace(ByteRange(at: document.count / 2), with: Array("x".utf8))
    #expect(first.removed.count <= 2)
    #expect(first.insertedCount > 2)
    let pageCount = document.pages.count
    let second = document.replace(ByteRange(at: document.count / 2), with: Array("x".utf8))
    #expect(second.removed.count <= 2)
    #expect(document.pages.count == pageCount)
  }

  @Test func openingAFenceSwallowsAndClosingItReleases() {
    let before = Document("**AXIAL CODING TRACE:**\n\na\n\nb\n\n``` python\nc\n```\n")
    var document = before
    document.replace(ByteRange(at: 25), with: Array("```\n".utf8))
    #expect(document == Document(document.bytes))
    document.replace(ByteRange(25, 29), with: [])
    #expect(document == before)
  }

  @Test func aLabelThatLosesItsFenceJoinsTheParagraphAboveIt() {
    var document = Document("**OPEN CODING TRACE:**\n\nOption: cache\nadded:\n``` python\nmart\n```\n")
    #expect(document.blocks.map(\.block.kind) == [.trace, .openCoding, .label, .coding])
    document.replace(ByteRange(at: 46), with: Array("x".utf8))
    #expect(document == Document(document.bytes))
    #expect(document.blocks.map(\.block.kind) == [.trace, .openCoding, .strayFence])
  }

  @Test func rangesBeyondTheTextAreClamped() {
    var document = Document("ab")
    document.replace(ByteRange(1, 99), with: Array("c".utf8))
    #expect(document.string(in: ByteRange(0, 9)) == "ac")
    document.replace(ByteRange(50, 60), with: Array("d".utf8))
    #expect(document.string(in: ByteRange(0, 9)) == "acd")
    document.replace(ByteRange(0, 3), with: [])
    #expect(document.count == 0 && document == Document(""))
    document.replace(ByteRange(at: 0), with: Array("e\n".utf8))
    #expect(document == Document("e\n"))
  }
}
