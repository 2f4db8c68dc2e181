// The addresses of a note.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct DocumentLinksTests {
  /// Checks that the links of a fixture's first file are its marks, and where they lead.
  private func check(_ source: String, _ targets: [String], _ location: SourceLocation = #_sourceLocation) {
    let fixture = Fixture(source)
    let file = fixture.files[0]
    let links = fixture.snapshot(of: file).documentLinks()
    let found = links.map { FixtureRange(file: file.name, range: $0.range) }
    if let failure = fixture.difference(expected: fixture.marks, found: found, asked: "for links") {
      Issue.record(Comment(rawValue: failure), sourceLocation: location)
    }
    let leads = links.map { link in
      switch link.target {
      case .address(let address): address
      case .file(let path): "file " + path
      }
    }
    #expect(leads == targets, sourceLocation: location)
  }

  @Test func theHeaderAndTheSourceBlockHoldAddresses() {
    check(
      """
      # s
      4
      ## url
      ⟦https://example.org/a_(b)?q=1&r=“é”#:~:text=a%20b⟧
      ## tiny url
      ⟦tinyurl.com/abc⟧
      ## archive url
      ⟦http://web.archive.org/web/2020/https://example.org/⟧
      ## title
      The example.org story
      ## references
      See ⟦https://example.org/book⟧, and (⟦https://example.org/x_(y)⟧).
      **AXIAL CODING TRACE**: source and references
      ``` python
      s4 = CClass(source, "s4", values={
          "title": "example.org 😀",
          "url": "⟦example.org/a⟧",
          "archive url": '⟦https://example.org/é⟧',
          "tiny url": ""})
      # see ⟦https://example.org/comment⟧ “x”
      book = CClass(reference, "Book", values={"bibliographic reference": "In ⟦https://example.org/b⟧."})
      ```
      """,
      [
        "https://example.org/a_(b)?q=1&r=%E2%80%9C%C3%A9%E2%80%9D#:~:text=a%20b", "https://tinyurl.com/abc",
        "http://web.archive.org/web/2020/https://example.org/", "https://example.org/book", "https://example.org/x_(y)",
        "https://example.org/a", "https://example.org/%C3%A9", "https://example.org/comment", "https://example.org/b",
      ])
  }

  @Test func aTitleInTheFieldOfAnAddressIsNone() {
    check("# s\n4\n## url\nHow Data Mesh. works\n", [])
    check("# s\n4\n## url\ntitle\n", [])
    check("# s\n4\n## url\n\n## tiny url\n-\n", [])
    check("# s\n4\n## url\n1.5\n## title\nx", [])
  }

  @Test func quotationsAndProseHoldOnlyAbsoluteAddresses() {
    check(
      """
      > “⟦https://example.org/a⟧” 😀 www.example.org, example.org/x
      > <⟦HTTP://example.org⟧>, [text](⟦https://example.org/b⟧) and ⟦https://example.org/c⟧…
      https:// http://) xhttps://example.org ftp://example.org

      **OPEN CODING TRACE:**
      e\u{301}⟦https://example.org/d⟧! base_url/collection
      """,
      [
        "https://example.org/a", "HTTP://example.org", "https://example.org/b", "https://example.org/c",
        "https://example.org/d",
      ])
  }

  @Test func inCodingBlocksOnlyStringsAndCommentsHoldAddresses() {
    check(
      """
      ``` python
      x = CClass(pattern, "⟦https://example.org⟧", values={"title": "a.org", "url": "⟦b.org⟧"})
      y = https://example.org/z
      # ⟦https://example.org/last⟧
      ```
      """,
      ["https://example.org", "https://b.org", "https://example.org/last"])
  }

  @Test func targetsOfImagesMayBeFiles() {
    check("![Alt](⟦images/a%20b.png⟧)\n", ["file images/a%20b.png"])
    check("![Alt “😀”](⟦../é.png⟧ \"Title\")\n", ["file ../é.png"])
    check("![](<⟦a b.png⟧>)", ["file a b.png"])
    check("![Alt](⟦https://example.org/a_(b).png⟧)", ["https://example.org/a_(b).png"])
    check("![DataProductEcosystem]\n", [])
    check("![Alt]()", [])
    check("![Alt](data:image/png;base64,AAAA)", [])
    check("![Alt](", [])
  }

  @Test func anEmptyNoteHasNoLinks() {
    check("", [])
    check("http", [])
    check("://", [])
    check("https://", [])
  }

  @Test(arguments: ColumnUnit.allCases)
  func placesAreRightInEveryUnit(_ unit: ColumnUnit) throws {
    let fixture = Fixture("> “é” e\u{301} 😀 https://example.org/é")
    let link = try #require(fixture.snapshot(of: fixture.files[0]).documentLinks().first)
    let range = fixture.files[0].document.lineRange(of: link.range)
    let columns = [range.start.column(in: unit), range.end.column(in: unit)]
    #expect(columns == [ColumnUnit.utf8: [20, 42], .utf16: [12, 33], .utf32: [11, 32]][unit])
  }
}
