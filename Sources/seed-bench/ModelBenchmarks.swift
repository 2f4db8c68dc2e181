// What the engine takes to parse, summarise, index and check, and to follow a keystroke.

import Foundation
import SeedModel
import SeedSyntax

/// The notes of a folder.
struct Notes {
  let texts: [[UInt8]]
  let byteCount: Int
  /// The absolute path of the largest note; nil if there is none.
  let largestPath: String?

  init(in folder: String) {
    let url = URL(fileURLWithPath: folder)
    let files =
      FileManager.default.enumerator(at: url, includingPropertiesForKeys: nil)?.compactMap { $0 as? URL } ?? []
    let notes = files.filter { ["md", "txt"].contains($0.pathExtension) }.sorted { $0.path < $1.path }
      .compactMap { file in (try? Data(contentsOf: file)).map { (path: file.path, text: Array($0)) } }
      .filter { Document($0.text).isSeed }
    texts = notes.map(\.text)
    largestPath = notes.max { $0.text.count < $1.text.count }?.path
    byteCount = texts.reduce(0) { $0 + $1.count }
  }

  var largest: [UInt8] { texts.max { $0.count < $1.count } ?? [] }
}

func benchmarkModel(_ notes: Notes, _ stopwatch: inout Stopwatch) {
  stopwatch.measure("parse all notes", bytes: notes.byteCount) { notes.texts.map { Document($0) } }
  let documents = notes.texts.map { Document($0) }
  stopwatch.measure("summarise all notes", bytes: notes.byteCount) { documents.map { DocumentSummary($0) } }
  stopwatch.measure("parse and summarise", bytes: notes.byteCount) {
    for text in notes.texts { blackHole(DocumentSummary(Document(text))) }
  }
  let summaries = documents.map { DocumentSummary($0) }
  stopwatch.measure("index all notes") { makeStudy(summaries) }
  stopwatch.measure("index and check all notes") {
    var study = makeStudy(summaries)
    return study.refreshFindings()
  }
  if stopwatch.isWanted("keystroke") { benchmarkKeystrokes(notes.largest, summaries, &stopwatch) }
}

private func makeStudy(_ summaries: [DocumentSummary]) -> Study {
  var study = Study()
  for (index, summary) in summaries.enumerated() { _ = study.add(name: "note \(index)", summary) }
  return study
}

/// A name typed and deleted again, character by character, in the middle of a coding block of the largest note.
private func benchmarkKeystrokes(_ text: [UInt8], _ summaries: [DocumentSummary], _ stopwatch: inout Stopwatch) {
  var document = Document(text)
  var summary = DocumentSummary(document)
  // Added once: the same note a second time would define everything twice.
  var study = makeStudy(summaries.filter { $0 != summary })
  let id = study.add(name: "typed", summary)
  _ = study.refreshFindings()
  guard let place = document.blocks.filter({ $0.block.kind == .coding }).last else { return }
  let start = place.start + place.block.text.withBytes { $0.lineStart(ofLine: 1) }
  var reparseTimes: [Double] = []
  var updateTimes: [Double] = []
  let clock = ContinuousClock()
  for step in 0..<20_000 {
    let position = start + step % 20
    let typing = step / 20 % 2 == 0
    let range = typing ? ByteRange(at: position) : ByteRange(start + 19 - step % 20, start + 20 - step % 20)
    let before = clock.now
    let change = document.replace(range, with: typing ? [UInt8(ascii: "a")] : [])
    let parsed = clock.now
    summary.update(document, change)
    study.update(id, summary)
    blackHole(study.refreshFindings())
    blackHole(study.findings(in: id))
    let checked = clock.now
    reparseTimes.append((parsed - before) / .microseconds(1))
    updateTimes.append((checked - parsed) / .microseconds(1))
  }
  stopwatch.note("reparse after a keystroke (\(text.count) bytes)", median: reparseTimes)
  stopwatch.note("summarise, index and check after it", median: updateTimes)
}
