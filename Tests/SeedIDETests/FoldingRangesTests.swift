// What can be folded, line by line.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct FoldingRangesTests {
  /// The foldings of a note as `kind first-last`, lines counted from 1.
  private func foldings(_ source: String, limit: Int? = nil) throws -> [String] {
    let fixture = Fixture(source)
    let file = try #require(fixture.files.first)
    let ranges = fixture.snapshot(of: file).foldingRanges(limit: limit)
    #expect(ranges.allSatisfy { $0.firstLine < $0.lastLine && $0.lastLine < file.document.lineCount })
    #expect(ranges.map(\.firstLine) == ranges.map(\.firstLine).sorted())
    return ranges.map { "\($0.kind) \($0.firstLine + 1)-\($0.lastLine + 1)" }
  }

  private static let note = """
    # s
    4
    ## references

    **AXIAL CODING TRACE**: source and references
    ``` python
    s4 = CClass(source, "s4")
    ```

    # coding

    > “One” 😀
    runs on

    ![Image](x.png)

    > Two e\u{301}


    **OPEN CODING TRACE:**

    Text.

    **AXIAL CODING TRACE:**

    added:
    ``` python
    a = CClass(pattern, "A")
    ```


    > Three
    """

  @Test func headerQuotationsTracesAndFences() throws {
    #expect(
      try foldings(Self.note) == [
        "header 1-8", "trace 5-8", "fence 6-8", "quotation 12-17", "trace 20-22", "trace 24-29", "fence 27-29",
      ])
  }

  @Test func ofTooManyTheInnerOnesAreLeftOut() throws {
    #expect(
      try foldings(Self.note, limit: 5) == [
        "header 1-8", "trace 5-8", "quotation 12-17", "trace 20-22", "trace 24-29",
      ])
    #expect(try foldings(Self.note, limit: 1) == ["header 1-8"])
    #expect(try foldings(Self.note, limit: 0).isEmpty)
    #expect(try foldings(Self.note, limit: 5000).count == 7)
  }

  @Test func lineEndsDoNotMatter() throws {
    #expect(try foldings(Self.note.replacing("\n", with: "\r\n")) == foldings(Self.note))
  }

  @Test func anUnclosedFenceEndsWithTheNote() throws {
    #expect(try foldings("added:\n``` python\na = CClass(pattern, \"A\")") == ["fence 2-3"])
  }

  @Test func imagesAtTheEndOfAQuotationStayVisible() throws {
    #expect(try foldings("> a\n> b\n\n![x](y.png)\n\n**OPEN CODING TRACE:**\n") == ["quotation 1-2"])
  }

  @Test func singleLinesAreNotFolded() throws {
    #expect(try foldings("").isEmpty)
    #expect(try foldings("> a\n\n").isEmpty)
    #expect(try foldings("**OPEN CODING TRACE:**\n\n\n").isEmpty)
    #expect(try foldings("# s\n").isEmpty)
  }
}
