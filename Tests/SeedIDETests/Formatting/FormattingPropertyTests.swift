// Formatting over real studies: nothing but blanks changes, the notes mean what they meant, and once is enough.

import SeedIDE
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct FormattingPropertyTests {
  @Test func formattingChangesBlanksAlone() throws {
    try check(try sampleNotes(), called: "seeds")
    try check(try corpusNotes(), called: "SEED_CORPUS")
  }

  @Test func untidyNotesAreMadeTidy() throws {
    var generator = SeededGenerator(seed: 11)
    let untidied = try sampleNotes().map { untidy($0, &generator) }
    let edits = try check(untidied, called: "seeds with blanks put in")
    #expect(edits > 1000)
  }

  @discardableResult
  private func check(_ texts: [[UInt8]], called name: String) throws -> Int {
    guard !texts.isEmpty else { return 0 }
    let state = TestStudy(texts.enumerated().map { (name: "note\($0).md", text: $1) })
    var formatted = state.checked
    var count = 0
    var after: [DocumentID: Document] = [:]
    for note in state.notes {
      let snapshot = Snapshot(study: state.study, document: note.id, syntax: note.document) { _ in nil }
      let edit = snapshot.formatting()
      count += edit.edits.count
      for change in edit.edits {
        let changed = note.document.bytes(in: change.range) + change.newBytes
        #expect(changed.allSatisfy { $0 == 0x20 || $0 == 0x09 })
      }
      let result = Document(edit.result)
      after[note.id] = result
      #expect(parts(of: result) == parts(of: note.document), "\(name), \(note.name)")
      formatted.update(note.id, DocumentSummary(result))
    }
    _ = formatted.refreshFindings()
    for note in state.notes {
      guard let result = after[note.id] else { continue }
      #expect(
        messages(formatted.findings(in: note.id)) == messages(state.checked.findings(in: note.id)),
        "\(name), \(note.name)")
      let again = Snapshot(study: formatted.study, document: note.id, syntax: result) { _ in nil }.formatting()
      #expect(again.edits.isEmpty, "\(name), \(note.name): \(again.edits)")
    }
    print("\(name): \(count) edits in \(texts.count) notes")
    return count
  }

  private func messages(_ findings: [Finding]) -> [String] {
    findings.map { "\($0.range.start.line) \($0.rule) \($0.message)" }
  }

  /// A note as its blocks: those of code as their nodes, without the blanks between them, all others byte by byte.
  private func parts(of document: Document) -> [String] {
    document.blocks.flatMap { place -> [String] in
      let bytes = document.bytes(in: ByteRange(place.start, place.end))
      guard case .fence(let fence) = place.block.content, let tree = fence.tree else {
        return [String(decoding: bytes, as: UTF8.self)]
      }
      func text(_ range: ByteRange) -> String {
        String(decoding: bytes[range.start..<range.end], as: UTF8.self)
      }
      let nodes = tree.nodes.map { node in
        let own = text(node.range.shifted(by: fence.code.start))
        return "\(node.kind) \(node.isDamaged) \(node.subtreeEnd) "
          + (node.kind == .string ? own : own.filter { $0 != " " && $0 != "\t" })
      }
      let comments = tree.comments.map { text($0.shifted(by: fence.code.start)) }
      return nodes + comments + tree.problems.map { "\($0.kind)" } + [
        text(ByteRange(0, fence.code.start)), text(ByteRange(fence.code.end, bytes.count)),
      ]
    }
  }

  /// A note with blanks put in around the punctuation of its code.
  private func untidy(_ text: [UInt8], _ generator: inout SeededGenerator) -> [UInt8] {
    let document = Document(text)
    var result: [UInt8] = []
    for place in document.blocks {
      let bytes = document.bytes(in: ByteRange(place.start, place.end))
      guard case .fence(let fence) = place.block.content, let tree = fence.tree else {
        result += bytes
        continue
      }
      let strings = tree.nodes.filter { $0.kind == .string }.map { $0.range.shifted(by: fence.code.start) }
      for (offset, byte) in bytes.enumerated() {
        let isMark =
          ",:=(){}[]".utf8.contains(byte) && fence.code.contains(offset) && !strings.contains { $0.contains(offset) }
        if isMark, Bool.random(using: &generator) { result.append(0x20) }
        result.append(byte)
        if isMark, Bool.random(using: &generator) {
          result += [0x20, 0x09].prefix(Int.random(in: 1...2, using: &generator))
        }
      }
    }
    return result
  }
}
