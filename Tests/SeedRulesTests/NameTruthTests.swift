// Compares what the rules about names, definitions and meaning find in a real study with what an independent reader found.

import Foundation
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

/// What the independent reader wrote down; lines are one-based.
private struct NameTruth: Decodable {
  struct Place: Decodable {
    let file: String
    let line: Int
    var impact: String?
    var kind: String?
  }

  struct NearMiss: Decodable {
    let file: String
    let name: String
    let line: Int
  }

  struct Duplicates: Decodable {
    let places: [Place]
    var verdict: String?
  }

  let nearMisses: [NearMiss]
  let unknownFunctions: [Place]
  let malformedItems: [Place]
  let duplicateDefinitions: [Duplicates]
  let usedBeforeDefinition: [Place]
  let duplicateLinks: [Duplicates]
  let contradictoryImpacts: [Duplicates]
  let duplicateDictKeys: [Duplicates]
}

@Suite(.enabled(if: corpusFolder != nil)) struct NameTruthTests {
  private let truth: NameTruth
  private let study: TestStudy

  init() throws {
    let folder = try #require(corpusFolder)
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    truth = try decoder.decode(
      NameTruth.self, from: Data(contentsOf: folder.appendingPathComponent("data-product.truth.json")))
    let notes = folder.appendingPathComponent("data-product")
    // `s_9.md` before `s_10.md`: what is reported is the later of two places.
    let names = try FileManager.default.contentsOfDirectory(atPath: notes.path).filter { $0.hasSuffix(".md") }
      .sorted { $0.localizedStandardCompare($1) == .orderedAscending }
    study = TestStudy(
      try names.map { (name: $0, text: Array(try Data(contentsOf: notes.appendingPathComponent($0)))) })
  }

  @Test func misspeltNamesAgree() {
    // The reader counts misspelt functions here, too; `unknown-function` reports them.
    let functions = Set(truth.unknownFunctions.map { "\($0.file):\($0.line)" })
    compare("misspelled-code", truth.nearMisses.map { "\($0.file):\($0.line)" }.filter { !functions.contains($0) })
  }

  @Test func wordsForNamesAgree() {
    compare("malformed-item", places(truth.malformedItems))
  }

  @Test func unknownFunctionsAgree() {
    compare("unknown-function", places(truth.unknownFunctions))
  }

  @Test func definitionsThatRepeatAgree() {
    compare("repeated-definition", later(truth.duplicateDefinitions.filter { $0.verdict == "same" }))
  }

  @Test func definitionsThatDifferAgree() {
    let different = truth.duplicateDefinitions.filter { $0.verdict != "same" }
    compare("conflicting-definition", later(different).filter { !links(different).contains($0) })
    compare("rebound-code", links(different))
  }

  @Test func usesBeforeDefinitionsAgree() {
    compare("used-before-definition", places(truth.usedBeforeDefinition))
  }

  @Test func optionsThatRepeatAgree() {
    compare("duplicate-option", later(truth.duplicateLinks))
  }

  @Test func impactsThatDifferAgree() {
    let different = truth.contradictoryImpacts.map { duplicates in
      duplicates.places.filter { $0.impact != duplicates.places.first?.impact }
    }
    compare("contradictory-impact", different.flatMap { places($0) })
  }

  @Test func keysThatRepeatAgree() {
    compare("duplicate-key", later(truth.duplicateDictKeys))
  }

  /// The reader found none of these.
  @Test(arguments: [
    "wrong-kind", "wrong-argument-count", "unknown-argument", "unknown-metaclass", "near-duplicate-codes",
    "unused-code",
  ])
  func otherRulesAreSilent(_ rule: String) {
    compare(rule, [])
  }

  // MARK: - Helpers

  private func places(_ places: [NameTruth.Place]) -> [String] {
    places.map { "\($0.file):\($0.line)" }
  }

  /// All places but the first of each.
  private func later(_ duplicates: [NameTruth.Duplicates]) -> [String] {
    duplicates.flatMap { places(Array($0.places.dropFirst())) }
  }

  /// The places that give the name to something that is no class.
  private func links(_ duplicates: [NameTruth.Duplicates]) -> [String] {
    duplicates.flatMap { places($0.places.filter { $0.kind == nil }) }
  }

  /// Prints recall and precision by file and line, and expects both to be complete.
  private func compare(_ rule: String, _ expected: [String], _ location: SourceLocation = #_sourceLocation) {
    let found = study.notes.flatMap { note in
      study.checked.findings(in: note.id).filter { $0.rule == rule }
        .map { "\(note.name):\($0.range.start.line + 1)" }
    }
    let missing = expected.filter { !found.contains($0) }
    let extra = found.filter { !expected.contains($0) }
    let recall = 1 - Double(missing.count) / Double(max(expected.count, 1))
    let precision = 1 - Double(extra.count) / Double(max(found.count, 1))
    print("\(rule): \(expected.count) true, \(found.count) found, recall \(recall), precision \(precision)")
    for place in missing { print("  missing \(place)") }
    for place in extra { print("  extra   \(place)") }
    #expect(missing.isEmpty, sourceLocation: location)
    #expect(extra.isEmpty, sourceLocation: location)
    #expect(found.count == expected.count, sourceLocation: location)
  }
}
