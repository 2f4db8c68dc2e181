// What one very long coding block costs: twice the length shall take twice the time and not four times.

import SeedIDE
import SeedModel
import SeedRules
import SeedSyntax

/// Times everything that goes through a block, for a block and one of twice its length, and notes both and their ratio.
func benchmarkLongBlocks(_ stopwatch: inout Stopwatch) {
  guard stopwatch.isWanted(group: "long") else { return }
  let count = stopwatch.repetitions(20_000)
  for kind in LongBlock.allCases {
    let blocks = [count, 2 * count].map { LongBlockRun(kind, lineCount: $0) }
    for (name, work) in LongBlockRun.work where stopwatch.isWanted("long: \(name)") {
      let times = blocks.map { block in (0..<3).map { _ in Stopwatch.time { blackHole(work(block)) } }.sorted()[1] }
      stopwatch.add("long: \(name), \(count) × \(kind.rawValue)", times[0], "µs", samples: 3)
      stopwatch.add(
        "long: \(name), \(kind.rawValue), at twice the length", times[1] / max(times[0], 1), "×", samples: 3)
    }
  }
}

/// What stands in a long block again and again.
private enum LongBlock: String, CaseIterable {
  case definitions
  case sameLink = "the same link"
  case sameImpact = "the same impact"
  case unknownNames = "undefined names"
  case suppressions
  case oneLine = "names on one line"

  func text(_ count: Int) -> String {
    let lines = (0..<count).map { index in
      switch self {
      case .definitions: "code_\(index) = CClass(pattern, \"Code \(index)\")\n"
      case .sameLink: "add_decision_option_link(store, lake, \"how\")\n"
      case .sameImpact: "add_force_relations({lake: {speed: \(index % 2 == 0 ? "positive" : "negative")}})\n"
      case .unknownNames: "forgotten_\(index % 100)_\(index)\n"
      case .suppressions: "forgotten  # seed-lsp: ignore[undefined-code]\n"
      case .oneLine: "lake, "
      }
    }
    let start =
      "store = CClass(decision, \"Store\")\nlake = CClass(pattern, \"Lake\")\nspeed = CClass(force, \"Speed\")\n"
    return "**AXIAL CODING TRACE:**\n``` python\n" + start + lines.joined() + "\n```\n"
  }
}

private struct LongBlockRun {
  private let document: Document
  private let summary: DocumentSummary
  private let checked: CheckedStudy
  private let snapshot: Snapshot

  init(_ kind: LongBlock, lineCount: Int) {
    document = Document(kind.text(lineCount))
    summary = DocumentSummary(document)
    var (study, ids) = Workload.study([summary])
    _ = study.refreshFindings()
    checked = study
    snapshot = Snapshot(study: study.study, document: ids[0], syntax: document) { _ in nil }
  }

  /// What is timed, by name.
  static let work: [(String, @Sendable (LongBlockRun) -> Any)] = [
    ("summarise", { DocumentSummary($0.document) }),
    (
      "index and check",
      { run in
        var study = Workload.study([run.summary]).study
        return study.refreshFindings()
      }
    ),
    ("findings", { $0.checked.findings(in: $0.snapshot.document) }),
    ("semantic tokens", { $0.snapshot.semanticTokens() }),
    ("outline", { $0.snapshot.outline() }),
    ("code lenses", { $0.snapshot.codeLenses() }),
    ("inlay hints", { $0.snapshot.inlayHints(in: ByteRange(0, $0.document.count)) }),
    ("highlights", { $0.snapshot.documentHighlights(at: $0.document.count / 2) }),
    (
      "actions",
      { run in
        run.snapshot.actions(in: ByteRange(at: run.document.count / 2), run.checked) { _ in true }
      }
    ),
    ("rename", { run in (try? run.snapshot.rename(at: run.document.count / 2, to: "a_name_that_is_new")) as Any }),
    (
      "places of lenses",
      { run in
        var lines = LineWalker(run.document)
        return run.snapshot.codeLenses().map { lines.lineRange(of: $0.range) }
      }
    ),
    (
      "selection ranges",
      { run in run.snapshot.selectionRanges(at: Array(stride(from: 0, to: run.document.count, by: 9999))) }
    ),
  ]
}
