// What the header and the source block say, carried from one to the other.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct SourceActionTests {
  private static let header = """
    # s
    4
    ## url
    https://x.org
    ## title
    A “title” 😀
    ## source code
    no
    ## author type

    """
  private static let block = """

    **AXIAL CODING TRACE**: source and references

    ``` python
    s4 = CClass(source, "s4", values={
        "title": "",
        "url": "https://x.org",
        "tiny url": "https://t.co/1",
        "author type": "Mixed"})
    ```
    """

  private func fill(
    _ source: String, _ title: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
  )
    throws
  {
    try checkAction(source, title, expected, location)
    func withCarriageReturns(_ text: String) -> String { text.replacing("\n", with: "\r\n") }
    try checkAction(withCarriageReturns(source), title, withCarriageReturns(expected), location)
  }

  @Test func theSourceBlockIsFilledFromTheHeader() throws {
    let source = Self.header + Self.block.replacing("s4 = C", with: "s$04 = C")
    try fill(
      source, "Fill the source block from the header",
      Self.header
        + Self.block.replacing(
          "    \"title\": \"\"", with: "    \"source code\": False,\n    \"title\": \"A “title” 😀\""))
  }

  @Test func theHeaderIsFilledFromTheSourceBlock() throws {
    let source = Self.header.replacing("# s\n", with: "# s$0\n") + Self.block
    try fill(
      source, "Fill the header from the source block",
      Self.header.replacing("https://x.org\n", with: "https://x.org\n## tiny url\nhttps://t.co/1\n")
        .replacing("author type\n", with: "author type\nMixed\n") + Self.block)
  }

  @Test func aHeaderWithoutSourceBlockGetsOne() throws {
    try fill(
      Self.header.replacing("# s\n", with: "# s$0\n") + "\n# coding\n", "Write the source block from the header",
      Self.header.replacing("## author type\n", with: "## author type") + """


        **AXIAL CODING TRACE**: source and references

        ``` python
        s4 = CClass(source, "s4", values={
            "title": "A “title” 😀",
            "url": "https://x.org",
            "tiny url": "",
            "archive url": "",
            "author type": "",
            "type": "",
            "source code": False})
        ```

        # coding

        """)
  }

  @Test func headingsCountInAnyCaseAndWithColon() throws {
    try fill(
      "# s$0\n4\n## Title:\nT \u{22}\u{301}\n## URL\nx\n\n# coding\n", "Write the source block from the header",
      """
      # s
      4
      ## Title:
      T \u{22}\u{301}
      ## URL
      x

      **AXIAL CODING TRACE**: source and references

      ``` python
      s4 = CClass(source, "s4", values={
          "title": "T \\\u{22}\u{301}",
          "url": "x",
          "tiny url": "",
          "archive url": "",
          "author type": "",
          "type": ""})
      ```

      # coding

      """)
  }

  @Test func aHeaderWithoutNumberIsNotCarriedOver() throws {
    let (_, actions) = try actions(at: "# s\n## url\nhttp$0s://x.org\n## title\nT\n## references\n\n# coding\n")
    let action = try #require(actions.first { $0.title == "Write the source block from the header" })
    guard case .unavailable(let reason) = action.outcome else {
      Issue.record("it is available")
      return
    }
    #expect(reason == "The header has no number for the source; add it first.")
  }

  @Test func nothingIsOfferedWhereBothSayTheSame() throws {
    let note = "# s\n4\n## url\nx\n\n``` python\ns4 = CClass(source, \"s4\", values={\"url\": \"x\"})\n```\n"
    try checkNoAction(note.replacing("4\n#", with: "4$0\n#"), "Fill")
    try checkNoAction(note.replacing("4\n#", with: "4$0\n#"), "Write")
    try checkNoAction(note.replacing("s4 =", with: "s$04 ="), "Fill")
  }

  @Test func anAbsentHeadingCanBeAdded() throws {
    try fill(
      Self.header + Self.block.replacing("\"tiny", with: "\"ti$0ny"), "Add `tiny url` to the header",
      Self.header.replacing("https://x.org\n", with: "https://x.org\n## tiny url\nhttps://t.co/1\n") + Self.block)
  }
}
