// Codes with several names.

import SeedModel
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct AliasTests {
  private static func block(_ code: String) -> String { "**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n" }

  private let study = TestStudy([
    (
      "s_1.md",
      Self.block(
        """
        pause_decision = CClass(decision, "When is a pause?")
        short_pause = CClass(practice, "Short pause")
        rest = CClass(force, "Rest")
        breather = short_pause
        nap = breather
        calm = rest
        loop_a = loop_b
        loop_b = loop_a
        link = short_pause.add_links(rest)[0]
        add_decision_option_link(pause_decision, nap, "Sit down")
        """)
    ), ("s_2.md", Self.block("breather: {calm: positive}")),
  ])

  private func name(_ name: String) throws -> NameID { try #require(study.study.nameID(name)) }

  @Test func everyNameMeansTheCode() {
    let names = ["short_pause", "breather", "nap", "calm", "link", "loop_a", "nowhere"]
    #expect(
      names.map { study.study.code(meantBy: $0) } == [
        "short_pause", "short_pause", "short_pause", "rest", "link", "loop_a", "nowhere",
      ])
  }

  @Test func aCodeKnowsItsNames() throws {
    #expect(
      try study.study.names(meaning: name("short_pause")).map { study.study.string($0) } == [
        "short_pause", "breather", "nap",
      ])
  }

  @Test(arguments: ["short_pause", "breather", "nap"]) func relationsAreThoseOfTheCode(_ asked: String) throws {
    let option = try #require(try study.study.relations(.option, of: name(asked)).first)
    #expect(option.from == "pause_decision" && option.to == "short_pause")
    let impact = try #require(try study.study.relations(.impact, of: name(asked)).first)
    #expect(impact.from == "short_pause" && impact.to == "rest" && impact.meaning == "positive")
  }

  @Test func sourcesAreThoseOfAllNames() throws {
    #expect(try study.study.codingDocuments(of: name("short_pause")) == study.notes.map(\.id))
  }

  @Test func everyOneOfManyAliasesIsFound() throws {
    let lines = (0..<4000).map { "name_\($0) = short_pause" }.joined(separator: "\n")
    let study = TestStudy([("s_1.md", Self.block("short_pause = CClass(practice, \"Short pause\")\n\(lines)"))])
    let code = try #require(study.study.nameID("short_pause"))
    #expect(study.study.names(meaning: code).count == 4001)
  }
}
