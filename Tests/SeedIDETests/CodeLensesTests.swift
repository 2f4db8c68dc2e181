// What lenses and hints say at definitions and behind names.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

private let study = """
  //- s_4.md
  # s
  4

  # coding
  added:
  ``` python
  s4 = CClass(source, "s4")
  store_decision = CClass(decision, "Where to store?")
  "“é” 😀"; cache = CClass(pattern, "Café 😀")
  near = CClass(practice, " Near ")
  cache_uses_near = cache.add_links(near, role_name="to")[0]
  speed = CClass(force, "Speed")
  unused = CClass(force, "Unused")
  add_decision_option_link(store_decision, cache, "Keep “it” near")
  ```
  //- s_33.md
  # s33

  # coding
  **OPEN CODING TRACE:**
  Familiar options: cache, near
  **AXIAL CODING TRACE:**
  ``` python
  add_decision_option_link(store_decision, cache, "again")
  add_decision_option_link(store_decision, near, "x")
  add_decision_option_link(other_decision, cache, "x")
  add_force_relations({cache: {speed: positive}})
  '''
  cache, unknown
  '''
  ```
  """

@Suite struct CodeLensesTests {
  @Test func definitionsTellHowMuchTheyAreUsed() {
    let fixture = Fixture(study)
    let file = fixture.files[0]
    let lenses = fixture.snapshot(of: file).codeLenses()
    #expect(
      lenses.map { "\(file.document.string(in: $0.range)): \($0.title)" } == [
        "store_decision: 2 sources · 2 options · 3 references",
        "cache: 2 sources · 2 decisions · 6 references",
        "near: 2 sources · 1 decision · 2 references",
        "speed: 2 sources · 1 reference",
        "unused: 1 source · 0 references",
      ])
  }

  @Test func aNameThatIsDefinedTwiceHasTwoLenses() {
    let fixture = Fixture("``` python\na = CClass(pattern, \"A\")\na = CClass(practice, \"A\")\na\n```")
    #expect(
      fixture.snapshot(of: fixture.files[0]).codeLenses().map(\.title)
        == ["1 source · 1 reference", "1 source · 1 reference"])
  }

  @Test func withoutDefinitionsThereAreNone() {
    for text in ["", "\n", "> a\n", "# s\n4\n"] {
      let fixture = Fixture(text)
      #expect(fixture.snapshot(of: fixture.files[0]).codeLenses().isEmpty)
    }
  }
}

@Suite struct InlayHintsTests {
  /// The lines of a file with the hints in `‹›`.
  private func hints(_ fixture: Fixture, _ index: Int, in range: ByteRange? = nil) -> [String] {
    let file = fixture.files[index]
    let hints = fixture.snapshot(of: file).inlayHints(in: range ?? ByteRange(0, file.document.count))
    var text = ""
    var offset = 0
    for hint in hints {
      text += file.document.string(in: ByteRange(offset, hint.offset)) + "‹\(hint.text)›"
      offset = hint.offset
    }
    text += file.document.string(in: ByteRange(offset, file.document.count))
    return text.split(separator: "\n").map(String.init).filter { $0.contains("‹") }
  }

  @Test func usedCodesGetTheirDisplayNames() {
    #expect(
      hints(Fixture(study), 1) == [
        "add_decision_option_link(store_decision‹Where to store?›, cache‹Café 😀›, \"again\")",
        "add_decision_option_link(store_decision‹Where to store?›, near, \"x\")",
        "add_decision_option_link(other_decision, cache‹Café 😀›, \"x\")",
        "add_force_relations({cache‹Café 😀›: {speed: positive}})",
        "cache‹Café 😀›, unknown",
      ])
  }

  @Test func definitionsGetTheirNumberOfSources() {
    #expect(
      hints(Fixture(study), 0) == [
        "store_decision‹2 sources› = CClass(decision, \"Where to store?\")",
        "\"“é” 😀\"; cache‹2 sources› = CClass(pattern, \"Café 😀\")",
        "near‹2 sources› = CClass(practice, \" Near \")",
        "cache_uses_near = cache‹Café 😀›.add_links(near, role_name=\"to\")[0]",
        "speed‹2 sources› = CClass(force, \"Speed\")",
        "unused‹1 source› = CClass(force, \"Unused\")",
        "add_decision_option_link(store_decision‹Where to store?›, cache‹Café 😀›, \"Keep “it” near\")",
      ])
  }

  @Test func onlyTheAskedPartIsHinted() throws {
    let fixture = Fixture(study)
    let line = try #require(fixture.files[1].document.block(onLine: 11))
    let start = fixture.files[1].document.offset(ofLine: 11)
    #expect(line.block.kind == .coding)
    #expect(hints(fixture, 1, in: ByteRange(start, start + 30)).count == 1)
    #expect(hints(fixture, 1, in: ByteRange(0, 5)).isEmpty)
    #expect(hints(Fixture(""), 0).isEmpty)
  }

  @Test func longDisplayNamesAreCut() {
    let name = String(repeating: "é😀", count: 30)
    let found = hints(Fixture("``` python\na = CClass(pattern, \"\(name)\")\nadd_links({a: b})\n```"), 0)
    #expect(found.last == "add_links({a‹\(name.prefix(39))…›: b})")
  }

  @Test(arguments: ColumnUnit.allCases)
  func placesAreRightInEveryUnit(_ unit: ColumnUnit) throws {
    let fixture = Fixture(study)
    let hint = try #require(fixture.snapshot(of: fixture.files[0]).inlayHints(in: ByteRange(0, 9999)).dropFirst().first)
    let position = fixture.files[0].document.position(of: hint.offset)
    #expect(position.column(in: unit) == [ColumnUnit.utf8: 22, .utf16: 15, .utf32: 14][unit])
  }
}
