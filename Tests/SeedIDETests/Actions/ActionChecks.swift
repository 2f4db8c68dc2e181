// Records, at the caller's line, what an action does otherwise than a fixture says.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

/// What is offered at `$0`.
func actions(at source: String, _ location: SourceLocation = #_sourceLocation) throws -> (Fixture, [NoteAction]) {
  let fixture = Fixture(source)
  let cursor = try #require(fixture.cursor, sourceLocation: location)
  let range = cursor.file.marks.first { $0.touches(cursor.offset) } ?? ByteRange(at: cursor.offset)
  return (
    fixture,
    fixture.snapshot(of: cursor.file).actions(in: range, fixture.checked) { _ in true }
  )
}

/// Checks the texts after the action of a title that is offered at `$0`.
func checkAction(
  _ source: String, _ title: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
) throws {
  let (fixture, actions) = try actions(at: source, location)
  let titles = actions.map(\.title).joined(separator: ", ")
  let action = try #require(actions.first { $0.title == title }, "offered: \(titles)", sourceLocation: location)
  switch action.outcome {
  case .edit(let edit):
    expectTexts(of: fixture, after: edit, expected, location)
  case .merge(let code, let other):
    let cursor = try #require(fixture.cursor, sourceLocation: location)
    let edit = try fixture.snapshot(of: cursor.file).merge(code, into: other)
    expectTexts(of: fixture, after: edit.withoutDoubts, expected, location)
  case .unavailable(let reason):
    Issue.record("not available: \(reason)", sourceLocation: location)
  }
}

/// Checks that no action's title begins with some words at `$0`.
func checkNoAction(_ source: String, _ words: String, _ location: SourceLocation = #_sourceLocation) throws {
  let (_, actions) = try actions(at: source, location)
  #expect(!actions.contains { $0.title.hasPrefix(words) }, sourceLocation: location)
}
