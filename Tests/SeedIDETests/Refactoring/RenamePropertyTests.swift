// Renames every code of real studies: nothing else changes, nothing new is found, and the way back leads to the same bytes.

import Foundation
import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct RenamePropertyTests {
  @Test func everyCodeOfTheSampleStudy() throws {
    let texts = try sampleNotes()
    try renameEveryCode(of: texts.enumerated().map { ("s_\($0 + 1).md", $1) }, called: "seeds")
  }

  @Test(.enabled(if: corpusFolder != nil)) func everyCodeOfARealStudy() throws {
    let folder = try #require(corpusFolder).appendingPathComponent("data-product")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
    let texts = try names.map { ($0, Array(try Data(contentsOf: folder.appendingPathComponent($0)))) }
    try renameEveryCode(of: texts, called: "data-product")
  }

  /// What the index keeps of words that were passed over leads to every one of them, however code is broken.
  @Test func theIndexLeadsToEveryWordInBrokenCode() throws {
    let tokens = [
      "cache", "cache", " ", " ", "\n", "\r\n", "\n    ", "\n\n", "\t", "'''", "\"\"\"", "\"", "'", "f\"", "f'''",
      "rf\"{",
      "{", "}", "{{", "[", "]", "(", ")", "#", "# cache\n", "=", ",", ":", ".", "*", "\\", "\\\n", "é", "😀", "1", "_",
      "@",
      "import ", "from x import ", "as ", "def ", "class ", "lambda ", "for x in ", "```", "cache_x", "\u{feff}",
      "CClass(pattern, \"cache\")", "cache = CClass(pattern, \"C\")\n", "add_links({cache: store})",
    ]
    let defining = "# s\n4\n# coding\nadded:\n``` python\ncache = CClass(pattern, \"C\")\n```\n"
    var generator = SeededGenerator(seed: 11)
    for round in 0..<stepCount(1500) {
      let code = (0..<Int.random(in: 1...14, using: &generator))
        .compactMap { _ in tokens.randomElement(using: &generator) }.joined()
      let isModel = round % 3 == 0
      let end = round % 2 == 0 ? "\n```\n" : ""
      let using = isModel ? code : "# s\n5\n# coding\nadded:\n``` python\n\(code)\(end)"
      let state = TestStudy([("s_4.md", defining), (isModel ? "model.py" : "s_5.md", using)])
      let note = try #require(state.notes.first)
      let offset = try #require(defining.utf8.firstIndex(of: UInt8(ascii: "="))).utf16Offset(in: defining) - 2
      let edit = try snapshot(state, note.id).rename(at: offset, to: "near_store")
      expectSamePlanned(edit, try snapshot(state, note.id).plannedFromIndex(at: offset, to: "near_store"))
    }
  }

  private func renameEveryCode(of texts: [(String, [UInt8])], called name: String) throws {
    var generator = SeededGenerator(seed: 4)
    var state = TestStudy(texts.map { (name: $0.0, text: $0.1) })
    let before = findings(state).sorted()
    var counts = (codes: 0, places: 0, notes: 0, twins: 0)
    for code in codes(of: state) {
      let (file, offset) = try #require(randomOccurrence(of: code, state, &generator))
      let fresh = freshName(for: code, state)
      let edit = try snapshot(state, file).rename(at: offset, to: fresh)
      expectSamePlanned(edit, try snapshot(state, file).plannedFromIndex(at: offset, to: fresh))
      let old = state
      apply(edit, to: &state)
      let changed = Set(edit.notes.map(\.document))
      for (note, oldNote) in zip(state.notes, old.notes) where !changed.contains(note.id) {
        #expect(note.document == oldNote.document)
      }
      for note in edit.notes {
        #expect(
          note.edits.allSatisfy {
            note.original.string(in: $0.range) == code || state.isSourceNumber($0, note, code)
          },
          "\(code): something else than the name is replaced")
      }
      let after = findings(state, fresh, code).sorted()
      if old.study.documents(ofSource: code).isEmpty {
        #expect(after.difference(from: before).isEmpty, "\(code) renamed to \(fresh) changes what is found")
      } else {
        // The note of the source has another name and place among the notes: of two, the other one is the later now.
        let difference = after.map(withoutPlace).sorted().difference(from: before.map(withoutPlace).sorted())
        #expect(difference.isEmpty, "\(code) renamed to \(fresh) changes what is found")
      }
      // Back, from another place.
      let (backFile, backOffset) = try #require(randomOccurrence(of: fresh, state, &generator))
      let back = try snapshot(state, backFile)
      do throws(RefactoringRefusal) {
        apply(try back.rename(at: backOffset, to: code), to: &state)
      } catch {
        // The study had two names already that a rename keeps apart; there is no way back for one of them.
        #expect(error.reason == .clash && hasTwin(code, old), "\(code): \(error.message)")
        counts.twins += 1
        state = old
      }
      for (note, oldNote) in zip(state.notes, old.notes) {
        #expect(note.document.bytes == oldNote.document.bytes, "\(code): the way back leads elsewhere in \(note.name)")
      }
      counts.codes += 1
      counts.places += edit.withoutDoubts.notes.reduce(0) { $0 + $1.edits.count }
      counts.notes += edit.notes.count
    }
    print(
      "\(name): renamed \(counts.codes) names, \(counts.places) places in \(counts.notes) notes; "
        + "\(counts.codes - counts.twins) back to the same bytes, \(counts.twins) refused because of a name written alike"
    )
    #expect(counts.codes > 50)
  }

  // MARK: - Steps

  /// Every name that is defined or used as a code or a source.
  private func codes(of state: TestStudy) -> [String] {
    var names: Set<String> = []
    for note in state.notes {
      for page in state.study[note.id]?.summary.pages ?? [] {
        for (index, occurrence) in page.occurrences.enumerated()
        where occurrence.role.isDefinition || occurrence.role.isReference || occurrence.role == .label {
          let name = page.name(ofOccurrence: index)
          if name.utf8.count > 1, !state.study.vocabulary.contains(name) { names.insert(name) }
        }
      }
    }
    // A source that two notes claim can't be renamed.
    return names.filter { state.study.documents(ofSource: $0).count < 2 }.sorted()
  }

  private func freshName(for name: String, _ state: TestStudy) -> String {
    let isSource =
      !state.study.documents(ofSource: name).isEmpty
      || state.study.nameID(name).map { id in
        state.study.definitions(of: id).contains { $0.metaclass == "source" }
      } ?? false
    return isSource ? "\(name.prefix(1))98765" : "\(name)_called_otherwise"
  }

  private func snapshot(_ state: TestStudy, _ id: DocumentID) throws -> Snapshot {
    let documents = Dictionary(uniqueKeysWithValues: state.notes.map { ($0.id, $0.document) })
    return Snapshot(study: state.study, document: id, syntax: try #require(documents[id])) { documents[$0] }
  }

  private func hasTwin(_ name: String, _ state: TestStudy) -> Bool {
    state.study.namesWrittenAlike(name).count > 1
  }

  private func randomOccurrence(
    of name: String, _ state: TestStudy, _ generator: inout SeededGenerator
  ) -> (DocumentID, Int)? {
    guard let id = state.study.nameID(name) else { return nil }
    let sites = state.study.sites(of: id).filter { !$0.role.isMention && !$0.role.isVocabulary }
    guard let site = sites.randomElement(using: &generator),
      let note = state.notes.first(where: { $0.id == site.document })
    else { return nil }
    let start = note.document.offset(ofLine: Int(site.range.start.line)) + Int(site.range.start.utf8)
    return (note.id, start + Int.random(in: 0...name.utf8.count, using: &generator))
  }

  /// Makes an edit without what is doubtful, but with the new names of files.
  private func apply(_ edit: StudyEdit, to state: inout TestStudy) {
    for note in edit.withoutDoubts.notes {
      guard let name = state.notes.first(where: { $0.id == note.document })?.name else { continue }
      state.replace(name, with: note.result)
    }
    guard !edit.fileRenames.isEmpty else { return }
    let names = Dictionary(uniqueKeysWithValues: edit.fileRenames.map { ($0.document, $0.newName) })
    state = TestStudy(state.notes.map { (name: names[$0.id] ?? $0.name, text: $0.document.bytes) })
  }

  /// Rule, note and text of every finding that doesn't speak of how names are written, with `old` in the place of `new`.
  private func findings(_ state: TestStudy, _ new: String = "", _ old: String = "") -> [String] {
    state.notes.enumerated().flatMap { index, note in
      state.checked.findings(in: note.id).filter { !Self.rulesAboutSpelling.contains($0.rule) }.map { finding in
        let start = note.document.offset(ofLine: Int(finding.range.start.line)) + Int(finding.range.start.utf8)
        let end = note.document.offset(ofLine: Int(finding.range.end.line)) + Int(finding.range.end.utf8)
        let text = note.document.string(in: ByteRange(start, end))
        // An undefined name is misspelt only as long as it is close to a defined one.
        let rule = finding.rule == "misspelled-code" ? "undefined-code" : finding.rule
        return "\(rule) \(index):\(finding.range.start.line + 1) "
          + (new.isEmpty ? text : text.replacing(new, with: old).replacing(new.dropFirst(), with: old.dropFirst()))
      }
    }
  }

  /// The rule of a finding and the text that it is about.
  private func withoutPlace(_ finding: String) -> String {
    let parts = finding.split(separator: " ", maxSplits: 2)
    return "\(parts.first ?? "") \(parts.last ?? "")"
  }

  /// These compare a name with others: another name is another case for them.
  private static let rulesAboutSpelling: Set<String> = ["near-duplicate-codes", "misspelled-definition"]
}

extension TestStudy {
  /// Whether an edit is of the number in the heading of the note that records the source.
  func isSourceNumber(_ edit: ByteEdit, _ note: NoteEdit, _ source: String) -> Bool {
    study[note.document]?.sourceID != nil && source.hasSuffix(note.original.string(in: edit.range))
  }
}
