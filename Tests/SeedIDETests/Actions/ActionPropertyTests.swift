// Every action at every finding of real studies: what it promises comes true, and nothing else happens.

import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct ActionPropertyTests {
  @Test func actionsKeepTheirPromises() throws {
    try check(try sampleNotes(), called: "seeds")
    try check(try corpusNotes(), called: "SEED_CORPUS")
  }

  private func check(_ texts: [[UInt8]], called name: String) throws {
    guard !texts.isEmpty else { return }
    let state = TestStudy(texts.enumerated().map { (name: "note\($0).md", text: $1) })
    let documents = Dictionary(uniqueKeysWithValues: state.notes.map { ($0.id, $0.document) })
    var counts = (findings: 0, ignored: 0, defined: 0, fixedAtOnce: 0)
    for note in state.notes {
      let snapshot = Snapshot(study: state.study, document: note.id, syntax: note.document) { documents[$0] }
      let findings = state.checked.findings(in: note.id)
      for finding in findings {
        counts.findings += 1
        let offset = snapshot.byteRange(of: finding.range).start
        for action in snapshot.actions(in: ByteRange(at: offset), state.checked, where: { $0 == .fix }) {
          guard action.findings.contains(finding), case .edit(let edit) = action.outcome else { continue }
          if action.title.hasPrefix("Ignore") {
            let after = try apply(edit, to: state, note.id)
            #expect(
              !after.contains {
                $0.rule == finding.rule && $0.message == finding.message && $0.isAt(finding, shift: 0...1)
              },
              "\(note.name):\(finding.range.start.line + 1): `\(finding.rule)` is still found")
            #expect(after.count < findings.count, "\(note.name):\(finding.range.start.line + 1): \(finding.rule)")
            counts.ignored += 1
          } else if action.title.hasPrefix("Define") {
            let text = note.document.string(in: snapshot.byteRange(of: finding.range))
            let after = try apply(edit, to: state, note.id)
            #expect(
              !after.contains { $0.rule == finding.rule && $0.message == finding.message },
              "\(text) is not defined in \(note.name)")
            // Each definition is a line.
            let lineCount = edit.notes.flatMap(\.edits).reduce(0) { $0 + $1.newText.count(where: \.isNewline) }
            #expect(!after.contains { $0.rule == "syntax-error" && !findings.contains($0, movedBy: 0...lineCount) })
            counts.defined += 1
          }
        }
      }
      for action in snapshot.actions(in: .empty, state.checked, where: { $0 == .fixAll }) {
        guard case .edit(let edit) = action.outcome else { continue }
        let after = try apply(edit, to: state, note.id)
        #expect(after.count < findings.count, "\(note.name): \(action.title)")
        counts.fixedAtOnce += action.findings.count
      }
    }
    print(
      "\(name): \(counts.findings) findings; \(counts.ignored) silenced, \(counts.defined) defined, "
        + "\(counts.fixedAtOnce) fixed at once")
  }

  /// The findings of a note after an edit of it.
  private func apply(_ edit: StudyEdit, to state: TestStudy, _ id: DocumentID) throws -> [Finding] {
    let change = try #require(edit.notes.first)
    #expect(edit.notes.count == 1 && change.document == id)
    var study = state.checked
    study.update(id, DocumentSummary(Document(change.result)))
    _ = study.refreshFindings()
    return study.findings(in: id)
  }
}

extension Finding {
  /// Whether this finding is at the place of another one, moved down by some lines.
  fileprivate func isAt(_ other: Finding, shift: ClosedRange<Int>) -> Bool {
    shift.contains(Int(range.start.line) - Int(other.range.start.line)) && range.start.utf8 == other.range.start.utf8
  }
}

extension [Finding] {
  fileprivate func contains(_ finding: Finding, movedBy shift: ClosedRange<Int>) -> Bool {
    contains { finding.rule == $0.rule && finding.isAt($0, shift: shift) }
  }
}
