// Applying fixes: what can be applied together, what waits, and what is never done.

import SeedIDE
import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct NoteFixerTests {
  /// A fix that replaces the first place of each text with another one.
  private func fix(_ document: Document, _ replacements: (String, String)...) throws -> Fix {
    let bytes = document.bytes
    let edits = try replacements.map { old, new in
      let start = try #require(bytes.firstRange(of: Array(old.utf8))).lowerBound
      let range = document.lineRange(of: ByteRange(start, start + old.utf8.count))
      return LineEdit(range, new)
    }
    return Fix(title: "Change", isSafe: true, edits: edits)
  }

  /// `#expect` takes no call that changes something.
  private func apply(_ fixes: [Fix], to fixer: inout NoteFixer) -> Bool { fixer.apply(fixes) }

  private func text(_ fixer: NoteFixer) -> String { String(decoding: fixer.document.bytes, as: UTF8.self) }

  @Test func fixesThatDoNotTouchAreAppliedTogether() throws {
    let document = Document("# title\n\none two three\n")
    var fixer = NoteFixer(document)
    let fixes = [
      try fix(document, ("three", "3")), try fix(document, ("one", "1"), ("title", "Title")),
    ]
    #expect(apply(fixes, to: &fixer))
    #expect(text(fixer) == "# Title\n\n1 two 3\n")
    #expect(fixer.appliedCount == 2)
  }

  @Test func fixesThatTouchWaitForTheNextRound() throws {
    let document = Document("one two three\n")
    var fixer = NoteFixer(document)
    #expect(apply([try fix(document, ("one ", "1 ")), try fix(document, ("two", "2"))], to: &fixer))
    #expect(text(fixer) == "1 two three\n")
    #expect(fixer.appliedCount == 1)
  }

  @Test func whatIsNoChangeIsNotApplied() throws {
    let document = Document("one two\n")
    var fixer = NoteFixer(document)
    #expect(!apply([], to: &fixer))
    #expect(!apply([try fix(document, ("one", "one"))], to: &fixer))
    #expect(!apply([Fix(title: "", isSafe: true, edits: [])], to: &fixer))
    let nowhere = LinePosition(line: 7, utf8: 0, utf16: 0, utf32: 0)
    let beyond = LinePosition(line: 0, utf8: 70, utf16: 70, utf32: 70)
    for place in [nowhere, beyond] {
      let edit = LineEdit(LineRange(place, place), "x")
      #expect(!apply([Fix(title: "", isSafe: true, edits: [edit])], to: &fixer))
    }
    #expect(text(fixer) == "one two\n")
  }

  @Test func aFixThatOverlapsWithItselfIsNotApplied() throws {
    let document = Document("one two\n")
    var fixer = NoteFixer(document)
    #expect(!apply([try fix(document, ("one two", "x"), ("two", "y"))], to: &fixer))
  }

  @Test func ofManyFixesOnlyTheHarmfulOneIsRefused() throws {
    let lines = (100..<200).map { "word\($0)\n" }.joined()
    let document = Document(lines + "\n> Quoted 300.\n")
    var fixer = NoteFixer(document)
    let harmful = try fix(document, ("Quoted 300", "Said 300"))
    let harmless = try (100..<200).map { try fix(document, ("word\($0)", "w\($0)")) }
    #expect(apply(harmless.prefix(70) + [harmful] + harmless.dropFirst(70), to: &fixer))
    #expect(fixer.refused.count == 1)
    #expect(fixer.refused.first == harmful)
    #expect(fixer.appliedCount == harmless.count)
  }

  @Test func aTextThatWasThereBeforeEndsTheWork() throws {
    var fixer = NoteFixer(Document("one\n"))
    #expect(apply([try fix(fixer.document, ("one", "two"))], to: &fixer))
    #expect(!apply([try fix(fixer.document, ("two", "one"))], to: &fixer))
    #expect(text(fixer) == "two\n")
  }

  // MARK: - Quotations

  private static let note = """
    # s
    1
    ## url
    x

    # coding

    > A quoted sentence
    that runs on.

    **OPEN CODING TRACE:**
    What was noticed.

    **AXIAL CODING TRACE:**
    ``` python
    cache = CClass(pattern, "Cache")
    ```

    """

  @Test(arguments: [
    ("quoted", "Quoted"), ("> A", "A"), ("runs on.\n", "runs on.\nand on\n"), ("\n\n**OPEN", "\n**OPEN"),
    ("# coding\n\n>", "# coding\n\nso >"),
  ])
  func aQuotationIsNeverChanged(old: String, new: String) throws {
    let document = Document(Self.note)
    let kinds = document.blocks.map(\.block.kind)
    try #require(kinds.contains(.quotation))
    var fixer = NoteFixer(document)
    let change = try fix(document, (old, new))
    let hasApplied = fixer.apply([change])
    #expect(quotations(fixer.document) == quotations(document))
    #expect(hasApplied == (old == "\n\n**OPEN"), "\(text(fixer))")
  }

  /// The quotations without the blank lines behind them.
  private func quotations(_ document: Document) -> [String] {
    document.blocks.filter { $0.block.kind == .quotation }.map { place in
      var text = String(decoding: place.block.text.bytes, as: UTF8.self)
      while text.last == "\n" { text.removeLast() }
      return text
    }
  }

  @Test func otherFixesAreAppliedEvenIfOneIsRefused() throws {
    let document = Document(Self.note)
    var fixer = NoteFixer(document)
    let fixes = [try fix(document, ("quoted", "Quoted")), try fix(document, ("cache", "caches"))]
    #expect(apply(fixes, to: &fixer))
    #expect(text(fixer) == Self.note.replacing("cache =", with: "caches ="))
    #expect(!apply([fixes[0]], to: &fixer))
  }

  // MARK: - Line breaks

  @Test(arguments: ["\n", "\r\n", "\r"]) func lineBreaksAreThoseOfTheNote(lineBreak: String) throws {
    let document = Document(["one", "two", "three"].joined(separator: lineBreak))
    for (old, new) in [("one", "1\nI"), ("three", "3\nIII")] {
      var fixer = NoteFixer(document)
      #expect(apply([try fix(document, (old, new))], to: &fixer))
      let expected = ["one", "two", "three"].map { $0 == old ? new.replacing("\n", with: lineBreak) : $0 }
      #expect(Array(text(fixer).utf8) == Array(expected.joined(separator: lineBreak).utf8))
    }
  }

  @Test func bytesThatAreNotUTF8Stay() throws {
    let document = Document([0xFF, 0x20] + Array("one ".utf8) + [0xE9, 0x0A])
    var fixer = NoteFixer(document)
    #expect(apply([try fix(document, ("one", "1"))], to: &fixer))
    #expect(fixer.document.bytes == [0xFF, 0x20] + Array("1 ".utf8) + [0xE9, 0x0A])
  }
}
