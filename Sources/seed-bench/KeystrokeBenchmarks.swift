// What the engine takes to follow a keystroke, without the protocol.

import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax

/// Types a name and deletes it again, character by character, on a line of its own in the last coding block of a note.
struct Typist {
  private static let length = 20
  private(set) var document: Document
  private var summary: DocumentSummary
  private var study: CheckedStudy
  private let id: DocumentID
  /// Where the name is typed.
  private let place: Int
  private var step = 0

  /// Nil if the note has no coding block.
  init?(_ workload: Workload, note: Int) {
    let documents = workload.texts.map { Document($0) }
    document = documents[note]
    guard let block = document.blocks.last(where: { $0.block.kind == .coding }) else { return nil }
    place = block.start + block.block.text.withBytes { $0.lineStart(ofLine: 1) }
    let summaries = documents.map { DocumentSummary($0) }
    summary = summaries[note]
    let (study, ids) = Workload.study(summaries)
    self.study = study
    id = ids[note]
    let change = document.replace(ByteRange(at: place), with: Array("\n".utf8))
    _ = check(change)
  }

  /// Changes the text by one character.
  mutating func edit() -> PageChange {
    let column = step % Self.length
    let isTyping = step / Self.length % 2 == 0
    step += 1
    let range =
      isTyping
      ? ByteRange(at: place + column) : ByteRange(place + Self.length - 1 - column, place + Self.length - column)
    return document.replace(range, with: isTyping ? [UInt8(ascii: "a")] : [])
  }

  /// Brings everything up to date that follows from the text, and collects the note's findings.
  mutating func check(_ change: PageChange) -> [Finding] {
    summary.update(document, change)
    study.update(id, summary)
    _ = study.refreshFindings()
    return study.findings(in: id)
  }
}

func benchmarkKeystrokes(_ workload: Workload, _ stopwatch: inout Stopwatch) {
  guard stopwatch.isWanted(group: "keystroke"), var typist = Typist(workload, note: workload.typed) else { return }
  var reparseTimes: [Double] = []
  var updateTimes: [Double] = []
  for _ in 0..<stopwatch.repetitions(20_000) {
    var change: PageChange?
    reparseTimes.append(Stopwatch.time { change = typist.edit() })
    guard let change else { return }
    updateTimes.append(Stopwatch.time { blackHole(typist.check(change)) })
  }
  stopwatch.note("keystroke: reparse (\(workload.texts[workload.typed].count) bytes)", reparseTimes)
  stopwatch.note("keystroke: summarise, index and check", updateTimes)
}

/// Types into the tenth note, or the last of fewer, and does nothing else: for a tool that counts instructions.
func typeOnly(_ count: Int, in workload: Workload) {
  guard var typist = Typist(workload, note: min(9, workload.texts.count - 1)) else { return }
  for _ in 0..<count {
    let change = typist.edit()
    blackHole(typist.check(change))
  }
}
