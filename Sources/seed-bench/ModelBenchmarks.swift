// What the engine takes to parse, summarise, index and check notes.

import SeedModel
import SeedRules
import SeedSyntax

func benchmarkModel(_ workload: Workload, _ stopwatch: inout Stopwatch) {
  let texts = workload.texts
  stopwatch.measure("count lines", bytes: workload.byteCount) {
    texts.reduce(0) { $0 + $1.withUnsafeBufferPointer { $0.lineBreakCount } }
  }
  stopwatch.measure("parse", bytes: workload.byteCount) {
    for text in texts { blackHole(Document(text)) }
  }
  stopwatch.measure("parse and summarise", bytes: workload.byteCount) {
    for text in texts { blackHole(DocumentSummary(Document(text))) }
  }
  let summaries = texts.map { DocumentSummary(Document($0)) }
  stopwatch.measure("index") { Workload.study(summaries).study }
  stopwatch.measure("index and check") {
    var study = Workload.study(summaries).study
    return study.refreshFindings()
  }
}
