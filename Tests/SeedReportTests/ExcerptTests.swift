// Lines with carets below them: that the carets stand where a terminal shows what they mean.

import SeedReport
import SeedSyntax
import Testing

@Suite struct ExcerptTests {
  /// Renders a line in which `⟦…⟧` is the range.
  private func excerpt(_ marked: String, columns: Int = 120) throws -> Excerpt {
    let bytes = Array(marked.utf8)
    let open = Array("⟦".utf8)
    let close = Array("⟧".utf8)
    let start = try #require(bytes.firstRange(of: open)).lowerBound
    let end = try #require(bytes.firstRange(of: close)).lowerBound - open.count
    let line = Array(marked.replacing("⟦", with: "").replacing("⟧", with: "").utf8)
    return Excerpt(range(start, end), of: line[...], columns: columns)
  }

  private func range(_ start: Int, _ end: Int, lines: Int = 0) -> LineRange {
    LineRange(
      LinePosition(line: 0, utf8: start, utf16: start, utf32: start),
      LinePosition(line: lines, utf8: end, utf16: end, utf32: end))
  }

  @Test(arguments: [
    ("    ⟦rest_apis⟧, ", "    rest_apis, ", "    ^^^^^^^^^"),
    ("⟦a⟧", "a", "^"),
    // Tabs go to every fourth column.
    ("\t⟦a⟧\tb", "    a   b", "    ^"),
    ("ab\t⟦c\td⟧", "ab  c   d", "    ^^^^^"),
    // Wide characters take two columns.
    ("数据 ⟦網格⟧ x", "数据 網格 x", "     ^^^^"),
    ("ｆ 한국 ⟦x⟧", "ｆ 한국 x", "        ^"),
    // Pictures too, made of several or not.
    ("😀 ⟦x⟧", "😀 x", "   ^"),
    ("👩‍👩‍👧🇪🇺👍🏽 ⟦x⟧", "👩‍👩‍👧🇪🇺👍🏽 x", "       ^"),
    ("❤️ ⟦x⟧", "❤️ x", "   ^"),
    // Combining marks take none.
    ("cafe\u{301} ⟦x⟧", "cafe\u{301} x", "     ^"),
    ("ืno ⟦x⟧", "ืno x", "   ^"),
    ("a\u{200B}b ⟦x⟧", "a\u{200B}b x", "   ^"),
    // What a terminal would obey is shown instead.
    ("\u{1B}[31m ⟦x⟧", "␛[31m x", "      ^"),
    ("a\u{0B}b\u{0C} ⟦x⟧", "a␋b␌ x", "     ^"),
    ("\u{202E}ab ⟦x⟧", "\u{FFFD}ab x", "    ^"),
    // Places between characters.
    ("ab⟦⟧cd", "abcd", "  ^"),
    ("abcd⟦⟧", "abcd", "    ^"),
    ("⟦⟧", "", "^"),
  ]) func caretsStandUnderTheRange(marked: String, line: String, marks: String) throws {
    let excerpt = try excerpt(marked)
    #expect(excerpt.line == line)
    #expect(excerpt.marks == marks)
  }

  @Test func aRangeInsideACharacterMarksAllOfIt() {
    #expect(Excerpt(range(2, 3), of: Array("a😀b".utf8)[...]).marks == " ^^")
    #expect(Excerpt(range(4, 6), of: Array("cafe\u{301} b".utf8)[...]).marks == "   ^")
  }

  @Test func aRangeBeyondTheLineIsClamped() {
    #expect(Excerpt(range(2, 99), of: Array("abcd".utf8)[...]).marks == "  ^^")
    #expect(Excerpt(range(50, 99), of: Array("abcd".utf8)[...]).marks == "    ^")
    #expect(Excerpt(range(0, 0), of: []).marks == "^")
  }

  @Test func ofSeveralLinesTheFirstIsMarkedToItsEnd() {
    #expect(Excerpt(range(2, 1, lines: 3), of: Array("abcd".utf8)[...]).marks == "  ^^")
  }

  @Test func bytesThatAreNotUTF8AreShownAsOneCharacterEach() {
    let line: [UInt8] = [0x61, 0xFF, 0xE9, 0x20, 0x78]
    let excerpt = Excerpt(range(4, 5), of: line[...])
    #expect(excerpt.line == "a\u{FFFD}\u{FFFD} x")
    #expect(excerpt.marks == "    ^")
  }

  @Test func aSliceOfALargerTextIsTakenByItsOwnOffsets() {
    let text = Array("first\nsecond x\n".utf8)
    #expect(Excerpt(range(7, 8), of: text[6..<14]) == Excerpt(range(7, 8), of: Array("second x".utf8)[...]))
  }

  @Test func aLongLineIsCutAroundTheRange() throws {
    let before = String(repeating: "before ", count: 100)
    let after = String(repeating: " after", count: 100)
    let middle = try excerpt("\(before)⟦name⟧\(after)", columns: 40)
    #expect(middle.line == "…efore before name after after after af…")
    #expect(middle.marks == "              ^^^^")
    let first = try excerpt("⟦name⟧\(after)", columns: 40)
    #expect(first.line == "name after after after after after afte…")
    #expect(first.marks == "^^^^")
    let last = try excerpt("\(before)⟦name⟧", columns: 40)
    #expect(last.line == "…before before before before before name")
    #expect(last.marks == "                                    ^^^^")
    let end = try excerpt("\(before)name⟦⟧", columns: 40)
    #expect(end.marks == String(repeating: " ", count: end.line.count) + "^")
  }

  @Test func aLongRangeIsCutToo() throws {
    let excerpt = try excerpt("before ⟦\(String(repeating: "x", count: 500))⟧ after", columns: 40)
    #expect(excerpt.line.count == 40)
    #expect(excerpt.line.hasSuffix("x…"))
    #expect(excerpt.marks.count == 40)
  }

  /// Wherever the range is, the line fits, and the same characters are marked.
  @Test(arguments: ["0123456789 abc ", "数据x 網格y ", "e\u{301}a\tb😀"])
  func everyCutFitsAndMarksTheRange(piece: String) throws {
    let line = Array(String(repeating: piece, count: 400).utf8)
    for columns in [20, 41, 80] {
      for start in stride(from: 0, through: line.count, by: 37) {
        let excerpt = Excerpt(range(start, start + 3), of: line[...], columns: columns)
        #expect(width(excerpt.line) <= columns, "at \(start) in \(columns) columns")
        #expect(excerpt.marks.count <= columns)
        #expect(excerpt.marks.hasSuffix("^"))
        guard piece.utf8.allSatisfy({ $0 < 0x80 }), start < line.count else { continue }
        let shown = Array(excerpt.line.unicodeScalars)
        let marked = excerpt.marks.prefix { $0 == " " }.count
        #expect(shown[marked].value == UInt32(line[start]), "at \(start) in \(columns) columns")
      }
    }
  }

  /// The width of the pieces above, counted by hand.
  private func width(_ text: String) -> Int {
    text.reduce(0) { $0 + ("数据網格😀".contains($1) ? 2 : 1) }
  }

  @Test func megabytesOnOneLineCostLittle() {
    let line = Array(repeating: UInt8(ascii: "x"), count: 8 << 20)
    let clock = ContinuousClock()
    let elapsed = clock.measure {
      for _ in 0..<20 { _ = Excerpt(range(4 << 20, (4 << 20) + 5), of: line[...]) }
    }
    // Laying out all of the line each time would take minutes.
    #expect(elapsed < .seconds(10))
  }

  @Test func linesEndAsInTheProtocol() {
    let lines = SourceLines(Array("a\r\nb\rc\n\nlast\u{0B}x".utf8))
    let found = (0..<6).map { lines[$0].map { String(decoding: $0, as: UTF8.self) } }
    #expect(found == ["a", "b", "c", "", "last\u{0B}x", nil])
    #expect(lines[-1] == nil)
    #expect(SourceLines([])[0]?.isEmpty == true)
    #expect(SourceLines(Array("a\n".utf8))[1]?.isEmpty == true)
  }
}
