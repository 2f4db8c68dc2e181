// Every safe fix in real notes: the finding goes, nothing else appears, quotations stay as they are.

import Foundation
import SeedModel
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
    var count = 0
    while let next = study.nextFix(of: nil, onlySafe: true), count < 500 {
      var before = study.findings
      study.apply(next.fix, to: next.note)
      let after = study.findings
      #expect(after.count < before.count, "\(next.fix.title)")
      for finding in after {
        let index = before.firstIndex(of: finding)
        #expect(index != nil, "\(next.fix.title) causes \(finding)")
        if let index { before.remove(at: index) }
      }
      count += 1
    }
    print("safe fixes: \(count)")
    for (note, old) in zip(study.notes, quotations) { #expect(Self.quotations(note.text) == old) }
  }

  private static func quotations(_ text: [UInt8]) -> [[UInt8]] {
    Document(text).blocks.filter { $0.block.kind == .quotation }.map(\.block.text.bytes)
  }
}
