// What names are for in rare forms of the notation.

import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct NotationReadingTests {
  /// The names of a block with their roles, in order.
  private func roles(_ code: String) -> [String] {
    DocumentSummary(Document("**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")).pages.flatMap { page in
      page.occurrences.filter { !$0.role.isVocabulary }.map { "\(page.names[Int($0.name)]): \($0.role)" }
    }
  }

  private func definitions(_ code: String) -> [String] {
    DocumentSummary(Document("**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")).pages.flatMap { page in
      page.definitions.map { definition in
        "\(page.name(ofOccurrence: definition.occurrence)): \(definition.displayName.map { page.text($0) } ?? "-")"
      }
    }
  }

  @Test func aNamedDictionaryOfForcesIsReadLikeTheCall() {
    #expect(
      roles("d = {a: {f: positive}, b: {g: negative}}\nadd_force_relations(d)") == [
        "d: definition", "a: subject", "f: force", "b: subject", "g: force", "d: value",
      ])
    #expect(roles("d = {a: b}") == ["d: definition", "a: value", "b: value"])
  }

  @Test func anEllipsisInADictionaryMeansAsBefore() {
    #expect(roles("add_force_relations({a: {...\n    f: positive}})") == ["a: subject", "f: force"])
    #expect(roles("add_force_relations({...\n    a: {f: positive}})") == ["a: subject", "f: force"])
  }

  @Test func anOptionMayBeDescribedByKeyword() {
    let page = DocumentSummary(
      Document("add codes to s1:\n```\nadd_decision_option_link(d, a, option_description=\"Keep it\")\n```\n")
    ).pages.first
    #expect(page?.relations.first?.text.flatMap { page?.text($0) } == "Keep it")
  }

  @Test func stringsMayBeJoined() {
    #expect(
      definitions("a = CClass(force, \"Tea \" + 'time')\nb = CClass(force,\n    \"Milk\" \" jug\")") == [
        "a: Tea time", "b: Milk jug",
      ])
  }

  @Test func anAliasDefines() {
    #expect(roles("x = y") == ["x: definition", "y: value"])
  }

  @Test func aListWithoutFenceIsCoded() {
    let page = DocumentSummary(Document("**AXIAL CODING TRACE:**\nalready added:\n    tea_time,\n    milk\n")).pages
      .first
    let names = page?.occurrences.filter { $0.role == .listItem }.map { page?.names[Int($0.name)] ?? "" }
    #expect(names == ["tea_time", "milk"])
  }
}
