// Workspace symbols: what is found, and in which order.

import SeedIDE
import SeedModel
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct WorkspaceSymbolsTests {
  private static let fixture = Fixture(
    """
    //- s_4.md
    # s
    ⟦4⟧
    ## title
    The “Café” 😀
    # coding
    added:
    ``` python
    "é 😀"; ⟦cache⟧ = CClass(pattern, "Keep it near")
    cache_layer = CClass(practice, "Layer of caches")
    domain_team_ownership = CClass(practice, "Let the team own it")
    store_decision = CClass(decision, "Where to store?")
    speed = CClass(force, "Speed of deliveries")
    near = cache
    cache_uses_index = cache.add_links(index, role_name="to")[0]
    s4_codes = [cache, near]
    ```
    //- s_33.md
    # s33

    # coding
    added:
    ``` python
    s33 = CClass(source, "s33")
    the_cache = CClass(pattern, "Kept e\u{301} near")
    apacheHive = CClass(practice, "Hive")
    ```
    """)

  private func names(_ query: String, limit: Int = 200) -> [String] {
    Self.fixture.study.symbols(matching: query, limit: limit).map(\.name)
  }

  @Test func exactThenPrefixThenWordStartThenSubsequence() {
    #expect(names("cache") == ["cache", "cache_layer", "the_cache"])
    #expect(names("ache") == ["cache", "the_cache", "apacheHive", "cache_layer"])
    #expect(names("che").prefix(2) == ["cache", "the_cache"])
  }

  @Test func initialsOfWordsAreFound() {
    #expect(names("dto").first == "domain_team_ownership")
    #expect(names("cl").first == "cache_layer")
    #expect(names("aHive") == ["apacheHive"])
  }

  @Test func caseAndSeparatorsDoNotCount() {
    #expect(names("DOMAIN TEAM") == ["domain_team_ownership"])
    #expect(names("domain-team") == ["domain_team_ownership"])
    #expect(names(" cache_L ") == ["cache_layer"])
  }

  @Test func displayNamesAreSearchedAfterNames() {
    #expect(names("near") == ["near", "cache", "the_cache", "domain_team_ownership"])
    let found = Self.fixture.study.symbols(matching: "near", limit: 3)
    #expect(found.map(\.rank.isDisplayName) == [false, true, true])
    #expect(found.map(\.displayName) == [nil, "Keep it near", "Kept e\u{301} near"])
  }

  @Test func sourcesAreFoundByIDAndTitle() {
    #expect(names("s4") == ["s4"])
    #expect(names("café") == ["s4"])
    #expect(names("s33") == ["s33"])
    #expect(Self.fixture.study.symbols(matching: "s4").map(\.displayName) == ["The “Café” 😀"])
  }

  @Test func linksAndListsAreNotFound() {
    #expect(!names("cache_uses").contains("cache_uses_index"))
    #expect(names("s4_codes").isEmpty)
  }

  @Test func placesAreThoseOfTheNames() throws {
    let found = try ["s4", "cache"].map { try #require(Self.fixture.study.symbols(matching: $0).first) }
    #expect(found.compactMap { Self.fixture.range(of: $0.place) } == Self.fixture.marks)
    #expect(found.map(\.container) == ["s_4.md", "s4"])
    #expect(found.map(\.kind) == [.source, .pattern])
  }

  @Test(arguments: ColumnUnit.allCases)
  func placesAreRightInEveryUnit(_ unit: ColumnUnit) throws {
    let place = try #require(Self.fixture.study.symbols(matching: "cache").first).place
    let column = [ColumnUnit.utf8: 11, .utf16: 8, .utf32: 7][unit]
    #expect(place.range.start.column(in: unit) == column)
    #expect(place.range.end.column(in: unit) == column.map { $0 + 5 })
  }

  @Test func anEmptyQueryGivesTheFirstNames() {
    let all = names("")
    #expect(all == all.sorted())
    #expect(all.count == 10)
    #expect(names("", limit: 3) == Array(all.prefix(3)))
    #expect(names("  ") == all)
  }

  @Test func theBestOfManyAreKept() {
    #expect(names("e", limit: 1) == Array(names("e").prefix(1)))
    #expect(names("cache", limit: 2) == ["cache", "cache_layer"])
    #expect(names("cache", limit: 0).isEmpty)
  }

  @Test func nothingIsFoundWithoutNotes() {
    #expect(Study().symbols(matching: "a").isEmpty)
    #expect(Fixture("").study.symbols(matching: "").isEmpty)
    #expect(names("zzz").isEmpty)
    #expect(names(String(repeating: "😀", count: 100)).isEmpty)
  }

  /// The heap and the early exits against sorting everything.
  @Test func aLimitedSearchGivesTheBeginningOfAnUnlimitedOne() {
    var generator = SeededGenerator(seed: 7)
    let letters = Array("abc_")
    var text = "``` python\n"
    for _ in 0..<600 {
      let name = String(
        (0..<Int.random(in: 1...8, using: &generator)).map { _ in letters[Int.random(in: 0..<4, using: &generator)] })
      text += "x\(name) = CClass(pattern, \"\(name.reversed().map(String.init).joined())\")\n"
    }
    let study = Fixture(text + "```").study
    for query in ["a", "ab", "xa", "abc", "x_a", "cab", ""] {
      let all = study.symbols(matching: query, limit: 10_000)
      #expect(all.map(\.rank) == all.map(\.rank).sorted())
      for limit in [1, 10, 200] {
        let some = study.symbols(matching: query, limit: limit)
        #expect(some.map(\.rank) == all.prefix(limit).map(\.rank), "\(query) \(limit)")
      }
    }
  }

  @Test func symbolsAreThoseOfTheTextAsItIsNow() {
    func text(_ title: String, _ displayName: String) -> String {
      "# s\n1\n## title\n\(title)\n# coding\nadded:\n```\ncache = CClass(pattern, \"\(displayName)\")\n```\n"
    }
    var study = TestStudy([("s1.md", text("Tea", "Near"))])
    func names(_ query: String) -> [String] { study.study.symbols(matching: query).map(\.name) }
    #expect(names("tea") == ["s1"] && names("near") == ["cache"])
    study.replace("s1.md", with: text("Coffee", "Far away"))
    #expect(names("tea").isEmpty && names("near").isEmpty)
    #expect(names("coffee") == ["s1"] && names("far away") == ["cache"])
    study.replace("s1.md", with: "")
    #expect(names("cache").isEmpty && names("").isEmpty)
  }

  @Test(arguments: ["", "d", "da", "x", "one"])
  func theBestOfThousandsAreTheFirstOfAll(_ query: String) {
    let definitions = (0..<1500).map { number in
      let name = ["data", "order", "add", "x"][number % 4] + "_\(number)"
      let displayName = ["Order", "Data", "D", "One", "d", "X one"][number % 6]
      return "\(name) = CClass(pattern, \"\(displayName)\")"
    }
    let study = TestStudy([("s1.md", "added:\n```\n\(definitions.joined(separator: "\n"))\n```\n")]).study
    let all = study.symbols(matching: query, limit: 10_000)
    #expect(all.count > 250)
    #expect(study.symbols(matching: query, limit: 200).map(\.rank) == all.prefix(200).map(\.rank))
  }
}
