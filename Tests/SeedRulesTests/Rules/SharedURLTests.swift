// The rule `shared-url`.

import SeedRules
import SeedStudy
import SeedTestSupport
import Testing

@Suite struct SharedURLTests {
  private func note(_ number: Int, title: String = "", url: String = "", tiny: String = "") -> String {
    "//- s_\(number).md\n# s\n\(number)\n## url\n\(url)\n## tiny url\n\(tiny)\n## title\n\(title)\n"
  }

  @Test func theLaterNoteIsReported() {
    expectFindings(
      of: "shared-url",
      note(1, title: "Tea for Two", url: "https://www.example.org/a/.", tiny: "https://example.org/1")
        + note(2, title: "⟦Tea for Two⟧") + note(3, tiny: "⟦http://example.org/a⟧"))
  }

  @Test func theSourceBlockCounts() {
    expectFindings(
      of: "shared-url",
      note(1, tiny: "https://example.org/s1") + note(2)
        + "``` python\ns2 = CClass(source, \"s2\", values={\"tiny url\": \"⟦https://example.org/s1⟧\"})\n```\n")
  }

  @Test func severalSharedFieldsAreOneFinding() {
    expectMessages(
      of: "shared-url",
      note(1, title: "Tea for Two", url: "https://example.org/a")
        + note(2, title: "Tea for Two", url: "https://example.org/a"), ["`url` and `title` are the same in `s1`."])
  }

  @Test func whatTellsNothingIsLeftAlone() {
    expectFindings(
      of: "shared-url",
      note(1, title: "Interview", url: "none", tiny: "https://example.org/A")
        + note(2, title: "Interview", url: "none", tiny: "https://example.org/a")
        + (3...7).map { note($0, title: "Interview by telephone") }.joined())
  }

  @Test func aTitleThatStandsTwiceInANoteIsSharedWhileOneStays() {
    let header = "# s\n1\n## title\nTea for Two\n# coding\n" + String(repeating: "> Tea.\n\n", count: 20_000)
    let block = "``` python\ns1 = CClass(source, \"s1\", values={\"title\": \"Tea for Two\"})\n```\n"
    var study = MendableNotes([header + block, "# s\n2\n## title\nTea for Two\n"])
    #expect(study.rules == ["shared-url"])
    study.replace(0, with: header)
    #expect(study.rules == ["shared-url"])
    study.replace(0, with: "# s\n1\n")
    #expect(study.rules == [])
  }

  @Test func theFindingFollowsTheOtherNote() {
    var study = MendableNotes(["# s\n1\n## title\nTea for Two\n", "# s\n2\n## title\nTea for Two\n"])
    #expect(study.rules == ["shared-url"])
    study.replace(0, with: "# s\n1\n## title\nTea for Three\n")
    #expect(study.rules == [])
    study.replace(0, with: "# s\n1\n## title\nTea for Two\n")
    #expect(study.rules == ["shared-url"])
    study.remove(0)
    #expect(study.rules == [])
  }

  @Test func aTemplateIsNoSource() {
    expectFindings(
      of: "shared-url",
      "//- s_.md\n# s\n\n## title\nTea for Two\n" + note(1, title: "Tea for Two") + note(2, title: "Coffee"))
  }

  @Test func theOtherNoteIsCalledAsItIsNow() {
    func text(_ number: Int) -> String { "# s\n\(number)\n## title\nTea for Two\n" }
    let levels = Rules.all.map { ($0.name, $0.name == "shared-url" ? RuleSettings.Level.on(.warning) : .off) }
    let files = [("a.md", text(6)), ("b.md", text(6))].map { (name: $0.0, text: Array($0.1.utf8)) }
    // Checked alone, so that no other rule has the note looked at again.
    var study = TestStudy(settings: RuleSettings(Dictionary(uniqueKeysWithValues: levels)), files)
    func messages() -> [String] {
      study.checked.findings(in: study.notes[1].id).filter { $0.rule == "shared-url" }.map(\.message)
    }
    #expect(messages() == [])
    study.replace("a.md", with: text(7))
    #expect(messages() == ["`title` is the same in `s7`."])
    study.replace("a.md", with: text(8))
    #expect(messages() == ["`title` is the same in `s8`."])
  }
}
