// Actions in blocks of many lines and in notes that are not UTF-8.

import SeedIDE
import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct BigBlockActionTests {
  private func snapshot(_ text: [UInt8]) throws -> (Snapshot, CheckedStudy) {
    let state = TestStudy([(name: "s_4.md", text: text)])
    let note = try #require(state.notes.first)
    let snapshot = Snapshot(study: state.study, document: note.id, syntax: note.document) { _ in nil }
    return (snapshot, state.checked)
  }

  /// What takes a step for every pair of lines takes minutes here.
  @Test(.timeLimit(.minutes(1))) func actionsOnManyLinesTakeNoLonger() throws {
    let names = (0..<2_000).map { "    name_\($0 * 7919 % 2_000),  # why\n" }.joined()
    let calls = (0..<2_000).map { "x_\($0) = CClass(force, \"X\")\n" }.joined()
    let text = Array("**AXIAL CODING TRACE:**\n``` python\n'''\n\(names)\n'''\n\(calls)\n```\n".utf8)
    let (snapshot, checked) = try snapshot(text)
    for range in [ByteRange(60, 60), ByteRange(text.count - 30, text.count - 30), ByteRange(0, text.count)] {
      let actions = snapshot.actions(in: range, checked) { _ in true }
      #expect(actions.count < 500)
    }
    let formatted = snapshot.formatting()
    #expect(formatted.edits.isEmpty)
  }

  @Test func namesThatAreNotUTF8AreNotMoved() throws {
    let text =
      Array("**AXIAL CODING TRACE:**\n``` python\n'''\n  b,\n  a".utf8) + [0xE9] + Array(",\n  c\n'''\n```\n".utf8)
    let (snapshot, checked) = try snapshot(text)
    let sort = try #require(
      snapshot.actions(in: ByteRange(43, 43), checked) { $0 == .rewrite }.first { $0.title.hasPrefix("Sort") })
    guard case .unavailable = sort.outcome else {
      Issue.record("it is available")
      return
    }
  }
}
