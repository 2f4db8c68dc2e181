// From decisions to options to forces, and back.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct CallHierarchyTests {
  private static let fixture = Fixture(
    """
    //- s_4.md
    # s
    4

    # coding
    added:
    ``` python
    store_decision = CClass(decision, "Where to store?")
    "“é” 😀"; cache = CClass(pattern, "Café 😀")
    speed = CClass(force, "e\u{301} speed")
    add_decision_option_link(store_decision, cache, "Keep “it” near")
    add_decision_option_link(store_decision, cache, "again")
    add_force_relations({cache: {speed: positive, cost: negative}})
    ```
    //- s_33.md
    # s33

    # coding
    added:
    ``` python
    near = CClass(practice, "Near")
    add_decision_option_link(store_decision, near, "x")
    add_force_relations({near: {speed: very_positive}, cache: {speed: neutral}})
    add_decision_option_link(store_decision, store_decision, "itself")
    ```
    """)

  /// A step as `name [note:line of the item] lines of the sites`.
  private func describe(_ calls: [HierarchyCall]) -> [String] {
    calls.map { call in
      let file = Self.fixture.file(call.item.place.document)?.name ?? ""
      let sites = call.sites.map { String($0.start.line + 1) }.joined(separator: " ")
      return "\(call.item.name) [\(file):\(call.item.place.range.start.line + 1)] \(sites)"
    }
  }

  private var study: (incoming: (String) -> [String], outgoing: (String, Int) -> [String]) {
    (
      { describe(Self.fixture.study.incomingCalls(to: $0)) },
      { describe(Self.fixture.study.outgoingCalls(from: $0, in: Self.fixture.files[$1].id)) }
    )
  }

  @Test func aDecisionLeadsToItsOptions() {
    #expect(study.outgoing("store_decision", 0) == ["cache [s_4.md:8] 10 11", "near [s_33.md:6] "])
    #expect(study.outgoing("store_decision", 1) == ["cache [s_4.md:8] ", "near [s_33.md:6] 7"])
  }

  @Test func anOptionLeadsToTheForcesThatItActsOn() {
    #expect(study.outgoing("cache", 0) == ["cost [s_4.md:12] 12", "speed [s_4.md:9] 12"])
    #expect(study.outgoing("speed", 0) == [])
  }

  @Test func aForceLeadsBackToWhatActsOnItNoteByNote() {
    #expect(study.incoming("speed") == ["cache [s_4.md:8] 12", "cache [s_33.md:8] 8", "near [s_33.md:6] 8"])
    #expect(study.incoming("cost") == ["cache [s_4.md:8] 12"])
  }

  @Test func anOptionLeadsBackToItsDecisions() {
    #expect(study.incoming("cache") == ["store_decision [s_4.md:7] 10 11"])
    #expect(study.incoming("near") == ["store_decision [s_33.md:7] 7"])
    #expect(study.incoming("store_decision") == [])
    #expect(study.incoming("unknown") == [])
  }

  /// The item at the first place of some text in the first file.
  private func item(_ text: String, in fixture: Fixture) throws -> HierarchyItem? {
    let file = fixture.files[0]
    let bytes = file.document.bytes
    let found = bytes.indices.first { bytes[$0...].starts(with: text.utf8) }
    return fixture.snapshot(of: file).hierarchyItem(at: try #require(found))
  }

  @Test func itemsAreCodes() throws {
    let cache = try #require(try item("cache, \"again", in: Self.fixture))
    #expect(cache.name == "cache")
    #expect(cache.displayName == "Café 😀")
    #expect(cache.kind == .pattern)
    #expect(cache.place.range.start.line == 7)
    let cost = try #require(try item("cost", in: Self.fixture))
    #expect(cost.kind == .other)
    #expect(cost.place.range.start.line == 11)
    #expect(try item("pattern", in: Self.fixture) == nil)
    #expect(try item("4\n", in: Self.fixture) == nil)
    #expect(Fixture("").snapshot(of: Fixture("").files[0]).hierarchyItem(at: 0) == nil)
  }

  @Test(arguments: ColumnUnit.allCases)
  func placesAreRightInEveryUnit(_ unit: ColumnUnit) throws {
    let cache = try #require(try item("cache, \"again", in: Self.fixture))
    #expect(cache.place.range.start.column(in: unit) == [ColumnUnit.utf8: 17, .utf16: 10, .utf32: 9][unit])
  }
}
