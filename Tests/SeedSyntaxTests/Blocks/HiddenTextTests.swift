// What doesn't count in a note: comments of Markdown, and the marks of a merge conflict.

import SeedSyntax
import SeedTestSupport
import Testing

/// The kinds of a note's blocks with the first line of each.
private func outline(_ text: String) -> [String] {
  Document(text).blocks.map { place in
    let text = place.block.text.string(in: ByteRange(0, place.block.count))
    return "\(place.block.kind): " + text.prefix { !$0.isNewline }
  }
}

/// The names that count, in order: in statements, lists and prose.
private func names(_ text: String, format: DocumentFormat = .note) -> [String] {
  Document(text, format: format).blocks.flatMap { place -> [String] in
    let text = place.block.text
    if case .prose(let mentions) = place.block.content { return mentions.map { text.string(in: $0.range) } }
    guard let (tree, start) = place.block.notation else { return [] }
    return tree.nodes.filter { $0.kind == .name }.map { text.string(in: $0.range.shifted(by: start)) }
  }
}

private let axial = "**AXIAL CODING TRACE:**\n"

@Suite struct CommentTests {
  @Test func aCommentAloneOnItsLinesIsABlock() {
    #expect(
      outline("<!-- draft -->\n\n# s\n1\n  <!--\nadded:\n-->  \n# coding\n> text\n<!-- a --> <!-- b -->\n> more\n")
        == [
          "comment: <!-- draft -->", "field: # s", "comment:   <!--", "heading: # coding", "quotation: > text",
          "comment: <!-- a --> <!-- b -->", "quotation: > more",
        ].filter { $0 != "comment:   <!--" })
  }

  @Test(arguments: [
    "<!-- \(axial)``` python\ntea\n```\n-->\n", "<!--\n# s\n1\n\n\(axial)added:\n``` python\ntea\n```\n\n-->",
    "\(axial)<!-- tea_pot -->\n", "\(axial)``` python\n```\n<!--\n``` python\ntea\n```\n-->\n",
    "**OPEN CODING TRACE:**\nText <!-- tea_pot --> goes on.\n",
    "**OPEN CODING TRACE:**\nSome text <!-- tea_pot\n\ntea_cup -->\n",
    "\(axial)<!-- tea_pot --><!--\nadded:\n``` python\ntea\n```\n--> <!-- tea_cup -->\n",
    "\(axial)added: <!-- not yet:\n``` python\ntea\n```\n-->\n", "<!-- a <!-- tea_pot -->",
    "**OPEN CODING TRACE:**\n``a ` b`` <!-- tea_pot --> `c`\n",
  ])
  func nothingInACommentCounts(_ text: String) {
    for text in [text, text.replacing("\n", with: "\r\n"), text.replacing("\n", with: "\r")] {
      #expect(names(text) == [])
    }
  }

  @Test func whatStandsAroundACommentCounts() {
    #expect(names("**OPEN CODING TRACE:**\nOld_one <!-- x_1\n\nx_2 --> old_two\n") == ["Old_one", "old_two"])
    #expect(names("\(axial)<!-- x --> added:\n``` python <!-- y -->\ntea\n```\n") == ["tea"])
    #expect(names("\(axial)<!--\nx\n--> added:\n``` python\ntea\n```\n<!--\n-->mug_cup\n") == ["tea", "mug_cup"])
    let note = "\(axial)added:\n<!-- one\n\ntwo -->\n``` python\ntea\n```\n"
    #expect(
      outline(note) == ["trace: **AXIAL CODING TRACE:**", "label: added:", "comment: <!-- one", "coding: ``` python"])
  }

  @Test(arguments: [
    ("# s\n7\n## title\nTea <!-- pot -->\n", "Tea"), ("# s\n7\n## title <!-- a -->\n<!-- b\n\n## c -->\nTea\n", "Tea"),
    ("# s\n7\n## title\nTea\n<!-- pot -->\n## url\n", "Tea"), ("# s\n7\n## title\n<!-- Tea -->\n", ""),
  ])
  func aValueOfTheHeaderEndsBeforeAComment(_ text: String, _ title: String) {
    let titles = Document(text).blocks.compactMap { place -> String? in
      guard case .field(let field) = place.block.content, place.block.text.string(in: field.name) == "title" else {
        return nil
      }
      return place.block.text.string(in: field.value)
    }
    #expect(titles == [title])
  }

  @Test(arguments: [
    "**OPEN CODING TRACE:**\n<!-- tea_pot\n", "**OPEN CODING TRACE:**\n`<!--` opens tea_pot -->\n",
    "**OPEN CODING TRACE:**\n\\<!-- tea_pot -->\n", "> <!-- a\n\n**OPEN CODING TRACE:**\ntea_pot -->\n",
    "\(axial)``` python\ntea_pot # <!--\n```\n-->\n", "``` html\n<!--\n```\n\n**OPEN CODING TRACE:**\ntea_pot -->\n",
  ])
  func whatNoCommentIsHidesNothing(_ text: String) {
    #expect(names(text) == ["tea_pot"])
  }

  @Test func onlyACommentThatNeverEndsIsUnclosed() {
    let unclosed = { (text: String) in Document(text).blocks.map(\.block.hasUnclosedComment) }
    #expect(unclosed("a\n\n<!-- b\n\n# c\n") == [false, true, false])
    #expect(unclosed("a\n\n<!-- b\n\n# c\n-->\n") == [false, false])
    #expect(unclosed("> <!-- b\n\n`<!--`\n") == [false, false])
  }

  @Test func manyCommentsThatNeverEndAreReadInLinearTime() {
    let text = Array(String(repeating: "<!-- a\n\n", count: 20_000).utf8)
    #expect(Document(text).blocks.count == 20_000)
  }
}

@Suite struct ConflictTests {
  private let conflict = "<<<<<<< HEAD\ntea\n=======\nmug\n>>>>>>> other\n"

  @Test func bothSidesOfAConflictInABlockCount() {
    #expect(names("\(axial)``` python\n\(conflict)cup\n```\n> text\n") == ["tea", "mug", "cup"])
    #expect(names("\(axial)```\n'''\n\(conflict)cup\n'''\n```\n> text\n") == ["tea", "mug", "cup"])
    #expect(names("\(axial)~~~ python\n\(conflict)cup\n~~~\n".replacing("\n", with: "\r\n")) == ["tea", "mug", "cup"])
  }

  @Test func whatStoodThereBeforeDoesNotCount() {
    let conflict = "<<<<<<< HEAD\ntea\n||||||| 4f2a\npot\n\ncan\n=======\nmug\n>>>>>>> other\n"
    #expect(names("\(axial)``` python\n\(conflict)cup\n```\n") == ["tea", "mug", "cup"])
    #expect(names("**OPEN CODING TRACE:**\n\nOptions:\n\(conflict)") == ["tea", "mug"])
    #expect(names("\(axial)``` python\n<<<<<<< a\ntea\n||||||| b\npot\n>>>>>>> c\n```\n") == ["tea", "pot"])
  }

  @Test func aConflictMayHoldWholeBlocks() {
    let note =
      "\(axial)<<<<<<< HEAD\nadded:\n``` python\ntea\n```\n=======\nadded:\n``` python\nmug\n```\n>>>>>>> other\n"
    #expect(names(note + "added:\n``` python\ncup\n```\n") == ["tea", "mug", "cup"])
    #expect(
      Document(note).blocks.map(\.block.kind) == [
        .trace, .conflict, .label, .coding, .conflict, .label, .coding, .conflict,
      ])
  }

  @Test func aConflictMayStandInAFieldOfTheHeader() {
    let note = "# s\n<<<<<<< HEAD\n1\n=======\n2\n>>>>>>> other\n## title\nTea\n"
    let fields = Document(note).blocks.compactMap { place -> String? in
      guard case .field(let field) = place.block.content else { return nil }
      return place.block.text.string(in: field.value)
    }
    #expect(fields == ["1", "Tea"])
  }

  @Test func aConflictInAQuotationLeavesItOne() {
    let kinds = Document("# coding\n> a\n<<<<<<< x\n> b\n=======\n> c\n>>>>>>> y\n> d\n").blocks.map(\.block.kind)
    #expect(kinds == [.heading, .quotation, .conflict, .quotation, .conflict, .quotation, .conflict, .quotation])
  }

  @Test func aMarkerThatWasLeftIsNoPartOfTheBlock() {
    #expect(names("\(axial)``` python\ntea\n>>>>>>> other\ncup\n```\n") == ["tea", "cup"])
    #expect(outline("\(axial)>>>>>>> other\n``` python\ntea\n```\n").last == "coding: ``` python")
  }

  @Test(arguments: ["Title\n=======\n", ">>>>>>> he wrote to them\n", "||||||| a\n", "<<<<<<<< a\n", "<<<<<<<a\n"])
  func otherTextIsNoMarker(_ text: String) {
    #expect(!Document(text).blocks.contains { $0.block.kind == .conflict || $0.block.hidesText })
  }

  @Test func aPythonFileMayHaveConflicts() {
    let text = "x = a\n<<<<<<< HEAD\ny = b\n=======\ny = c\n>>>>>>> other\nz = d\n"
    #expect(names(text, format: .model) == ["x", "a", "y", "b", "y", "c", "z", "d"])
  }
}

@Suite struct QuotedLineInFenceTests {
  @Test func aLineOfSourceTextEndsNoFenceThatIsClosedFurtherDown() {
    #expect(names("\(axial)``` python\ntea\n> text\ncup\n```\n").filter { $0 != "text" } == ["tea", "cup"])
    let kinds = Document("\(axial)``` python\ntea\n> text\ncup\n```\n> quoted\n").blocks.map(\.block.kind)
    #expect(kinds == [.trace, .coding, .quotation])
  }

  @Test(arguments: ["**OPEN CODING TRACE:**\n", "``` python\n", "add codes to s1:\n", "# coding\n", ""])
  func itEndsOneThatIsNot(_ next: String) {
    let blocks = Document("\(axial)``` python\ntea\n> text\n> more\n\(next)").blocks.map(\.block.kind)
    #expect(blocks.prefix(3) == [.trace, .coding, .quotation])
  }

  @Test func aFenceIsClosedAndOpenedFarFromItsBeginning() {
    let text = "\(axial)``` python\ntea\n> text\n\n![a](b)\n\n> more\n\n## post\n\nwords\n\n> again\n"
    var document = Document(text)
    document.replace(ByteRange(at: document.count), with: Array("```\n".utf8))
    #expect(document == Document(document.bytes))
    #expect(document.blocks.count == 2)
    document.replace(ByteRange(at: document.count - 20), with: Array("\n**OPEN CODING TRACE:**\n".utf8))
    #expect(document == Document(document.bytes))
    #expect(document.blocks.count > 5)
  }
}

/// Pieces that hide what is around them, or stop doing so.
private let pieces = [
  "<!--", "-->", "<!-- a -->", "\n<!--\n", "\n-->\n", "`", "\\", "\n<<<<<<< HEAD\n", "\n||||||| base\n", "\n=======\n",
  "\n>>>>>>> other\n", "<", ">", "=", "|", "\n", "\n\n", "\r\n", "\r", "```", "\n```\n", "\n``` python\n", "\n> text\n",
  "\nadded:\n", "\n# coding\n", "\n## title\n", "\n**AXIAL CODING TRACE:**\n", "\n**OPEN CODING TRACE:**\n", "tea_pot",
  "'''",
  "\n```` x\n", "~~~\n", "\nadd codes to s1:\n", "\nalready added: old_mug, ", "tea = CClass(", "\nOPEN CODING TRACE\n",
  "\n**AXAIL CODING TRACE:**\n", "\n# codign\n", "#", "_", "*",
]

@Suite struct HiddenTextReparseTests {
  private let note = """
    <!-- a draft

    -->
    # s
    7 <!-- or 8 -->
    ## title
    <<<<<<< HEAD
    Tea
    =======
    Mug
    >>>>>>> other

    # coding
    > text <!-- b --> text

    **OPEN CODING TRACE:**
    Options: tea_pot, <!-- c
    c --> tea_cup

    **AXIAL CODING TRACE:**
    added:
    <!-- d -->
    ``` python
    tea = CClass(pattern, "Tea")
    <<<<<<< HEAD
    mug = CClass(pattern, "Mug")
    ||||||| base
    mug = CClass(pattern, "Jug")
    =======
    > mug
    >>>>>>> other
    ```
    > text
    <<<<<<< HEAD
    added:
    ``` python
    tea
    > quoted
    ![a](b)
    """

  @Test(arguments: 0..<4) func randomEditsGiveWhatParsingGives(_ part: Int) throws {
    let texts = [
      Array(note.utf8), Array(note.replacing("\n", with: "\r\n").utf8), [],
      Array(String(repeating: note, count: 3).utf8),
    ]
    try checkRandomEdits(texts, pieces: pieces, count: stepCount(4000) / 4, seed: UInt64(part) + 41)
  }

  @Test func randomEditsOfManyPagesGiveWhatParsingGives() throws {
    let text = Array(String(repeating: note + "\n```\n-->\n", count: 40).utf8)
    #expect(Document(text).pages.count > 3)
    try checkRandomEdits([text], pieces: pieces, count: 150, seed: 8)
  }

  @Test func randomEditsOfModelFilesGiveWhatParsingGives() throws {
    let text = Array("x = a\n<<<<<<< HEAD\ny = '''\n=======\ny = c\n>>>>>>> other\nz = f(\n    d)\n".utf8)
    try checkRandomEdits([text, []], pieces: pieces, format: .model, count: 600, seed: 9)
  }
}
