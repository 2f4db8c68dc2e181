// Compares what the rules about sources and form find in a real study with what an independent reader found in it.

import Foundation
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

/// What the independent reader wrote down about sources and form; lines are one-based.
private struct SourceTruth: Decodable {
  struct HeaderIssue: Decodable {
    let file: String
    let problem: String
    let line: Int
  }

  /// A field that two notes share: file, line and "header" or "values" of each.
  struct HeaderDuplicate: Decodable {
    struct Place: Decodable {
      let file: String
      let line: Int

      init(from decoder: any Decoder) throws {
        var values = try decoder.unkeyedContainer()
        file = try values.decode(String.self)
        line = try values.decode(Int.self)
      }
    }

    let places: [Place]
  }

  struct LabelMismatch: Decodable {
    let file: String
    let line: Int
    let kind: String
  }

  struct Place: Decodable {
    let file: String
    let line: Int
  }

  struct BrokenBlock: Decodable {
    struct Statement: Decodable {
      let line: Int
      let endLine: Int

      enum CodingKeys: String, CodingKey {
        case line
        case endLine = "end_line"
      }
    }

    let file: String
    let errors: [Statement]
  }

  let headerIssues: [HeaderIssue]
  let headerDuplicates: [HeaderDuplicate]
  let labelMismatches: [LabelMismatch]
  let unclosedFences: [Place]
  let brokenStatements: [BrokenBlock]

  enum CodingKeys: String, CodingKey {
    case headerIssues = "header_issues"
    case headerDuplicates = "header_duplicates"
    case labelMismatches = "label_mismatches"
    case unclosedFences = "unclosed_fences"
    case brokenStatements = "broken_statements"
  }
}

@Suite(.enabled(if: corpusFolder != nil)) struct SourceTruthTests {
  private let truth: SourceTruth
  private let study: TestStudy

  init() throws {
    let folder = try #require(corpusFolder)
    truth = try JSONDecoder().decode(
      SourceTruth.self, from: Data(contentsOf: folder.appendingPathComponent("data-product.truth.json")))
    let notes = folder.appendingPathComponent("data-product")
    let names = try FileManager.default.contentsOfDirectory(atPath: notes.path).filter { $0.hasSuffix(".md") }
      .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
    study = TestStudy(
      try names.map { (name: $0, text: Array(try Data(contentsOf: notes.appendingPathComponent($0)))) })
  }

  @Test(
    arguments: [
      ("mismatch", "header-mismatch"), ("value-not-in-enum", "invalid-value"),
      ("value-unterminated-string", "unclosed-string"),
    ])
  func faultsOfHeadersAreFound(_ problem: String, _ rule: String) {
    compare(rule, truth.headerIssues.filter { $0.problem == problem }.map { "\($0.file):\($0.line)" })
  }

  @Test func missingFieldsAreFound() {
    let problems = ["header-empty", "value-empty", "value-missing"]
    compare(
      "missing-field", truth.headerIssues.filter { problems.contains($0.problem) }.map { "\($0.file):\($0.line)" })
  }

  @Test func sharedFieldsAreFoundInTheLaterNote() {
    compare("shared-url", truth.headerDuplicates.compactMap { $0.places.last.map { "\($0.file):\($0.line)" } })
  }

  @Test func labelsOfOtherSourcesAreFound() {
    compare("wrong-label", truth.labelMismatches.filter { $0.kind == "other-id" }.map { "\($0.file):\($0.line)" })
  }

  @Test func labelsWithoutNumberAreFound() {
    let labels = truth.labelMismatches.filter { $0.kind == "unfilled" }.map { "\($0.file):\($0.line)" }
    // The reader wrote down labels only; the same notes hold other pieces of the template.
    let others = [
      "s_7.md:88", "s_39.md:157", "s_39.md:176", "s_50.md:182", "s_50.md:201",
    ]
    compare("unfilled-template", labels + others)
  }

  @Test func unclosedFencesAreFound() {
    compare("unclosed-fence", truth.unclosedFences.map { "\($0.file):\($0.line)" })
  }

  @Test func nothingIsFoundThatIsNotThere() {
    for rule in ["duplicate-source-id", "source-id-mismatch", "unclosed-list", "unused-suppression"] {
      compare(rule, [])
    }
  }

  @Test func brokenStatementsAreFoundOnceEach() {
    let rules = ["syntax-error", "unclosed-string", "unclosed-list"]
    var found = rules.flatMap { places($0) }
    let count = found.count
    var missing: [String] = []
    for block in truth.brokenStatements {
      for statement in block.errors {
        let place = found.firstIndex { place in
          (statement.line...statement.endLine).contains { place == "\(block.file):\($0)" }
        }
        if let place { found.remove(at: place) } else { missing.append("\(block.file):\(statement.line)") }
      }
    }
    // Statements inside a `'''` list, which Python takes for text, so that the reader's check didn't see them.
    let insideLists: Set = ["s_6.md:167", "s_6.md:272"]
    let extra = found.filter { !insideLists.contains($0) }
    print("broken statements: \(count) found, missing \(missing), extra \(extra)")
    #expect(missing.isEmpty)
    #expect(extra.isEmpty)
    #expect(found.count == insideLists.count)
  }

  private func places(_ rule: String) -> [String] {
    study.notes.flatMap { note in
      study.checked.findings(in: note.id).filter { $0.rule == rule }.map { "\(note.name):\($0.range.start.line + 1)" }
    }
  }

  /// Prints recall and precision by file and line, and expects both to be complete.
  private func compare(_ rule: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation) {
    let found = places(rule)
    let missing = expected.filter { !found.contains($0) }
    let extra = found.filter { !expected.contains($0) }
    let recall = 1 - Double(missing.count) / Double(max(expected.count, 1))
    let precision = 1 - Double(extra.count) / Double(max(found.count, 1))
    print("\(rule): \(expected.count) true, \(found.count) found, recall \(recall), precision \(precision)")
    for place in missing { print("  missing \(place)") }
    for place in extra { print("  extra   \(place)") }
    #expect(missing.isEmpty, sourceLocation: location)
    #expect(extra.isEmpty, sourceLocation: location)
  }
}
