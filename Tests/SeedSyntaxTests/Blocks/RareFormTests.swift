// Forms of notes that occur in few studies, or in few places of one.

import SeedSyntax
import Testing

@Suite struct RareFormTests {
  /// The kinds of a note's blocks with the first line of each.
  private func outline(_ text: String) -> [String] {
    Document(text).blocks.map { place in
      let text = place.block.text.string(in: ByteRange(0, place.block.count))
      return "\(place.block.kind): " + text.prefix { !$0.isNewline }.filter { $0 != "\u{FEFF}" }
    }
  }

  private func fields(_ text: String) -> [String] {
    Document(text).blocks.compactMap { place in
      guard case .field(let field) = place.block.content else { return nil }
      return place.block.text.string(in: field.name) + "=" + place.block.text.string(in: field.value)
    }
  }

  @Test func aByteOrderMarkBeforeTheFirstHeadingIsPassedOver() {
    #expect(fields("\u{FEFF}# s\n4\n## title\nTea\n") == ["s=4", "title=Tea"])
    #expect(outline("\u{FEFF}**AXIAL CODING TRACE:**\n") == ["trace: **AXIAL CODING TRACE:**"])
    #expect(fields("\u{FEFF}## s\n4\n") == [], "only `# s` opens the header")
    #expect(Document(String(repeating: "\u{FEFF}", count: 10_000) + "# s\n").blocks.count == 1)
  }

  @Test func aByteOrderMarkThatIsTypedIsReadAsIfItHadBeenThere() {
    var document = Document("# s\n4\n")
    _ = document.replace(ByteRange(0, 0), with: [0xEF, 0xBB, 0xBF])
    #expect(outlineOf(document) == outlineOf(Document("\u{FEFF}# s\n4\n")))
  }

  private func outlineOf(_ document: Document) -> [BlockKind] { document.blocks.map(\.block.kind) }

  @Test func aSourceBlockMayStandWithoutFence() {
    let block = "s5 = CClass(source, \"s5\", values={\n    \"title\": \"Tea\",\n    \"example\": False})\n"
    for heading in [
      "**AXIAL CODING TRACE**: source and references\n", "**AXIAL CODING TRACE:**\n", "## references\n\n",
    ] {
      let outline = outline("# s\n5\n\(heading)\(block)\n# coding\n")
      #expect(outline.contains("unfencedCoding: s5 = CClass(source, \"s5\", values={"), "\(outline)")
    }
  }

  @Test func theReferencesMayFollowTheSourceBlock() {
    let note = """
      # s21
      ## title
      Tea

      **AXIAL CODING TRACE**: source and references
      ``` python
      s21 = CClass(source, "s21")
      ```
      ## references
      - one
      - two

      ## post1 (main)
      First words of the post.

      # POST 2:
      More words.
      """
    #expect(fields(note) == ["s21=", "title=Tea", "references=- one\n- two"])
    #expect(
      outline(note).suffix(4) == [
        "heading: ## post1 (main)", "quotation: First words of the post.", "heading: # POST 2:",
        "quotation: More words.",
      ])
  }

  @Test func aTopLevelHeadingEndsAHeaderWithoutSourceBlock() {
    #expect(
      outline("# s\n1\n## title\nTea\n\n# Slide 1-11\nWords of the slide.\n").suffix(2)
        == ["heading: # Slide 1-11", "quotation: Words of the slide."])
  }

  @Test func aFieldMayHaveSeveralLines() {
    #expect(
      fields("# s\n1\n## example\nyes\n- one\n- two\n## title\nTea\n") == [
        "s=1", "example=yes\n- one\n- two", "title=Tea",
      ])
  }

  @Test func aFenceOfFourTicksHoldsOneOfThree() throws {
    let note = "**AXIAL CODING TRACE:**\n````python\ncache\n```\nmart\n````\n\nadded:\n"
    #expect(outline(note) == ["trace: **AXIAL CODING TRACE:**", "coding: ````python", "label: added:"])
  }

  @Test(
    arguments: [
      ("~~~ python\ncache\n```\nmart\n~~~~\n", "coding: ~~~ python"), ("~~~\ncache\n~~ ~\n~~~ \n", "coding: ~~~"),
      ("``` python\ncache\n~~~\n```\n", "coding: ``` python"),
    ])
  func aFenceEndsWithTheMarkThatItBeganWith(_ fence: String, _ shown: String) {
    #expect(
      outline("**AXIAL CODING TRACE:**\n\(fence)added:\n") == [
        "trace: **AXIAL CODING TRACE:**", shown, "label: added:",
      ])
  }

  @Test func wordsStruckThroughAreNoFence() {
    #expect(outline("> quoted\n~~~gone~~~\nrest\n").count == 1)
  }

  @Test(
    arguments: [
      "already added:\n    encode_x,\n    cqrs, tea_time\n", "add codes to s1:\n\nencode_x\n",
      "added:\nadd codes to s1:\nencode_x\n",
    ])
  func aListOfCodesAfterALabelNeedsNoFence(_ list: String) {
    #expect(Document("**AXIAL CODING TRACE:**\n" + list).blocks.last?.block.kind == .unfencedCoding)
  }

  @Test(
    arguments: [
      "already added.\n", "-\n", "no action taken\n", "added:\nno action taken, encode_x too\n", "added:\n\nnothing\n",
      "added:\n- encode_x (see above)\n", "added:\nencode_x = 3 of 4\n", "encode_x, cqrs\n",
    ])
  func wordsInAnAxialTraceStayWords(_ text: String) {
    #expect(Document("**AXIAL CODING TRACE:**\n" + text).blocks.last?.block.kind == .prose)
  }

  @Test func onlyTheParagraphAfterTheLabelIsAList() {
    #expect(
      outline("**AXIAL CODING TRACE:**\nadded:\nencode_x\n\nencode_y\n").suffix(2) == [
        "unfencedCoding: encode_x", "prose: encode_y",
      ])
    #expect(outline("add codes to s1:\n``` python\na\n```\nencode_y\n").last == "prose: encode_y")
  }

  @Test func aLabelMayHaveAComment() throws {
    guard case .label(let label) = Document("add codes to s4: <!-- why -->\n").blocks.first?.block.content else {
      Issue.record("no label")
      return
    }
    #expect(label.range == ByteRange(0, 16))
  }

  @Test func verticalTabsAndFormFeedsEndNoLine() {
    let note = "> a\u{0B}**AXIAL CODING TRACE:**\u{0C}b\r\n\r\n**OPEN CODING TRACE:**\r\n"
    #expect(Document(note).lineCount == 4)
    #expect(outline(note).count == 2)
  }
}

/// Headings that are a slip of the pen away from those of every note.
@Suite struct MisspeltHeadingTests {
  private func traces(_ text: String) -> [TraceHeading] {
    Document(text).blocks.compactMap { place in
      guard case .trace(let heading) = place.block.content else { return nil }
      return heading
    }
  }

  @Test(arguments: [
    ("**AXAIL CODING TRACE:**", TraceHeading.Kind.axial), ("**OPEN CODNG TRACE:**", .open),
    ("**Opne Coding Trcae**:", .open),
    ("**AXIAL CODING TRACES:**", .axial), ("**AXIALCODING TRACE:**", .axial), ("## AXIAL CODIGN TRACE", .axial),
    ("*AXIAL CODING TRACE:*", .axial), ("__OPEN CODING TRACE:__", .open), ("**OPEN CODING TRACE:", .open),
    ("AXIAL CODING TRACE:", .axial), ("OPEN CODING TRACE", .open), ("**AXAIL CODING:**", .axial),
    ("**AXIAL CODING TARCE**: source and references", .source),
    ("**AXIAL CODING TRACE**: sorce and references", .axial),
    ("***AXIAL CODING TRACE***", .axial),
  ])
  func headingsOfTracesAreReadAsWhatWasMeant(_ text: String, _ kind: TraceHeading.Kind) throws {
    let heading = try #require(traces(text + "\n").first)
    #expect(heading.kind == kind)
  }

  @Test(arguments: [
    "**AXIAL CODING TRACE:**", "**OPEN CODING:** ", "### AXIAL CODING TRACE:", "**axial  coding trace**:",
    "**AXIAL CODING TRACE**: source and references",
  ])
  func whatIsRightIsNotMisspelt(_ text: String) {
    #expect(traces(text).map(\.isMisspelt) == [false])
  }

  @Test(arguments: [
    "* OPEN CODING TRACE:", "**Opening trace**", "**Open coding traces are nice**", "## Open codings",
    "**OPEN QUESTIONS:**",
    "AXIAL CODING TRACES SHOW THIS", "OPEN CODING", "**Other coding trace of mine**", "*open coding*",
  ])
  func otherTextIsNoTrace(_ text: String) {
    #expect(traces(text).isEmpty)
  }

  @Test(arguments: ["# codign", "# Codng:", "## coing", "# codings", "#coding", "#Coding:"])
  func theEndOfTheHeaderIsReadAsWhatWasMeant(_ text: String) {
    let blocks = Document("# s\n1\n## title\nTea\n\n\(text)\nsource text\n").blocks.map(\.block.kind)
    #expect(blocks.suffix(2) == [.heading, .quotation])
    let content = Document("# s\n1\n\(text)\nsource text\n").blocks.map(\.block.content)
    #expect(content.contains { if case .misspeltCoding = $0 { true } else { false } })
  }

  @Test func headingsElsewhereAreNotTakenForIt() {
    let contents = Document("# Loading\n\n# s\n1\n# coding\n\n# codign\n> a\n").blocks.map(\.block.content)
    #expect(!contents.contains { if case .misspeltCoding = $0 { true } else { false } })
  }
}

/// Statements and names outside of fences, and fences that hold nothing.
@Suite struct MisplacedFenceTests {
  private let axial = "**AXIAL CODING TRACE:**\n"

  private func kinds(_ text: String) -> [BlockKind] { Document(text).blocks.map(\.block.kind) }

  @Test(arguments: [
    "```\nadded:\n``` python\ntea\n```\n", "``` \n\nadded: \n\n``` python\ntea\n```\n",
    "``` python\n``` python\ntea\n```\n",
    "~~~\nadded:\n~~~ python\ntea\n~~~\n",
  ])
  func aFenceBeforeALabelOrAnotherFenceBeginsNothing(_ text: String) {
    for text in [text, text.replacing("\n", with: "\r\n")] {
      #expect(kinds(axial + text).filter { $0 != .label } == [.trace, .strayFence, .coding])
    }
    #expect(kinds("\(axial)```\nadd codes to s1:\n``` python\ntea\n```\n") == [.trace, .strayFence, .label, .coding])
  }

  @Test func aFenceThatClosesNothingBeginsNothing() {
    #expect(kinds("\(axial)``` python\ntea\n```\n```\n\n> text\n") == [.trace, .coding, .strayFence, .quotation])
    #expect(
      kinds("\(axial)``` python\ntea\n```\n```\n\n**OPEN CODING TRACE:**\n") == [.trace, .coding, .strayFence, .trace])
    #expect(kinds("\(axial)``` python\ntea\n```\n\n```\n") == [.trace, .coding, .strayFence])
  }

  @Test(arguments: [
    "```\n```\n", "``` python\n", "```\ntea\n", "```\nadded:\n```\n", "``` python\nadded:\n``` python\ntea\n```\n",
  ])
  func otherFencesBegin(_ text: String) {
    #expect(kinds(axial + text).dropFirst().first == .coding)
  }

  @Test func aStrayFenceIsFoundFromFarBehind() {
    var document = Document("\(axial)```\n\nadded:\n\n\n``` python\ntea\n```\n")
    document.replace(ByteRange(document.count - 18, document.count - 12), with: [])
    #expect(document == Document(document.bytes))
    document.replace(ByteRange(at: document.count - 12), with: Array(" python".utf8))
    #expect(document == Document(document.bytes))
  }

  @Test func statementsOutsideOfFencesAreRead() {
    #expect(
      kinds("**OPEN CODING TRACE:**\nWe saw a mug.\ntea = CClass(pattern, \"Tea\")\n") == [
        .trace, .openCoding, .unfencedCoding,
      ])
    #expect(
      kinds("\(axial)So we add\nadd_links({s1: [tea]})\n\nand this.\n") == [.trace, .prose, .unfencedCoding, .prose])
    #expect(kinds("\(axial)added:\n'''\ntea,\nmug\n'''\n") == [.trace, .label, .unfencedCoding])
  }

  @Test(arguments: [
    "already added:  old_mug, old_cup", "- added: old_mug, old_cup", "add codes to s4: old_mug,\n  old_cup",
  ])
  func namesBehindALabelAreAList(_ text: String) throws {
    let block = try #require(Document(axial + text + "\n").blocks.last?.block)
    let (tree, _) = try #require(block.notation)
    #expect(tree.nodes.filter { $0.kind == .name }.map { block.text.string(in: $0.range) } == ["old_mug", "old_cup"])
  }

  @Test(arguments: [
    "added: what we saw of old_mug", "already added: mugs", "note: old_mug", "added: old_mug\nand more of it",
  ])
  func otherWordsBehindALabelAreProse(_ text: String) {
    #expect(kinds(axial + text + "\n").last == .prose)
  }
}
