// Findings after edits are those of a study that is read from the start.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct IncrementalFindingsTests {
  /// Statements over few names, so that edits make and break every kind of relation between notes.
  private static let statements = [
    "lake = CClass(pattern, \"Lake\")", "lake = CClass(practice, \"Lake\")", "lake = CClass(pattern, \"Lakes\")",
    "lakes = CClass(pattern, \"Lakes\")", "data_lake = CClass(pattern, \"Data\")", "data_lakes = CClass(force, \"D\")",
    "data_lakes = CClass(pattern, \"D\")", "speed = CClass(force, \"Speed\")", "speed = CClass(decision, \"Speed\")",
    "store = CClass(decision, \"Store\")", "input_port = CClass(pattern, \"Port\")", "lake = lake.add_links(speed)[0]",
    "risk = CMetaclass(\"Risk\")", "loss = CClass(risk, \"Loss\")", "add_decision_option_link(store, lake)",
    "add_decision_option_link(store, speed)", "add_decision_option_link(stores, data_lake)",
    "add_force_relations({lake: {speed: positive}})", "add_force_relations({lake: {speed: negative, speed: neutral}})",
    "add_force_relations({data_lake: {data_lakes: positive}})", "'''\nlake, data_lake, speeds\n'''", "input ports",
    "input port", "data-lake", "lake", "speed", "s1", "", "raw_data_lake = CClass(pattern, \"Raw\")", "raw_data_lakes",
    "raw_data_store", "raw_lake", "raw_lake = CClass(pattern, \"Raw\")", "lake_2 = lake", "\"lake\"",
    "CClass(force, \"Speed\")",
  ]

  /// Rules that are off by default are on, so that their pages are marked as well.
  private static let settings = RuleSettings(
    ["unused-code": .on(.hint), "unattached-option": .on(.hint), "option-without-forces": .on(.hint)])

  private func text(_ lines: [String]) -> String {
    "**AXIAL CODING TRACE:**\n``` python\n" + lines.joined(separator: "\n") + "\n```\n"
  }

  @Test func findingsThatAreWorkedOutPieceByPieceAreTheSame() throws {
    let files = (0..<5).map { (name: "note\($0).md", text: Array(text(["lake"]).utf8)) }
    var study = TestStudy(settings: Self.settings, files).checked
    let first = try #require(study.study.documentIDs.first)
    let changed = DocumentSummary(Document(text(["lake = CClass(pattern, \"Lake\")"])))
    var whole = study
    whole.update(first, changed)
    study.update(first, changed)
    let all = whole.refreshFindings()
    #expect(all.count == 5)

    var pieces: [[DocumentID]] = []
    repeat {
      pieces.append(study.refreshFindings(atMost: 1))
      let waiting = study.study.documentIDs.count { study.hasPagesToCheck(in: $0) }
      #expect(waiting == 5 - pieces.count, "one page is looked at, the others wait")
    } while study.hasPagesToCheck && pieces.count < 10
    #expect(pieces.count == 5)
    #expect(Set(pieces.joined()) == Set(all))
    for id in all { #expect(study.findings(in: id) == whole.findings(in: id)) }
  }

  @Test func findingsAfterEditsAreThoseOfAFreshStudy() throws {
    var random = SeededGenerator(seed: 11)
    var contents = (0..<5).map { _ in (0..<4).compactMap { _ in Self.statements.randomElement(using: &random) } }
    var study = TestStudy(settings: Self.settings, [])
    for (index, lines) in contents.enumerated() { study.add("note\(index).md", text(lines)) }
    var reported: [DocumentID: [Finding]] = [:]
    for note in study.notes { reported[note.id] = study.checked.findings(in: note.id) }
    for step in 0..<stepCount(200) {
      let index = Int.random(in: contents.indices, using: &random)
      let line = Int.random(in: 0...contents[index].count, using: &random)
      if Bool.random(using: &random), line < contents[index].count {
        contents[index].remove(at: line)
      } else {
        contents[index].insert(Self.statements.randomElement(using: &random) ?? "", at: line)
      }
      for note in study.replaceAndReport("note\(index).md", with: Array(text(contents[index]).utf8)) {
        reported[note] = study.checked.findings(in: note)
      }
      var fresh = TestStudy(settings: Self.settings, [])
      for (index, lines) in contents.enumerated() { fresh.add("note\(index).md", text(lines)) }
      for (note, other) in zip(study.notes, fresh.notes) {
        let expected = fresh.checked.findings(in: other.id)
        try #require(study.checked.findings(in: note.id) == expected, "step \(step), \(note.name)")
        // What was reported to the editor is up to date, too, wherever it points.
        try #require(reported[note.id] == expected, "step \(step), \(note.name) was not reported again")
      }
    }
  }

  /// An editor opens any note first, and the others are read behind it.
  @Test(arguments: 0..<20) func whichNoteWasOpenedFirstMakesNoDifference(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let notes = [1, 2, 3, 10, 11].map { number in
      let header = "# s\n\(number % 10)\n## title\nThe same\n\n"
      let lines = (0..<6).compactMap { _ in Self.statements.randomElement(using: &random) }
      return (name: "s_\(number).md", text: Array((header + text(lines)).utf8))
    }
    let inOrder = TestStudy(settings: Self.settings, notes)
    let shuffled = TestStudy(settings: Self.settings, notes.shuffled(using: &random))
    #expect(shuffled.findings.sorted() == inOrder.findings.sorted())
    #expect(!inOrder.findings.isEmpty)
    for name in ["lake", "data_lake"].compactMap({ inOrder.study.nameID($0).map { inOrder.study.string($0) } }) {
      let forces = [inOrder, shuffled].map { study in
        study.study.nameID(name).map { study.study.relations(.impact, of: $0).map { "\($0.to) \($0.meaning ?? "")" } }
      }
      #expect(forces[0] == forces[1])
    }
  }

  /// A long note has several pages; edits on one of them concern the others.
  @Test func pagesOfOneNoteFollowEachOther() throws {
    var random = SeededGenerator(seed: 12)
    var blocks = (0..<400).map { _ in Self.statements.randomElement(using: &random) ?? "" }
    // Source text between them: where it begins, a page may begin.
    func piece(_ statement: String) -> String { "> Source.\n\n" + text([statement]) + "\n" }
    func whole() -> String { blocks.map(piece).joined() }
    var document = Document(whole())
    var study = CheckedStudy(settings: Self.settings)
    var summary = DocumentSummary(document)
    let id = study.add(name: "long.md", summary)
    _ = study.refreshFindings()
    #expect(document.pages.count > 2)
    for step in 0..<stepCount(12) {
      let index = Int.random(in: blocks.indices, using: &random)
      let start = blocks[..<index].reduce(0) { $0 + piece($1).utf8.count }
      let old = piece(blocks[index])
      blocks[index] = Self.statements.randomElement(using: &random) ?? ""
      let change = document.replace(
        ByteRange(start, start + old.utf8.count), with: Array(piece(blocks[index]).utf8))
      summary.update(document, change)
      study.update(id, summary)
      _ = study.refreshFindings()
      var fresh = CheckedStudy(settings: Self.settings)
      // Divided into other pages, which must make no difference.
      let other = fresh.add(name: "long.md", DocumentSummary(Document(document.bytes)))
      _ = fresh.refreshFindings()
      try #require(study.findings(in: id) == fresh.findings(in: other), "step \(step)")
    }
  }

  /// What notes say of their source, in pieces that are put between others until they stand on different pages.
  private static let sourcePieces = [
    "# s\n7\n## url\nhttps://example.org/a\n## title\nA title\n", "# s\n8\n", "# s4\n", "## source type\nBlog Post\n",
    "## source code\nTrue\n", "## titel\nA title\n", "# coding\n", "", "> Source.\n\n", "Prose, `lake`.\n\n",
    "s7 = CClass(source, \"s8\", values={\"title\": \"B\"})",
    "s7 = CClass(source, \"s7\", values={\"title\": \"\", \"url\": \"example.org/a\", \"source_type\": \"Blog Post\"})",
    "s8 = CClass(source, \"s8\")", "s = CClass(source, \"s\", values={})", "# seed-lsp: ignore[missing-field]\nlake",
    "lake = CClass(pattern, \"Lake\")",
  ].map { $0.contains("CClass") || $0.contains("lake\n") ? "**AXIAL CODING TRACE:**\n``` python\n\($0)\n```\n\n" : $0 }

  @Test(arguments: 0..<8) func theSourceIsTheSameOnAnyPages(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let other = DocumentSummary(Document(Self.sourcePieces[0] + "\n" + Self.sourcePieces[10]))
    var pieces = Self.sourcePieces.prefix(1) + (0..<60).map { _ in "> Source.\n\n" }
    var document = Document(pieces.joined())
    var summary = DocumentSummary(document)
    var study = CheckedStudy(settings: Self.settings)
    let id = study.add(name: "s_7.md", summary)
    let otherID = study.add(name: "s_9.md", other)
    _ = study.refreshFindings()
    var reported = [id: study.findings(in: id), otherID: study.findings(in: otherID)]
    for step in 0..<stepCount(60) {
      let index = Int.random(in: pieces.indices, using: &random)
      let start = pieces[..<index].reduce(0) { $0 + $1.utf8.count }
      let old = ByteRange(start, start + pieces[index].utf8.count)
      pieces[index] = Self.sourcePieces.randomElement(using: &random) ?? ""
      let change = document.replace(old, with: Array(pieces[index].utf8))
      summary.update(document, change)
      study.update(id, summary)
      for note in study.refreshFindings() { reported[note] = study.findings(in: note) }
      var fresh = CheckedStudy(settings: Self.settings)
      let freshID = fresh.add(name: "s_7.md", DocumentSummary(Document(document.bytes)))
      let freshOtherID = fresh.add(name: "s_9.md", other)
      _ = fresh.refreshFindings()
      try #require(reported[id] == fresh.findings(in: freshID), "step \(step)")
      try #require(reported[otherID] == fresh.findings(in: freshOtherID), "step \(step), the other note")
    }
  }

  @Test func aNoteThatIsTakenAwayTakesItsDefinitionsWithIt() {
    var study = CheckedStudy()
    let first = study.add(name: "a", DocumentSummary(Document(text(["lake = CClass(pattern, \"Lake\")"]))))
    let second = study.add(name: "b", DocumentSummary(Document(text(["lake = CClass(force, \"Lake\")", "lake"]))))
    _ = study.refreshFindings()
    #expect(study.findings(in: second).map(\.rule) == ["conflicting-definition"])
    study.remove(first)
    #expect(study.refreshFindings() == [second])
    #expect(study.findings(in: second).isEmpty)
  }
}
