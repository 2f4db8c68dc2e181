// The rule `misspelled-definition`, and what `misspelled-code` says of the uses.

import SeedModel
import SeedRules
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct MisspelledDefinitionTests {
  private let misspelt = note("s1.md", "⟦acess_decision⟧ = CClass(decision, \"How is data asked for?\")")
  private let uses = note("s2.md", "access_decision") + note("s3.md", "access_decision")

  @Test func aDefinitionThatMostNotesWriteOtherwiseIsToldThere() {
    expectMessages(
      of: "misspelled-definition", misspelt + uses,
      [
        "2 notes write `access_decision`, which nothing defines, and 1 writes `acess_decision` as it is defined here. "
          + "Is the definition misspelt?"
      ])
    expectFindings(of: "misspelled-definition", misspelt + uses)
  }

  @Test func theUsesSayWhichItIs() {
    let fixture = Fixture(misspelt + uses)
    let findings = fixture.checked.findings(in: fixture.files[1].id)
    #expect(findings.map(\.severity) == [.information])
    #expect(
      findings.first?.message == "The code `access_decision` is not defined in any note of this study. "
        + "`acess_decision` is, but 2 notes write it as here, and 1 as there.")
  }

  @Test func theDefinitionIsRenamedWhereNoOtherNoteHasItsName() {
    expectFix(
      of: "misspelled-definition", misspelt + uses,
      note("s1.md", "access_decision = CClass(decision, \"How is data asked for?\")") + uses, isSafe: false)
  }

  @Test func otherNotesThatWriteItSoAreRenamedByTheEditorOnly() {
    let notes =
      misspelt + note("s2.md", "acess_decision") + note("s4.md", "access_decision") + note("s3.md", "access_decision")
      + note("s5.md", "access_decision")
    expectNoFix(of: "misspelled-definition", notes)
  }

  @Test func asManyOnBothSidesIsNoMajority() {
    let definition = note("s1.md", "acess_decision = CClass(decision, \"How?\")")
    expectFindings(of: "misspelled-definition", definition + note("s2.md", "access_decision\naccess_decision"))
    expectFindings(of: "misspelled-definition", definition + note("s4.md", "acess_decision") + uses)
    expectMessages(
      of: "misspelled-code", definition + note("s2.md", "access_decision"),
      [
        "The code `access_decision` is not defined in any note of this study. Did you mean `acess_decision`?"
      ])
  }

  @Test func namesThatAreDefinedThemselvesAreLeftAlone() {
    expectFindings(
      of: "misspelled-definition",
      note("s1.md", "acess_decision = CClass(decision, \"How?\")\naccess_decision = CClass(decision, \"Why?\")") + uses)
  }

  @Test func aMisspellingIsNeverCopiedUnasked() {
    let definition = note("s1.md", "data_catalouge = CClass(pattern, \"Catalogue\")")
    let used = note("s2.md", "data_catalogue") + note("s3.md", "data_catalogue")
    // Alone, a name that differs in case only would be mended without asking.
    for source in [
      definition + used + note("s4.md", "Data_catalouge"),
      note("s1.md", "data_catalog = CClass(pattern, \"Catalogue\")") + used,
    ] {
      let fixture = Fixture(source)
      let fixes = fixture.files.flatMap { fixture.checked.findings(in: $0.id).flatMap(\.fixes) }
      #expect(!fixes.isEmpty)
      #expect(fixes.allSatisfy { !$0.isSafe })
    }
  }

  @Test func sourcesAndWordsOfTheNotationAreNoSpellings() {
    expectFindings(
      of: "misspelled-definition",
      note("s1.md", "positiv = CClass(force, \"Positive\")")
        + note("s2.md", "add_force_relations({lake: {positiv: positive}})")
        + note("s3.md", "add_force_relations({lake: {positiv: positive}})"))
    expectFindings(
      of: "misspelled-definition",
      note("s1.md", "s12345 = CClass(pattern, \"X\")") + note("s2.md", "s12346") + note("s3.md", "s12346"))
  }

  @Test func itIsCheckedAgainWhenUsesComeAndGo() {
    func text(_ line: String) -> String { "**AXIAL CODING TRACE:**\n```\n\(line)\n```\n" }
    var notes = MendableNotes([
      text("acess_decision = CClass(decision, \"How?\")"), text("access_decision"), text("lake_decision"),
    ])
    #expect(!notes.rules.contains("misspelled-definition"))
    notes.replace(2, with: text("access_decision"))
    #expect(notes.rules.contains("misspelled-definition"))
    notes.replace(1, with: text("acess_decision"))
    #expect(!notes.rules.contains("misspelled-definition"))
    notes.replace(1, with: text("access_decision\nlake_decision"))
    #expect(notes.rules.contains("misspelled-definition"))
    notes.remove(2)
    #expect(!notes.rules.contains("misspelled-definition"))
  }
}
