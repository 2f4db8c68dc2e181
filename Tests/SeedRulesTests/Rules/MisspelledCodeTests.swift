// The rule `misspelled-code`.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct MisspelledCodeTests {
  @Test func wordsOfTheNotationHaveNoHyphens() {
    expectFix(
      of: "misspelled-code", definedCodes + note("s1.md", "lake: {speed: ⟦very-positive⟧}"),
      definedCodes + note("s1.md", "lake: {speed: very_positive}"), isSafe: true)
    expectFindings(of: "misspelled-code", definedCodes + note("s1.md", "lake: {speed: ⟦o⟧}"))
  }

  @Test(arguments: [
    ("data_catalogue", "data_catalog"), ("data_catalog", "data_catalogue"), ("rest_api", "rset_api"),
    ("event_streaming", "event_steaming"), ("time_to_market", "time_to_markt"),
    ("internal_storages", "internal_storage"),
  ])
  func aSlipIsMendedWhenAsked(_ defined: String, _ used: String) {
    let definition = "\(defined) = CClass(pattern, \"X\")\n"
    expectFix(
      of: "misspelled-code", note("s1.md", definition) + note("s2.md", "⟦\(used)⟧"),
      note("s1.md", definition) + note("s2.md", defined), isSafe: false)
  }

  @Test(arguments: [
    ("re_use", "reuse"), ("sql_endpoint", "SQL_Endpoint"),
    ("standardised_layer", "standardized_layer"), ("event_streaming", "event-streaming"),
  ])
  func anotherSpellingOfTheSameWordsIsMendedSafely(_ defined: String, _ used: String) {
    let definition = "\(defined) = CClass(pattern, \"X\")\n"
    expectFix(
      of: "misspelled-code", note("s1.md", definition) + note("s2.md", "⟦\(used)⟧"),
      note("s1.md", definition) + note("s2.md", defined), isSafe: true)
  }

  @Test func aMisspeltImpactAndStereotypeAreFound() {
    expectFix(
      of: "misspelled-code",
      note(
        "s1.md",
        """
        lake = CClass(pattern, "Lake")
        speed = CClass(force, "Speed")
        add_force_relations({lake: {speed: ⟦postive⟧}})
        link = lake.add_links(lake, role_name="to", stereotype_instances=⟦requries⟧)[0]
        """),
      note(
        "s1.md",
        """
        lake = CClass(pattern, "Lake")
        speed = CClass(force, "Speed")
        add_force_relations({lake: {speed: positive}})
        link = lake.add_links(lake, role_name="to", stereotype_instances=requires)[0]
        """), isSafe: false)
  }

  @Test func shortNamesAreNotTakenForEachOther() {
    expectFindings(of: "misspelled-code", note("s1.md", "etl = CClass(pattern, \"ETL\")\nmdm\nsla\n"))
  }

  @Test func aNameOfTwoLettersIsCheckedAgainWhenOneOfThreeIsDefined() {
    func text(_ line: String) -> String { "**AXIAL CODING TRACE:**\n```\n\(line)\n```\n" }
    var notes = MendableNotes([text("ai"), text("mdm")])
    #expect(notes.rules == ["undefined-code", "undefined-code"])
    notes.replace(1, with: text("api = CClass(pattern, \"API\")"))
    #expect(notes.rules == ["misspelled-code"])
  }

  @Test func theDefinitionThatWasMeantIsShown() throws {
    let fixture = Fixture(note("s1.md", "data_lake = CClass(pattern, \"X\")") + note("s2.md", "data_lakes"))
    let finding = try #require(fixture.checked.findings(in: fixture.files[1].id).first)
    #expect(finding.related.map(\.document) == [fixture.files[0].id])
    #expect(finding.related.first?.range.start.line == 2)
  }
}
