// The rule `malformed-item`.

import SeedModel
import SeedRules
import SeedTestSupport
import Testing

@Suite struct MalformedItemTests {
  @Test func wordsAreJoinedWhereTheNameIsKnown() {
    expectFix(
      of: "malformed-item",
      note("s1.md", "input_ports = CClass(pattern, \"X\")\n'''\n    input_ports,\n    ⟦input ports⟧\n'''"),
      note("s1.md", "input_ports = CClass(pattern, \"X\")\n'''\n    input_ports,\n    input_ports\n'''"), isSafe: true)
  }

  @Test func aSpelledOutImpactIsJoined() {
    let code = "lake = CClass(pattern, \"Lake\")\nspeed = CClass(force, \"Speed\")\n"
    expectFix(
      of: "malformed-item", note("s1.md", code + "add_force_relations({lake: {speed: ⟦very positive⟧}})"),
      note("s1.md", code + "add_force_relations({lake: {speed: very_positive}})"), isSafe: true)
  }

  @Test func wordsThatNameNothingAreFoundWithoutAMend() {
    expectMessages(
      of: "malformed-item", note("s1.md", "'''\n    event streaming backbone\n'''"),
      ["`event streaming backbone` is no name: names have no blanks in them. Join its words by `_`."])
  }

  @Test func aNameThatBecomesKnownIsOffered() {
    var study = TestStudy([
      ("s1.md", "**AXIAL CODING TRACE:**\n```\n```\n"), ("s2.md", "**AXIAL CODING TRACE:**\n```\ninput ports\n```\n"),
    ])
    func offered() -> [String] { study.checked.findings(in: study.notes[1].id).flatMap(\.fixes).map(\.title) }
    #expect(offered() == [])
    study.replace("s1.md", with: "**AXIAL CODING TRACE:**\n```\ninput_ports = CClass(pattern, \"X\")\n```\n")
    #expect(offered() == ["Change to `input_ports`"])
  }

  @Test func aDefinitionOfTwoWordsIsJoined() {
    expectFix(
      of: "malformed-item", note("s1.md", "⟦runtime observability⟧ = CClass(practice, \"X\")"),
      note("s1.md", "runtime_observability = CClass(practice, \"X\")"), isSafe: true)
  }

  @Test func codesWithoutACommaBetweenThemAreSeparated() {
    expectFix(
      of: "malformed-item",
      definedCodes + note("s1.md", "'''\n⟦lake mart⟧,\nspeed\n'''"),
      definedCodes + note("s1.md", "'''\nlake, mart,\nspeed\n'''"), isSafe: true)
    expectMessages(
      of: "malformed-item", definedCodes + note("s1.md", "'''\nlake mart speed\n'''"),
      ["A comma is missing between `lake` and `mart` and `speed`."])
    expectMessages(
      of: "malformed-item", definedCodes + note("s1.md", "'''\nlake tea\n'''"),
      ["`lake tea` is no name: names have no blanks in them. Join its words by `_`."])
  }

  @Test func aCodeThatIsDefinedLaterIsSeen() {
    var study = TestStudy([
      ("s1.md", "**AXIAL CODING TRACE:**\n```\n```\n"),
      (
        "s2.md",
        "**AXIAL CODING TRACE:**\n```\nlake = CClass(pattern, \"X\")\n```\nadded:\n```\n'''\nlake tea\n'''\n```\n"
      ),
    ])
    func messages() -> [String] { study.checked.findings(in: study.notes[1].id).map(\.message) }
    #expect(messages().contains { $0.hasPrefix("`lake tea` is no name") })
    study.replace("s1.md", with: "**AXIAL CODING TRACE:**\n```\ntea = CClass(pattern, \"Tea\")\n```\n")
    #expect(messages().contains("A comma is missing between `lake` and `tea`."))
  }
}
