// Names that are a slip of the pen apart are found, and no others.

import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@testable import SeedStudy

@Suite struct SimilarNamesTests {
  private func distance(_ left: String, _ right: String, limit: Int = 2) -> Int? {
    editDistance(left.utf8.span, right.utf8.span, limit: limit)
  }

  @Test(
    arguments: [
      ("cache", "cache", 0), ("cache", "cach", 1), ("cache", "ccache", 1), ("cache", "cacke", 1), ("cache", "cahce", 1),
      ("cache", "cahe_", 2), ("", "", 0), ("", "ab", 2), ("a", "", 1), ("ab", "ba", 1),
    ] as [(String, String, Int)])
  func editsAreCounted(_ left: String, _ right: String, _ count: Int) {
    #expect(distance(left, right) == count)
    #expect(distance(right, left) == count)
  }

  @Test(arguments: [("cache", "mart"), ("", "abc"), ("abcdef", "fedcba")])
  func moreEditsThanTheLimitAreNone(_ left: String, _ right: String) {
    #expect(distance(left, right) == nil)
  }

  @Test func attemptsGiveWhatTheWholeTableGives() {
    var random = SeededGenerator(seed: 3)
    for _ in 0..<5000 {
      let left = randomWord(&random)
      let right = Bool.random(using: &random) ? randomWord(&random) : edited(left, &random)
      let whole = wholeTableDistance(Array(left.utf8), Array(right.utf8))
      for limit in 1...3 {
        #expect(distance(left, right, limit: limit) == (whole <= limit ? whole : nil), "\(left) \(right)")
      }
    }
  }

  @Test func everyNameWithinTwoEditsIsFound() {
    var random = SeededGenerator(seed: 4)
    let names = (0..<400).map { _ in randomWord(&random) }
    let study = TestStudy([
      ("s1.md", "**AXIAL CODING TRACE:**\n```\n" + names.map { "\($0) = CClass(force, \"x\")\n" }.joined() + "```\n")
    ])
    for name in names {
      let slip = edited(name, &random)
      // In short names one edit is the limit; and a swap counts once, but can spoil two pieces.
      guard !names.contains(slip), min(slip.utf8.count, name.utf8.count) >= 5, classicalDistance(name, slip) <= 2 else {
        continue
      }
      let found = study.study.similarDefinedNames(to: slip)
      #expect(found.contains(name), "\(slip) should lead to \(name)")
    }
  }

  /// Else what a note is told would depend on what was written first: the misspelling or the definition.
  @Test func whicheverOfTwoNamesIsLookedUpFindsTheOther() {
    var random = SeededGenerator(seed: 5)
    let names = Set((0..<3000).map { _ in randomWord(&random) }).sorted().filter { $0.utf8.count >= 3 }
    let pairs = names.map { ($0, edited($0, &random)) }.filter { $0.1.utf8.count >= 3 } + [("gbjccjj", "gjcjcj")]
    func study(_ names: [String]) -> Study {
      let definitions = names.map { "\($0) = CClass(force, \"x\")\n" }.joined()
      return TestStudy([("s1.md", "**AXIAL CODING TRACE:**\n```\n" + definitions + "```\n")]).study
    }
    let (names1, names2) = (study(pairs.map(\.0)), study(pairs.map(\.1)))
    var count = 0
    for (name, slip) in pairs {
      let found = names1.similarDefinedNames(to: slip).contains(name)
      #expect(found == names2.similarDefinedNames(to: name).contains(slip), "\(name) \(slip)")
      if found { count += 1 }
    }
    #expect(count > pairs.count / 2)
  }

  @Test(
    arguments: [
      ("standardised_layer", "standardized_layer"), ("internal_storages", "internal_storage"), ("re_use", "reuse"),
      ("sql_endpoint", "SQL_Endpoint"), ("data_products_catalogues", "data_product_catalogue"),
    ])
  func spellingsOfOneWordAreSimilar(_ defined: String, _ used: String) {
    let study = TestStudy([("s1.md", "**AXIAL CODING TRACE:**\n```\n\(defined) = CClass(force, \"x\")\n```\n")])
    #expect(study.study.similarDefinedNames(to: used) == [defined])
  }

  @Test func theClosestNameComesFirst() {
    let text =
      "**AXIAL CODING TRACE:**\n```\ncache_lane = CClass(force, \"a\")\ncache_line = CClass(force, \"b\")\n```\n"
    #expect(TestStudy([("s1.md", text)]).study.similarDefinedNames(to: "cache_lines") == ["cache_line", "cache_lane"])
  }

  // MARK: - Helpers

  private func randomWord(_ random: inout SeededGenerator) -> String {
    String((0..<Int.random(in: 3...14, using: &random)).map { _ in "abcd_e".randomElement(using: &random) ?? "a" })
  }

  /// The word with one or two random edits, each of which may undo another.
  private func edited(_ word: String, _ random: inout SeededGenerator) -> String {
    var letters = Array(word)
    for _ in 0..<Int.random(in: 1...2, using: &random) {
      let index = Int.random(in: 0..<max(letters.count, 1), using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0 where !letters.isEmpty: letters.remove(at: index)
      case 1: letters.insert("f", at: min(index, letters.count))
      case 2 where index + 1 < letters.count: letters.swapAt(index, index + 1)
      default: if !letters.isEmpty { letters[index] = "g" }
      }
    }
    return String(letters)
  }

  /// Levenshtein's distance, in which a swap counts two.
  private func classicalDistance(_ left: String, _ right: String) -> Int {
    wholeTableDistance(Array(left.utf8), Array(right.utf8), countsSwaps: false)
  }

  private func wholeTableDistance(_ left: [UInt8], _ right: [UInt8], countsSwaps: Bool = true) -> Int {
    var table = Array(repeating: Array(repeating: 0, count: right.count + 1), count: left.count + 1)
    for row in 0...left.count {
      for column in 0...right.count {
        if row == 0 || column == 0 {
          table[row][column] = row + column
          continue
        }
        let cost = left[row - 1] == right[column - 1] ? 0 : 1
        var value = min(
          table[row - 1][column] + 1, table[row][column - 1] + 1, table[row - 1][column - 1] + cost)
        if countsSwaps, row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
          value = min(value, table[row - 2][column - 2] + 1)
        }
        table[row][column] = value
      }
    }
    return table[left.count][right.count]
  }
}
