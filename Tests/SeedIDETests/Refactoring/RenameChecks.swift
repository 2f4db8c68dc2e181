// Records, at the caller's line, what a rename does otherwise than a fixture says.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

/// Checks that a rename from each place in `⟦…⟧`, and from `$0`, changes exactly those places, and with doubt those in
/// `⟪…⟫`.
func checkRename(_ source: String, to newName: String, _ location: SourceLocation = #_sourceLocation) {
  let sure = Fixture(source.removing("⟪", "⟫"))
  let doubtful = Fixture(source.removing("⟦", "⟧").replacing("⟪", with: "⟦").replacing("⟫", with: "⟧"))
  var questions = sure.files.flatMap { file in
    file.marks.flatMap { [($0.start, file), (($0.start + $0.end) / 2, file), ($0.end, file)] }
  }
  if let cursor = sure.cursor { questions.append((cursor.offset, cursor.file)) }
  #expect(!questions.isEmpty, "the fixture has neither a cursor nor marks to ask from", sourceLocation: location)
  for (offset, file) in questions {
    let edit: StudyEdit
    do throws(RefactoringRefusal) {
      edit = try sure.snapshot(of: file).rename(at: offset, to: newName)
    } catch {
      Issue.record("refused at \(file.name):\(offset): \(error.message)", sourceLocation: location)
      return
    }
    expectSamePlanned(edit, try? sure.snapshot(of: file).plannedFromIndex(at: offset, to: newName), location)
    let asked = "at " + MarkedText.render(file, [], cursor: offset)
    for (fixture, wantsDoubt) in [(sure, false), (doubtful, true)] {
      let found = edit.notes.flatMap { note in
        note.edits.filter { ($0.remark?.needsConfirmation ?? false) == wantsDoubt }.compactMap { edit in
          fixture.file(note.document).map { FixtureRange(file: $0.name, range: edit.range) }
        }
      }
      if let difference = fixture.difference(expected: fixture.marks, found: found, asked: asked) {
        Issue.record("\(wantsDoubt ? "doubtful" : "sure") places: \(difference)", sourceLocation: location)
        return
      }
    }
  }
}

/// Checks that a rename that was planned from the index is the one that was planned from the texts.
func expectSamePlanned(_ edit: StudyEdit, _ planned: PlacedEdit?, _ location: SourceLocation = #_sourceLocation) {
  let wanted = PlacedEdit(edit)
  #expect(planned?.edits == wanted.edits, sourceLocation: location)
  #expect(planned?.notes.map(\.document) == wanted.notes.map(\.document), sourceLocation: location)
  #expect(planned?.fileRenames == wanted.fileRenames, sourceLocation: location)
  #expect(planned?.shadowed == wanted.shadowed, sourceLocation: location)
}

extension Snapshot {
  /// The rename of a server that has made sure that the index is true.
  func plannedFromIndex(at offset: Int, to newName: String) throws(RefactoringRefusal) -> PlacedEdit {
    let sure = Snapshot(
      study: study, document: document, syntax: syntax, isCurrent: true, text: text, load: load)
    return try sure.placedRename(at: offset, to: newName)
  }
}

/// Checks that a rename from `$0` is refused with a message.
func checkRefusal(
  _ source: String, to newName: String, _ message: String, _ location: SourceLocation = #_sourceLocation
) {
  let fixture = Fixture(source)
  guard let cursor = fixture.cursor else {
    Issue.record("the fixture has no cursor", sourceLocation: location)
    return
  }
  do throws(RefactoringRefusal) {
    let edit = try fixture.snapshot(of: cursor.file).rename(at: cursor.offset, to: newName)
    Issue.record("not refused: \(edit.notes.map { $0.edits.count }) edits", sourceLocation: location)
  } catch {
    #expect(error.message == message, sourceLocation: location)
  }
}

/// Checks the texts after a rename from `$0`, doubtful places included, against a fixture of the same files.
func checkRenamed(
  _ source: String, to newName: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let fixture = Fixture(source)
  let cursor = try #require(fixture.cursor, sourceLocation: location)
  let edit = try fixture.snapshot(of: cursor.file).rename(at: cursor.offset, to: newName)
  expectTexts(of: fixture, after: edit, expected, location)
}

/// Compares the texts of a fixture after an edit with those of another one.
func expectTexts(
  of fixture: Fixture, after edit: StudyEdit, _ expected: String, _ location: SourceLocation = #_sourceLocation
) {
  for (file, wanted) in zip(fixture.files, Fixture(expected).files) {
    let result = edit.notes.first { $0.document == file.id }?.result ?? file.document.bytes
    #expect(String(decoding: result, as: UTF8.self) == wanted.document.string, sourceLocation: location)
  }
}

extension Document {
  var string: String { String(decoding: bytes, as: UTF8.self) }
}

extension String {
  func removing(_ marks: String...) -> String {
    marks.reduce(self) { $0.replacing($1, with: "") }
  }
}
