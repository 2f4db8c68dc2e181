// Mending whole studies: until nothing is left, and only what was checked.

import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct StudyFixerTests {
  /// Mends notes with the findings that a function makes of them.
  private func fixer(
    _ study: TestStudy, _ texts: [DocumentID: Document]? = nil,
    _ findings: @escaping (CheckedStudy, DocumentID) -> [Finding] = { $0.findings(in: $1) }
  ) -> StudyFixer {
    let onDisk = Dictionary(uniqueKeysWithValues: study.notes.map { ($0.id, $0.document) })
    var fixer = StudyFixer(study.checked, findings: findings) { (texts ?? onDisk)[$0] }
    fixer.run(study.notes.map(\.id))
    return fixer
  }

  /// A finding whose safe fix replaces a name where it stands.
  private func replace(_ name: String, with other: String) -> (CheckedStudy, DocumentID) -> [Finding] {
    { checked, document in
      let study = checked.study
      guard let id = study.nameID(name) else { return [] }
      return study.sites(of: id).filter { $0.document == document }.map { site in
        Finding(
          rule: "test", severity: .warning, range: site.range, message: "Wrong name.",
          fixes: [
            Fix(title: "Guess", isSafe: false, edits: [LineEdit(site.range, "guess")]),
            Fix(title: "Change", isSafe: true, edits: [LineEdit(site.range, other)]),
          ])
      }
    }
  }

  private func note(_ codes: String) -> String { "**AXIAL CODING TRACE:**\n``` python\n'''\n\(codes)\n'''\n```\n" }

  private func newTexts(_ fixer: StudyFixer) -> [String] {
    fixer.fixedNotes.map { String(decoding: $0.newText, as: UTF8.self) }
  }

  @Test func safeFixesAreAppliedInAllNotes() {
    let study = TestStudy([("a.md", note("teh, x, teh")), ("b.md", note("x")), ("c.md", note("teh"))])
    let fixer = fixer(study, nil, replace("teh", with: "the"))
    #expect(newTexts(fixer) == [note("the, x, the"), note("the")])
    #expect(fixer.fixedNotes.map(\.fixCount) == [2, 1])
    #expect(fixer.fixedNotes.map(\.document) == [study.notes[0].id, study.notes[2].id])
    let mended = fixer.checked.study
    #expect(mended.nameID("the").map { mended.sites(of: $0).count } == 3)
  }

  @Test func overlappingFixesAreAppliedOneAfterTheOther() {
    let study = TestStudy([("a.md", note("a"))])
    let steps = [replace("a", with: "b"), replace("b", with: "c"), replace("c", with: "d")]
    let fixer = fixer(study, nil) { study, document in steps.flatMap { $0(study, document) } }
    #expect(newTexts(fixer) == [note("d")])
    #expect(fixer.fixedNotes.map(\.fixCount) == [3])
  }

  @Test func fixesThatGoInCirclesComeToAnEnd() {
    let study = TestStudy([("a.md", note("a"))])
    let steps = [replace("a", with: "b"), replace("b", with: "a")]
    let fixer = fixer(study, nil) { study, document in steps.flatMap { $0(study, document) } }
    #expect(newTexts(fixer) == [note("b")])
  }

  @Test func fixesThatGrowForeverComeToAnEnd() throws {
    let study = TestStudy([("a.md", note("a"))])
    let fixer = fixer(study, nil, replace("a", with: "a, a"))
    let count = try #require(fixer.fixedNotes.first).newText.count
    #expect(count > note("a").utf8.count)
    #expect(count < 10_000)
  }

  @Test func aTextThatIsNotWhatWasCheckedIsLeftAlone() {
    let study = TestStudy([("a.md", note("teh")), ("b.md", note("teh"))])
    let changed = [study.notes[0].id: Document(note("x, teh"))]
    let fixer = fixer(study, changed, replace("teh", with: "the"))
    #expect(fixer.fixedNotes.isEmpty)
    #expect(fixer.unavailable == Set(study.notes.map(\.id)))
  }

  /// An edit divides a note, so that it isn't summarised as one that was read at once.
  @Test func aNoteThatWasEditedIsMended() {
    let text = (1...40).map { "> Quotation \($0)\n\n" + note("teh") }.joined()
    var document = Document(text)
    document.replace(ByteRange(0, 0), with: Array("# s\n".utf8))
    var study = CheckedStudy()
    let id = study.add(name: "a.md", DocumentSummary(document))
    var fixer = StudyFixer(study, findings: replace("teh", with: "the")) { [document] _ in document }
    fixer.run([id])
    #expect(document.pages.count > 1)
    #expect(newTexts(fixer) == ["# s\n" + text.replacing("teh", with: "the")])
  }

  @Test func aNoteThatCouldNotBeWrittenIsTakenBack() {
    let study = TestStudy([("a.md", note("teh"))])
    var fixer = fixer(study, nil, replace("teh", with: "the"))
    fixer.revert(study.notes[0].id)
    #expect(fixer.fixedNotes.isEmpty)
    #expect(fixer.checked.study[study.notes[0].id]?.summary == study.study[study.notes[0].id]?.summary)
  }

  /// Every real note, mended: the rules' own safe fixes keep to what is promised of them.
  @Test func realNotesAreMendedOnceAndKeepTheirQuotations() throws {
    let texts = try sampleNotes() + corpusNotes()
    let study = TestStudy(texts.enumerated().map { (name: "s_\($0).md", text: $1) })
    let fixer = fixer(study)
    #expect(fixer.unavailable.isEmpty)
    var mended = texts
    for note in fixer.fixedNotes {
      let index = try #require(study.notes.firstIndex { $0.id == note.document })
      mended[index] = note.newText
      let before = quotations(note.oldText)
      let after = quotations(note.newText)
      #expect(after.filter(Set(before).contains) == before, "s_\(index).md")
      #expect(Document(note.newText).bytes == note.newText)
      #expect(ByteEdit.apply(note.edits, to: note.oldText) == note.newText)
    }
    let again = self.fixer(TestStudy(mended.enumerated().map { (name: "s_\($0).md", text: $1) }))
    #expect(again.fixedNotes.isEmpty)
    let left = study.notes.flatMap { fixer.checked.findings(in: $0.id) }.filter { $0.fixes.contains(where: \.isSafe) }
    #expect(left.isEmpty)
  }

  /// The quotations of a note without the blank lines behind them.
  private func quotations(_ text: [UInt8]) -> [[UInt8]] {
    Document(text).blocks.filter { $0.block.kind == .quotation }.map { place in
      let bytes = place.block.text.bytes
      return Array(bytes.prefix((bytes.lastIndex { !$0.isBlankOrLineBreak } ?? -1) + 1))
    }
  }
}
