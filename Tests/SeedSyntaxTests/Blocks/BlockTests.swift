// How a note divides into blocks: headers, traces, labels, fences, quotations and prose, well-formed and damaged.

import SeedSyntax
import SeedTestSupport
import Testing

/// The blocks of a note as lines of `kind: first line of its text`.
private func outline(_ text: String) -> [String] {
  Document(text).blocks.map { place in
    let firstLine =
      place.block.text.string(in: ByteRange(0, place.block.count))
      .split(omittingEmptySubsequences: false) { $0.isNewline }.first ?? ""
    return "\(place.block.kind): \(firstLine)"
  }
}

@Suite struct BlockTests {
  @Test func aHeaderIsReadFieldByField() {
    let document = Document(
      "# s \n4\n## url\nhttps://e.org\n## title\n#2 Explained\n## references\n\n# coding\n\nquoted\n")
    let fields = document.blocks.compactMap { place -> String? in
      guard case .field(let field) = place.block.content else { return nil }
      return place.block.text.string(in: field.name) + "=" + place.block.text.string(in: field.value)
    }
    #expect(fields == ["s=4", "url=https://e.org", "title=#2 Explained", "references="])
    #expect(document.blocks.map(\.block.kind).suffix(2) == [.heading, .quotation])
  }

  @Test func theNumberMayStandInTheSourceHeading() throws {
    let document = Document("# s21\n## url\nhttps://e.org\n")
    let first = try #require(document.blocks.first)
    guard case .field(let field) = first.block.content else {
      Issue.record("not a field")
      return
    }
    #expect(field.isSourceHeading)
    #expect(first.block.text.string(in: field.name) == "s21")
  }

  @Test func aQuotationRunsOnOverPlainLines() {
    #expect(
      outline("> It's a pipeline\nFirst, this.\n\nAnd this too.\n\n**OPEN CODING TRACE:**\n\nOption: cache\n") == [
        "quotation: > It's a pipeline", "quotation: And this too.", "trace: **OPEN CODING TRACE:**",
        "openCoding: Option: cache",
      ])
  }

  @Test(
    arguments: [
      ("**OPEN CODING TRACE:**", TraceHeading.Kind.open), ("**OPEN CODING:** ", .open),
      ("**AXIAL CODING TRACE:**", .axial),
      ("**AXIAL CODING:**", .axial), ("### AXIAL CODING TRACE:", .axial), ("**axial  coding trace**:", .axial),
      ("**AXIAL CODING TRACE**: source and references", .source),
    ])
  func traceHeadingsAreRecognisedInTheirVariants(_ text: String, _ kind: TraceHeading.Kind) throws {
    let block = try #require(Document(text + "\n").blocks.first?.block)
    guard case .trace(let heading) = block.content else {
      Issue.record("\(text) is a \(block.kind)")
      return
    }
    #expect(heading.kind == kind)
  }

  @Test(arguments: [
    "masked on the fly**", "**Open** questions", "**open coding traces are nice", "* OPEN CODING TRACE:",
  ])
  func emphasisIsNoTraceHeading(_ text: String) {
    #expect(!Document(text).blocks.contains { $0.block.kind == .trace })
  }

  @Test(
    arguments: [
      "add codes to s33: ", "Add codes to s4:", "Add code to s32", "add codes to s:", "added:", "added: ", "add",
      "add:",
      "already added:", "added codes:", "setting forces:", "added new force relations:", "changed wording of:",
      "- added: ", "  - add codes to s12:",
    ])
  func labelsAreRecognisedBeforeAFence(_ label: String) {
    let kinds = Document("> quoted\n\n\(label)\n``` python\n'''\ncache\n'''\n```\n").blocks.map(\.block.kind)
    #expect(kinds == [.quotation, .label, .coding])
  }

  @Test(arguments: ["added", "add codes to stakeholders:", "added value matters", "addendum:"])
  func ordinaryWordsInSourceTextAreNoLabels(_ text: String) {
    #expect(outline("> quoted\n\n\(text)\n\nmore\n").map { $0.prefix(9) } == ["quotation", "quotation", "quotation"])
  }

  @Test func aLabelMayFollowTheOpenCodingDirectly() {
    #expect(
      outline("**OPEN CODING TRACE:**\n\nOption: market\n\nadd codes to s42: \n``` python \n'''\nmarket\n'''\n```") == [
        "trace: **OPEN CODING TRACE:**", "openCoding: Option: market", "label: add codes to s42: ",
        "coding: ``` python ",
      ])
  }

  @Test func fencesInSourceTextAreListings() {
    #expect(
      outline("> as follows\n\n``` python\nprint(1)\n```\n\n**AXIAL CODING TRACE:**\n```\ncache\n```\n") == [
        "quotation: > as follows", "listing: ``` python", "trace: **AXIAL CODING TRACE:**", "coding: ```",
      ])
  }

  @Test(arguments: [
    "cache = CClass(pattern, \"Cache\")", "'''cache'''", "add_links({s1: [cache]})", "x = cache.add_links(mart)",
    "add_decision_link(d, cache)", "add_force_relations{(cache: {speed: positive})}",
    "add_stereotyped_design_solution_link(cache, mart, uses)",
  ])
  func aFenceInSourceTextThatHoldsStatementsOfTheNotationIsCoding(_ statement: String) {
    #expect(outline("> quoted\n\n```\n\(statement)\n```\n").last == "coding: ```")
  }

  @Test(arguments: ["parser.add_argument(\"--all\")", "def add_task(name):", "readd_links(x)", "add_", "CClass"])
  func anArticlesOwnCallsAreNoCoding(_ statement: String) {
    #expect(outline("> quoted\n\n``` python\n\(statement)\n```\n").last == "listing: ``` python")
  }

  @Test(
    arguments: [
      "``` python\ncache\n``` python\nmart\n```\n", "``` python\ncache\n**OPEN CODING TRACE:**\n\nnote\n",
      "``` python\ncache\n> quoted again\n", "``` python\ncache\nadd codes to s3:\n``` python\nmart\n```\n",
    ])
  func anUnclosedFenceEndsWhereSomethingElsePlainlyBegins(_ text: String) throws {
    let document = Document("**AXIAL CODING TRACE:**\n" + text)
    let fence = try #require(document.blocks.dropFirst().first?.block)
    guard case .fence(let layout) = fence.content else {
      Issue.record("not a fence: \(fence.kind)")
      return
    }
    #expect(layout.closer == nil)
    #expect(fence.text.string(in: layout.code) == "cache\n")
  }

  @Test func aFenceOfFourTicksHoldsOneOfThree() {
    #expect(
      outline("> quoted\n\n````md\n```\nx\n```\n````\nrest").map { $0.prefix(7) } == ["quotati", "listing", "quotati"])
  }

  @Test func codingThatWasNeverFencedIsRead() throws {
    let document = Document(
      "**AXIAL CODING TRACE**: source and references\ns5 = CClass(source, \"s5\", values={\n  \"title\": \"T\"})\n")
    #expect(document.blocks.last?.block.kind == .unfencedCoding)
  }

  @Test func mentionsAreNamesInProse() {
    let text = """
      **OPEN CODING TRACE:**

      Familiar options: rest_apis, triggering and data_mart, SQL layer
      Confirmation for keep_metadata and see https://e.org/some_path/x

      event_streaming
      """
    let mentions = Document(text).blocks.flatMap { place -> [String] in
      guard case .prose(let mentions) = place.block.content else { return [] }
      return mentions.map { place.block.text.string(in: $0.range) + ($0.isListed ? "!" : "") }
    }
    #expect(mentions == ["rest_apis!", "triggering!", "data_mart!", "keep_metadata", "event_streaming!"])
  }

  @Test(arguments: [
    ("Familiar options:", true), ("Reoccurring codes ->", true), ("- Force:", true),
    ("New code identified:", true), ("Confirmation for:", true), ("To be precise:", false), ("Remark ->", false),
    ("He said:", false),
  ])
  func onlyALeadThatSpeaksOfCodesListsThem(lead: String, isList: Bool) {
    let text = "**OPEN CODING TRACE:**\n\n\(lead) cache, rest_apis\nlake\n"
    let mentions = Document(text).blocks.flatMap { place -> [String] in
      guard case .prose(let mentions) = place.block.content else { return [] }
      return mentions.map { place.block.text.string(in: $0.range) + ($0.isListed ? "!" : "") }
    }
    let mark = isList ? "!" : ""
    #expect(mentions.suffix(3) == ["cache" + mark, "rest_apis" + mark, "lake" + mark])
  }

  @Test func quotationMarksAreNoPartsOfNames() {
    let text =
      "**OPEN CODING TRACE:**\n\nFamiliar options: “cache”, ‘rest_apis’, «triggering», \"mart\" and `lake`.\n"
      + "\nThey say “data_mart”—and event_topic→sink… like \u{A0}key_value 😀raw_data.\n\n“café”\n"
    let mentions = Document(text).blocks.flatMap { place -> [String] in
      guard case .prose(let mentions) = place.block.content else { return [] }
      return mentions.map { place.block.text.string(in: $0.range) + ($0.isListed ? "!" : "") }
    }
    #expect(
      mentions == [
        "cache!", "rest_apis!", "triggering!", "mart!", "lake!", "data_mart", "event_topic", "key_value", "raw_data",
        "café!",
      ])
  }

  @Test func seedFilesAreRecognisedByContent() {
    #expect(Document("# s\n4\n## url\nx\n").isSeed)
    #expect(Document("**AXIAL CODING TRACE:**\n").isSeed)
    #expect(Document("text\n\nadd codes to s4:\n```\ncache\n```\n").isSeed)
    #expect(!Document("# Readme\n\nadded:\n\n- one\n\n```python\nx = 1\n```\n").isSeed)
    #expect(!Document("# Guide\n\n## Open coding\n\nHow to …\n").isSeed)
    #expect(!Document("**Open coding\n\n**OPEN CODINGS:**\n").isSeed)
    #expect(Document("**OPEN CODINGS:**\n\n**AXIAL CODING TRACE:**\n").isSeed)
    #expect(!Document("").isSeed)
  }

  @Test func verticalTabsAreNoLineEnds() {
    #expect(Document("> a\u{0B}b\u{0C}c\n> d").lineCount == 2)
  }

  @Test func everyKindOfLineEndCounts() {
    let document = Document("a\rb\r\nc\n\nd")
    #expect(document.lineCount == 5)
    #expect((0..<5).map { document.offset(ofLine: $0) } == [0, 2, 5, 7, 8])
  }
}

@Suite struct BlockOutlineTests {
  @Test func itHasTheBlocksOfTheDocumentUpToALine() throws {
    for text in try sampleNotes() + corpusNotes() {
      let blocks = Document(text).blocks
      let lines = [0, 1, blocks.count / 2, blocks.last?.line ?? 0, Int.max]
      for line in lines {
        let expected = blocks.filter { $0.line <= line }
        let entries = BlockOutline(text, upToLine: line).entries
        #expect(entries.map(\.kind) == expected.map(\.block.kind))
        #expect(entries.map(\.range) == expected.map { ByteRange($0.start, $0.end) })
      }
    }
  }

  @Test func theLineBreaksOfABlockAreThoseOfItsText() throws {
    let mixed = "# s\r\n1\r\r\n> a\rb\n\n``` python\r\nx\r```\r\n\r\rend".utf8
    for text in try sampleNotes() + corpusNotes() + [Array(mixed)] {
      for place in Document(text).blocks {
        #expect(place.block.lineBreakCount == place.block.text.withBytes { $0.lineBreakCount })
      }
    }
  }

  @Test func anEmptyTextHasNone() {
    #expect(BlockOutline([], upToLine: 3).entries.isEmpty)
  }
}
