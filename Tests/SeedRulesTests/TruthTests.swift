// Compares what is found in a real study with what an independent reader found in it.

import Foundation
import SeedModel
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

/// What the independent reader wrote down; lines are one-based, columns zero-based UTF-16 units.
private struct Truth: Decodable {
  struct Place: Decodable {
    let file: String
    let name: String
    let line: Int
    let u16: Int
  }

  let definitions: [Place]
  let references: [Place]
  let undefined: [Place]
}

@Suite(.enabled(if: corpusFolder != nil)) struct TruthTests {
  private let truth: Truth
  private let study: TestStudy

  init() throws {
    let folder = try #require(corpusFolder)
    truth = try JSONDecoder().decode(
      Truth.self, from: Data(contentsOf: folder.appendingPathComponent("data-product.truth.json")))
    let notes = folder.appendingPathComponent("data-product")
    let names = try FileManager.default.contentsOfDirectory(atPath: notes.path).filter { $0.hasSuffix(".md") }.sorted()
    study = TestStudy(
      try names.map { (name: $0, text: Array(try Data(contentsOf: notes.appendingPathComponent($0)))) })
  }

  @Test func definitionsAgree() {
    compare("definitions", places { $0.isDefinition }, key(truth.definitions), atLeast: 0.99)
  }

  @Test func referencesAgree() {
    compare("references", places { $0.isReference || $0 == .stereotype }, key(truth.references), atLeast: 0.99)
  }

  /// The reader made no difference between names that are misspelt and names that are missing.
  @Test func undefinedCodesAreFoundAndNoOthers() {
    let found = study.notes.flatMap { note in
      let findings = study.checked.findings(in: note.id).filter {
        ["undefined-code", "misspelled-code"].contains($0.rule)
      }
      return findings.map { finding in
        let range = finding.range
        let start = note.document.offset(line: Int(range.start.line), column: Int(range.start.utf8), unit: .utf8)
        let end = note.document.offset(line: Int(range.end.line), column: Int(range.end.utf8), unit: .utf8)
        let name = note.document.string(in: ByteRange(start, end))
        return "\(note.name):\(range.start.line + 1):\(range.start.utf16) \(name)"
      }
    }
    // In a template nothing is missing.
    compare("undefined", found, key(truth.undefined.filter { $0.file != "s_.md" }), atLeast: 1)
  }

  private func key(_ places: [Truth.Place]) -> [String] {
    places.map { "\($0.file):\($0.line):\($0.u16) \($0.name)" }
  }

  private func places(_ isWanted: (Role) -> Bool) -> [String] {
    study.notes.flatMap { note -> [String] in
      guard let document = study.study[note.id] else { return [] }
      return document.summary.pages.enumerated().flatMap { index, page in
        page.occurrences.filter { isWanted($0.role) }.map { occurrence in
          let line = Int(occurrence.start.line) + document.startLine(ofPage: index) + 1
          return "\(note.name):\(line):\(occurrence.start.utf16) \(page.names[Int(occurrence.name)])"
        }
      }
    }
  }

  /// Prints and checks recall (found of what is true) and precision (true of what was found).
  private func compare(
    _ what: String, _ found: [String], _ expected: [String], atLeast share: Double,
    _ location: SourceLocation = #_sourceLocation
  ) {
    let missing = Set(expected).subtracting(found).sorted()
    let extra = Set(found).subtracting(expected).sorted()
    let recall = 1 - Double(missing.count) / Double(max(expected.count, 1))
    let precision = 1 - Double(extra.count) / Double(max(found.count, 1))
    print("\(what): \(expected.count) true, \(found.count) found, recall \(recall), precision \(precision)")
    for place in missing { print("  missing \(place)") }
    for place in extra { print("  extra   \(place)") }
    #expect(recall >= share, sourceLocation: location)
    #expect(precision >= share, sourceLocation: location)
  }
}
