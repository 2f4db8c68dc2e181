// Rules of the house that a machine can see to.

import Foundation
import SeedTestSupport
import Testing

@Suite struct HouseTests {
  /// The Swift files of the project by their paths in the repository, without what `.ci/generate` writes.
  private func files(in folder: String) throws -> [(path: String, text: String)] {
    let root = repositoryFolder.appendingPathComponent(folder)
    let paths = FileManager.default.enumerator(atPath: root.path)?.allObjects as? [String] ?? []
    return try paths.filter { $0.hasSuffix(".swift") && !$0.contains("/Generated/") }.map { path in
      ("\(folder)/\(path)", try String(contentsOf: root.appendingPathComponent(path), encoding: .utf8))
    }
  }

  @Test(arguments: ["Sources", "Tests"]) func everyFileIsShortAndOpensWithWhatItIsFor(folder: String) throws {
    let files = try files(in: folder)
    #expect(files.count > 100)
    for (path, text) in files {
      let count = text.utf8.count { $0 == UInt8(ascii: "\n") }
      #expect(count <= 400, "\(path) has \(count) lines: divide it")
      #expect(text.hasPrefix("// "), "\(path) doesn't open with a sentence that says what it is for")
    }
  }

  /// The map in CONTRIBUTING has a row for each target of the package, with what must never be in it.
  @Test func theMapShowsEveryTarget() throws {
    func text(_ file: String) throws -> String {
      try String(contentsOf: repositoryFolder.appendingPathComponent(file), encoding: .utf8)
    }
    let declared = try text("Package.swift").matches(of: /(?:library\(\s*|name: )"([A-Za-z-]+)"/).map { String($0.1) }
    let rows = try text("CONTRIBUTING.md").matches(of: /\n\| `([A-Za-z-]+)` \|[^|\n]+\|[^|\n]+\|/).map { String($0.1) }
    #expect(Set(rows) == Set(declared))
    #expect(rows.count == Set(rows).count)
  }

  /// What traps, what would make the program five times as large, and what the linter doesn't see.
  @Test func nothingOfWhatShipsMayTrapOrNeedFoundation() throws {
    for (path, text) in try files(in: "Sources") where !path.hasPrefix("Sources/seed-bench/") {
      for word in ["import Foundation", "try! ", " as! ", "fatalError(", "preconditionFailure("] {
        #expect(!text.contains(word), "\(path) has `\(word)`")
      }
    }
  }
}
