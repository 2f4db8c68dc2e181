// `explain` and `report codes`, run as the built binary.

import Foundation
import SeedTestSupport
import Testing

@Suite struct ExplainAndReportTests {
  @Test func allRulesAreListed() throws {
    let run = try Binary.run(["explain"])
    #expect(run.outputLines.count > 20)
    #expect(run.output.hasPrefix("undefined-code "))
    for line in run.outputLines {
      #expect(
        line.wholeMatch(of: /[a-z-]+ +(error|warning|information|hint)(, off by default)? +\S.*/) != nil, "\(line)")
    }
    #expect(run.code == 0)
  }

  @Test func everyListedRuleIsExplained() throws {
    for line in try Binary.run(["explain"]).outputLines {
      let name = String(line.prefix { $0 != " " })
      let run = try Binary.run(["explain", name])
      #expect(run.output.hasPrefix("\(name)\nSeverity: "))
      #expect(run.code == 0)
    }
  }

  @Test func codesAreReported() throws {
    let study = try TemporaryStudy(["notes/s_1.md": Notes.first, "notes/s_2.md": Notes.second(listing: "cache")])
    let run = try Binary.run(["report", "codes", "notes", "--format", "json"], in: study.path)
    #expect(run.error.isEmpty)
    #expect(run.code == 0)
    let codes = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(codes.map { $0["name"] as? String } == ["cache", "speed", "store_decision"])
    #expect(codes[0]["decisions"] as? [String] == ["store_decision"])
    #expect(codes[0]["sources"] as? [String] == ["s1", "s2"])
    #expect(codes[0]["forces"] as? [[String: String]] == [["force": "speed", "impact": "positive"]])
    let file = try Binary.run(["report", "codes", "notes", "--output-file", "codes.json"], in: study.path)
    #expect(file.output.isEmpty)
    #expect(try study.read("codes.json") == run.output)
  }

  @Test func codebookDiagramAndRowsArePrinted() throws {
    let study = try TemporaryStudy(["notes/s_1.md": Notes.first])
    let book = try Binary.run(["report", "codebook", "notes"], in: study.path)
    #expect(book.output.hasPrefix("# Codebook\n\n## Decisions\n"))
    let all = try Binary.run(["report", "diagram", "notes"], in: study.path)
    #expect(all.output.hasSuffix("```\n"))
    let one = try Binary.run(
      ["report", "diagram", "--decision", "store_decision", "--format", "plantuml", "notes"], in: study.path)
    #expect(one.output.hasPrefix("@startuml\n"))
    let rows = try Binary.run(["report", "codes", "--format", "csv", "notes"], in: study.path)
    #expect(rows.output.hasPrefix("name,kind,"))
    let table = try Binary.run(["report", "codes", "--format", "markdown", "notes"], in: study.path)
    #expect(table.output.hasPrefix("| code | "))
    #expect([book, all, one, rows, table].allSatisfy { $0.code == 0 && $0.error.isEmpty })
  }

  @Test(
    arguments: [
      ("stor_decision", "Did you mean `store_decision`?"), ("nonsense", "There are `store_decision`."),
      ("cache", "There are `store_decision`."),
    ])
  func anUnknownDecisionFailsTheReport(name: String, advice: String) throws {
    let study = try TemporaryStudy(["notes/s_1.md": Notes.first])
    let run = try Binary.run(["report", "diagram", "notes", "--decision", name], in: study.path)
    #expect(run.error == "seed-lsp: error: no decision `\(name)` is defined\nseed-lsp: \(advice)\n")
    #expect(run.output.isEmpty)
    #expect(run.code == 2)
  }

  @Test func modelFilesAreNoSourcesInReports() throws {
    let study = try TemporaryStudy([
      "notes/s_1.md": Notes.first,
      "notes/model.py": "from codeable_models import *\ncache = CClass(force, \"C\")\nown = CClass(force, \"Own\")\n",
    ])
    let run = try Binary.run(["report", "codes", "notes", "--format", "json"], in: study.path)
    let codes = try #require(JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
    #expect(codes.map { $0["name"] as? String } == ["cache", "own", "speed", "store_decision"])
    #expect(codes.map { ($0["sources"] as? [String])?.count } == [1, 0, 1, 1])
    #expect(codes[0]["kind"] as? String == "pattern")
    let definitions = try #require(codes[0]["definitions"] as? [[String: Any]])
    #expect(definitions.map { $0["path"] as? String } == ["notes/s_1.md", "notes/model.py"])
    let check = try Binary.run(["check", "notes"], in: study.path)
    #expect(check.output.hasPrefix("1 source, 1 model file\n4 codes: "))
    let drift = try Binary.run(["check", "notes", "--select", "model-drift"], in: study.path)
    #expect(drift.output.contains("--> notes/model.py:2:1\n"))
    #expect(drift.output.hasSuffix("1 finding in 1 of 2 files: 1 for information.\n"))
    #expect(drift.code == 0)
  }

  @Test func aMissingPathFailsTheReport() throws {
    let study = try TemporaryStudy(["s_1.md": Notes.first])
    let run = try Binary.run(["report", "codes", "nope"], in: study.path)
    #expect(run.error.hasPrefix("seed-lsp: error: nope: no such file or folder\n"))
    #expect(run.output.isEmpty)
    #expect(run.code == 2)
  }
}
