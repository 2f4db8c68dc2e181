// Every safe fix in real notes: the finding goes, nothing else appears, quotations stay as they are.

import Foundation
import SeedRules
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite(.enabled(if: corpusFolder != nil)) struct SafeFixTests {
  @Test func everySafeFixMendsAndHarmsNothing() throws {
    let folder = try #require(corpusFolder).appendingPathComponent("data-product")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".md") }.sorted()
    var study = MendableStudy(
      try names.map { (name: $0, text: Array(try Data(contentsOf: folder.appendingPathComponent($0)))) })
    let quotations = study.notes.map { Self.quotations($0.text) }
    let all = study.findings
    var count = 0
    for rule in Self.rules {
      while let next = study.nextFix(of: rule, onlySafe: true), count < 500 {
        let before = study.findings(in: next.note)
        study.apply(next.fix, to: next.note)
        let after = study.findings(in: next.note)
        #expect(after.count < before.count, "\(next.fix.title)")
        #expect(Set(after).isSubset(of: before), "\(next.fix.title)")
        count += 1
      }
    }
    print("safe fixes: \(count)")
    #expect(Set(study.findings).isSubset(of: all))
    for (note, old) in zip(study.notes, quotations) { #expect(Self.quotations(note.text) == old) }
  }

  /// The rules about sources and form; mending a name may bring to light what it means, a decision's option given twice.
  private static let rules = [
    "source-id-mismatch", "unfilled-template", "header-mismatch", "missing-field", "invalid-value", "syntax-error",
    "unclosed-fence", "unclosed-list", "unclosed-string", "unused-suppression",
  ]

  private static func quotations(_ text: [UInt8]) -> [[UInt8]] {
    Document(text).blocks.filter { $0.block.kind == .quotation }.map(\.block.text.bytes)
  }
}
