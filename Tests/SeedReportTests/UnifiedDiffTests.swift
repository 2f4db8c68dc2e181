// Unified diffs, as text and as `patch` takes them.

import Foundation
import SeedReport
import SeedTestSupport
import Testing

@Suite struct UnifiedDiffTests {
  private func diff(_ old: String, _ new: String, path: String = "a.md") -> String {
    String(decoding: UnifiedDiff.text(Array(old.utf8), Array(new.utf8), path: path), as: UTF8.self)
  }

  @Test func equalTextsHaveNoDifference() {
    #expect(diff("a\nb\n", "a\nb\n") == "")
    #expect(diff("", "") == "")
  }

  @Test func aChangeIsShownWithThreeLinesAroundIt() {
    expectText(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n"),
      """
      --- a.md
      +++ a.md
      @@ -2,7 +2,7 @@
       2
       3
       4
      -5
      +five
       6
       7
       8

      """)
  }

  @Test func changesFarApartAreHunksOfTheirOwn() {
    let old = (1...20).map { "\($0)\n" }.joined()
    let near = old.replacing("4\n5\n", with: "4\n", maxReplacements: 1).replacing("10\n", with: "ten\n")
    #expect(hunks(diff(old, near)) == ["@@ -2,12 +2,11 @@"])
    let far = old.replacing("2\n3\n", with: "2\n", maxReplacements: 1).replacing("18\n", with: "18\nx\n")
    #expect(hunks(diff(old, far)) == ["@@ -1,6 +1,5 @@", "@@ -16,5 +15,6 @@"])
  }

  private func hunks(_ diff: String) -> [Substring] {
    diff.split(separator: "\n").filter { $0.hasPrefix("@@") }
  }

  @Test func linesWithoutAnEndAreMarked() {
    #expect(
      diff("a", "b")
        == "--- a.md\n+++ a.md\n@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file\n")
    #expect(diff("", "b\n") == "--- a.md\n+++ a.md\n@@ -0,0 +1 @@\n+b\n")
    #expect(diff("a\n", "") == "--- a.md\n+++ a.md\n@@ -1 +0,0 @@\n-a\n")
  }

  @Test func lineEndsAndBytesAreKept() {
    let old: [UInt8] = [0x61, 0x0D, 0x0A, 0xFF, 0x0D, 0x0A]
    let new: [UInt8] = [0x62, 0x0D, 0x0A, 0xFF, 0x0D, 0x0A]
    let diff = UnifiedDiff.text(old, new, path: "a.md")
    #expect(Array(diff.suffix(13)) == Array("-a\r\n+b\r\n ".utf8) + [0xFF, 0x0D, 0x0A] || diff.contains(0xFF))
    #expect(diff.contains(0x0D))
  }

  @Test func namesThatWouldBreakTheHeaderAreQuoted() {
    #expect(diff("a\n", "b\n", path: "my notes/a.md").hasPrefix("--- my notes/a.md\t\n+++ my notes/a.md\t\n"))
    #expect(diff("a\n", "b\n", path: "a\n\"\\.md").hasPrefix("--- \"a\\012\\\"\\\\.md\"\n"))
  }

  /// Random texts with many equal lines: what `patch` makes of the old one is the new one.
  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: "/usr/bin/patch")))
  func patchMakesTheNewTextOfTheOldOne() throws {
    let seed = UInt64.random(in: 0...UInt64.max)
    var generator = SeededGenerator(seed: seed)
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("seed-lsp-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for _ in 0..<stepCount(30) {
      var lines = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
        "\(Int.random(in: 0...9, using: &generator))"
      }
      let old = lines.joined(separator: "\n") + (Bool.random(using: &generator) ? "\n" : "")
      for _ in 0..<Int.random(in: 1...6, using: &generator) {
        let place = Int.random(in: 0...lines.count, using: &generator)
        if Bool.random(using: &generator), place < lines.count {
          lines.remove(at: place)
        } else {
          lines.insert("\(Int.random(in: 0...12, using: &generator))", at: place)
        }
      }
      let new = lines.joined(separator: "\n") + (Bool.random(using: &generator) ? "\n" : "")
      guard old != new else { continue }
      let file = folder.appendingPathComponent("a.md")
      try Data(old.utf8).write(to: file)
      try Data(diff(old, new).utf8).write(to: folder.appendingPathComponent("diff"))
      let patch = Process()
      patch.executableURL = URL(fileURLWithPath: "/usr/bin/patch")
      patch.arguments = ["-p0", "-s", "-i", "diff"]
      patch.currentDirectoryURL = folder
      try patch.run()
      patch.waitUntilExit()
      #expect(patch.terminationStatus == 0, "seed \(seed)")
      // An empty file is removed by patch.
      let result = (try? Data(contentsOf: file)) ?? Data()
      #expect(result == Data(new.utf8), "seed \(seed)")
    }
  }

  @Test func manyChangesCostLittle() {
    let old = (0..<40_000).map { "line \($0)\n" }.joined()
    let new = (0..<40_000).map { $0 % 3 == 0 ? "new \($0)\n" : "line \($0)\n" }.joined()
    let elapsed = ContinuousClock().measure { _ = diff(old, new) }
    // The square of the changes would take minutes and gigabytes.
    #expect(elapsed < .seconds(20))
  }
}
