// Every feature at every place: nothing traps, and answers stay inside the note and agree with each other.

import Foundation
import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct TotalityTests {
  private static let notes = [
    "",
    "\n",
    "\r\n\r\n",
    "`",
    "``` python",
    "``` python\n'''",
    "# s\n4",
    "# s4\n\nadd codes to ",
    "\u{FEFF}# s\n😀",
    """
    # s
    4 and more
    ## title
    é 😀

    # coding

    > “Quoted” e\u{301} cache.
    runs on

    **OPEN CODING TRACE:**

    “😀” options: cache, store_decision and e\u{301}_x -> y

    **AXIAL CODING TRACE:**

    add codes to s:
    ``` python
        '''
            cache, input ports,
            index = CClass(pattern, "Index 😀"), cost
        '''
        # comment 😀
        add_force_relations{(cache: {speed: positive})
        add_decision_option_link(store_decision, cache. "é", 'x
        x = \\
            cache.add_links((index, role_name="to", stereotype_instances=uses)[0]
        naïve = CClas(force, "😀"}
        {... cache: {}}, })
        name: {a: b
    ```
    add_links({s4: [cache
    """,
    codes,
  ]

  @Test(arguments: notes.indices)
  func everyOffsetOfSmallNotes(_ index: Int) throws {
    let fixture = Fixture(Self.notes[index])
    let file = try #require(fixture.files.first)
    if let failure = fixture.snapshot(of: file).mistakeOfWholeNoteFeatures() { Issue.record(failure) }
    for offset in -2...file.document.count + 2 {
      if let failure = askEverything(fixture.snapshot(of: file), at: offset) { Issue.record(failure) }
    }
  }

  @Test func everyOffsetOfNotesCutAnywhere() {
    let text = Array(Self.notes[9].utf8)
    for length in stride(from: 0, to: text.count, by: 3) {
      let document = Document(Array(text[..<length]))
      var study = Study()
      let id = study.add(name: "s_4.md", DocumentSummary(document))
      let snapshot = Snapshot(study: study, document: id, syntax: document) { _ in nil }
      if let failure = snapshot.mistakeOfWholeNoteFeatures() { Issue.record(failure) }
      for offset in [0, length / 2, length - 1, length] {
        if let failure = askEverything(snapshot, at: offset) { Issue.record(failure) }
      }
    }
  }

  @Test(arguments: 0..<4) func everyOffsetOfDamagedModelFiles(_ part: Int) throws {
    var random = SeededGenerator(seed: UInt64(part) + 31)
    let pieces = Array(Self.model.utf8).split(separator: UInt8(ascii: " "))
    let settings = RuleSettings(Dictionary(uniqueKeysWithValues: Rules.all.map { ($0.name, .on($0.severity)) }))
    var document = Document(Self.model, format: .model)
    var summary = DocumentSummary(document)
    var study = CheckedStudy(settings: settings)
    _ = study.add(name: "s_4.md", DocumentSummary(Document(Self.notes[9])))
    let id = study.add(name: "model.py", summary)
    for _ in 0..<stepCount(160) / 4 {
      let start = Int.random(in: 0...document.count, using: &random)
      let range = ByteRange(start, min(start + Int.random(in: 0...9, using: &random), document.count))
      let change = document.replace(range, with: Array(pieces.randomElement(using: &random) ?? []))
      summary.update(document, change)
      study.update(id, summary)
      _ = study.refreshFindings()
      let snapshot = Snapshot(study: study.study, document: id, syntax: document) { _ in nil }
      if let failure = snapshot.mistakeOfWholeNoteFeatures() { Issue.record(failure) }
      for offset in stride(from: 0, through: document.count, by: 17) {
        if let failure = askEverything(snapshot, at: offset) { Issue.record(failure) }
      }
    }
  }

  private static let model = """
    from codeable_models import CClass , add_links as link
    tactic = CMetaclass( "Tactic" , superclasses=[practice, m.thing] )
    async def link_all( code ): return code
    cache = CClass( metamodel.pattern, "Café 😀" )
    "x". y = a.b.cache = cache
    add_links({"s4". : [cache], s4. : [], f(): x, s4: s4_codes, 3: [a] }, role_name="contained_code" )
    s4_codes = [ cache, data_model.cost, ]
    s4_codes += [ x. ]
    data_model.cache.add_links( store, role_name='to' )
    def
    class :
    from x import ( a as , b as c, *
    ''' open

    """

  @Test func aSummaryThatLagsBehindTheTextIsHarmless() throws {
    let fixture = Fixture(Self.notes[9])
    let file = try #require(fixture.files.first)
    for other in ["", "x", Self.notes[9] + Self.notes[9], String(Self.notes[9].dropFirst(200))] {
      let document = Document(other)
      let snapshot = Snapshot(study: fixture.study, document: file.id, syntax: document) { _ in nil }
      if let failure = snapshot.mistakeOfWholeNoteFeatures(isCurrent: false) { Issue.record(failure) }
      for offset in 0...document.count { ask(snapshot, at: offset) }
    }
  }

  @Test func aNoteThatTheStudyDoesNotKnowIsHarmless() {
    let document = Document(Self.notes[9])
    let unknown = DocumentID(rawValue: 7)
    let snapshot = Snapshot(study: Study(), document: unknown, syntax: document) { _ in nil }
    if let failure = snapshot.mistakeOfWholeNoteFeatures() { Issue.record(failure) }
    for offset in 0...document.count { ask(snapshot, at: offset) }
  }

  @Test func theSampleStudy() throws {
    try check(sampleNotes(), every: 13)
  }

  @Test(.enabled(if: corpusFolder != nil)) func realNotes() throws {
    let notes = try corpusNotes()
    try check(notes, asking: stride(from: 0, to: notes.count, by: max(notes.count / 6, 1)).map { $0 }, every: 7)
  }

  // MARK: - Asking

  private func check(_ notes: [[UInt8]], asking indices: [Int]? = nil, every step: Int) throws {
    let study = TestStudy(notes.enumerated().map { (name: "\($0.offset).md", text: $0.element) })
    let documents = Dictionary(uniqueKeysWithValues: study.notes.map { ($0.id, $0.document) })
    for index in indices ?? Array(notes.indices) {
      let note = study.notes[index]
      let snapshot = Snapshot(study: study.study, document: note.id, syntax: note.document) { documents[$0] }
      if let failure = snapshot.mistakeOfWholeNoteFeatures() { Issue.record("\(note.name): \(failure)") }
      for offset in stride(from: 0, through: note.document.count, by: step) {
        if let failure = askEverything(snapshot, at: offset) { Issue.record("\(note.name): \(failure)") }
      }
    }
  }

  private func ask(_ snapshot: Snapshot, at offset: Int) {
    _ = snapshot.completion(at: offset)
    _ = snapshot.hover(at: offset)?.content.markdown
    _ = snapshot.definition(at: offset)
    _ = snapshot.references(at: offset, includingDeclaration: true)
    _ = snapshot.documentHighlights(at: offset)
    _ = snapshot.mistakeOfPlaceFeatures(at: offset)
  }

  /// Asks every feature; returns what can't be right about an answer.
  private func askEverything(_ snapshot: Snapshot, at offset: Int) -> Comment? {
    if let mistake = snapshot.mistakeOfPlaceFeatures(at: offset) { return mistake }
    let count = snapshot.syntax.count
    let cursor = min(max(offset, 0), count)
    if let completion = snapshot.completion(at: offset, withSnippets: true) {
      guard completion.replaceRange.end <= count, completion.insertRange.end == cursor,
        completion.insertRange.start == completion.replaceRange.start, completion.replaceRange.touches(cursor)
      else { return "completion at \(offset) replaces \(completion.replaceRange)" }
      guard Set(completion.items).count == completion.items.count else {
        return "completion at \(offset) has an item twice"
      }
    }
    let hover = snapshot.hover(at: offset)
    if let hover, hover.range.end > count || !hover.range.touches(cursor) {
      return "hover at \(offset) is about \(hover.range)"
    }
    _ = hover?.content.markdown
    _ = hover?.content.plainText
    let definition = snapshot.definition(at: offset)
    if let definition, !definition.origin.touches(cursor) || definition.targets.isEmpty {
      return "definition at \(offset) is from \(definition.origin)"
    }
    let references = snapshot.references(at: offset, includingDeclaration: true)
    let highlights = snapshot.documentHighlights(at: offset)
    guard let found = snapshot.name(at: offset) else {
      return references.isEmpty && highlights.isEmpty ? nil : "places of no name at \(offset)"
    }
    let text = snapshot.syntax.string(in: found.range)
    if found.role != nil, found.role != .label, text != found.name { return "\(found.name) at \(offset) reads \(text)" }
    // In the heading that numbers the note, the letter asks for the number.
    guard found.role == nil || highlights.contains(where: { $0.range.touches(cursor) }) else {
      return "\(found.name) at \(offset) is not highlighted"
    }
    guard highlights.count == references.filter({ $0.place.document == snapshot.document }).count else {
      return "highlights and references of \(found.name) at \(offset) differ"
    }
    return nil
  }
}

@Suite(.enabled(if: corpusFolder != nil)) struct GivenNotesTests {
  /// The two notes that the project was started from.
  private func given() throws -> (study: TestStudy, s4: Int, s33: Int) {
    let folder = try #require(corpusFolder).appendingPathComponent("given")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    let study = TestStudy(
      try names.map { (name: $0, text: Array(try Data(contentsOf: folder.appendingPathComponent($0)))) })
    let ids = study.notes.map { study.study[$0.id]?.sourceID }
    return (study, try #require(ids.firstIndex(of: "s4")), try #require(ids.firstIndex(of: "s33")))
  }

  @Test func internalStoragesLeadsFromOneNoteToTheOther() throws {
    let (study, s4, s33) = try given()
    let note = study.notes[s33]
    let documents = Dictionary(uniqueKeysWithValues: study.notes.map { ($0.id, $0.document) })
    let snapshot = Snapshot(study: study.study, document: note.id, syntax: note.document) { documents[$0] }
    let text = String(decoding: note.document.bytes, as: UTF8.self)
    let offset = try #require(text.range(of: "internal_storages")).lowerBound.utf16Offset(in: text)
    let utf8 = text.utf8.distance(from: text.startIndex, to: String.Index(utf16Offset: offset, in: text))
    let definition = try #require(snapshot.definition(at: utf8 + 3))
    #expect(definition.name == "internal_storages")
    #expect(definition.targets.map(\.document) == [study.notes[s4].id])
  }

  @Test func encryptionHasAHover() throws {
    let (study, s4, _) = try given()
    let note = study.notes[s4]
    let snapshot = Snapshot(study: study.study, document: note.id, syntax: note.document) { _ in nil }
    let hover = try #require(
      note.document.blocks.lazy.filter { $0.block.notation != nil }.compactMap { place -> Hover? in
        let text = place.block.text.string(in: ByteRange(0, place.block.count))
        guard let found = text.range(of: "encryption") else { return nil }
        return snapshot.hover(at: place.start + text.utf8.distance(from: text.startIndex, to: found.lowerBound))
      }.first)
    #expect(hover.content.markdown.contains("`encryption`"))
    #expect(hover.content.markdown.contains("\n> "))
  }
}
