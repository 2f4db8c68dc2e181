// The rules about names: what they find, what they leave alone, and their mends.

import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

/// A note with the statements in a coding block.
func note(_ file: String, _ code: String) -> String {
  "//- \(file)\n**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n"
}

@Suite struct UndefinedCodeTests {
  @Test func aNameThatNothingDefinesIsFoundWhereverItIsUsed() {
    expectFindings(
      of: "undefined-code",
      note(
        "s1.md",
        """
        access_decision = CClass(decision, "How?")
        add_decision_option_link(⟦store_choice⟧, ⟦time_travel⟧, "Text")
        add_decision_option_link(access_decision, ⟦lake⟧)
        add_force_relations({⟦warehouse⟧: {⟦speed⟧: positive}})
        '''
            ⟦k8s⟧
        '''
        ⟦helm⟧
        """))
  }

  @Test func whatItSaysNamesTheRole() {
    expectMessages(
      of: "undefined-code", note("s1.md", "add_force_relations({lake: {speed: grand}})"),
      [
        "The code `lake` is not defined in any note of this study.",
        "The force `speed` is not defined in any note of this study.", "There is no impact `grand`.",
      ])
  }

  @Test func namesOfOtherNotesSourcesAndTheVocabularyAreKnown() {
    expectFindings(
      of: "undefined-code",
      note("s1.md", "lake = CClass(pattern, \"Lake\")")
        + note("s2.md", "lake\nadd_links({s7: [lake]}, role_name=\"to\")")
        + note("s7.md", "s7 = CClass(source, \"s7\", values={})\nlake.add_links(lake, stereotype_instances=uses)"))
  }

  @Test func proseIsNotChecked() {
    expectFindings(of: "undefined-code", "**OPEN CODING TRACE:**\nNew option: time_travel\n")
  }
}

@Suite struct MisspelledCodeTests {
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

  @Test func theDefinitionThatWasMeantIsShown() throws {
    let fixture = Fixture(note("s1.md", "data_lake = CClass(pattern, \"X\")") + note("s2.md", "data_lakes"))
    let finding = try #require(fixture.study.findings(in: fixture.files[1].id).first)
    #expect(finding.related.map(\.document) == [fixture.files[0].id])
    #expect(finding.related.first?.range.start.line == 2)
  }
}

@Suite struct NearDuplicateCodesTests {
  @Test(arguments: [
    ("internal_storage", "internal_storages"), ("data_catalog", "data_catalogue"), ("reuse", "re_use"),
    ("standardised_layer", "standardized_layer"), ("event_streaming", "event_streming"),
  ])
  func codesThatAreAlmostTheSameAreFoundAtTheLaterOne(_ first: String, _ second: String) {
    expectFindings(
      of: "near-duplicate-codes",
      note("s1.md", "\(first) = CClass(pattern, \"X\")") + note("s2.md", "⟦\(second)⟧ = CClass(practice, \"Y\")"))
  }

  @Test(arguments: [
    ("input_port", "output_port"), ("encrypted", "unencrypted"), ("internal_port", "external_port"),
    ("centralised_team", "decentralised_team"), ("api_v1", "api_v2"), ("etl", "elt"), ("usability", "reusability"),
    ("mutability", "immutability"), ("producer", "product"), ("push_events", "pull_events"),
    ("testability", "stability"), ("online_store", "offline_store"), ("raw_data", "row_data"),
    ("single_topic", "simple_topic"),
  ])
  func codesThatAreMeantToDifferAreLeftAlone(_ first: String, _ second: String) {
    expectFindings(
      of: "near-duplicate-codes",
      note("s1.md", "\(first) = CClass(pattern, \"X\")\n\(second) = CClass(pattern, \"Y\")"))
  }

  @Test func sourcesLinksAndCodesOfAnotherKindAreLeftAlone() {
    expectFindings(
      of: "near-duplicate-codes",
      note(
        "s1.md",
        """
        s11 = CClass(source, "s11", values={})
        s12 = CClass(source, "s12", values={})
        versioning = CClass(practice, "Versioning")
        versionings = CClass(force, "Versionings")
        lake_uses_mart = versioning.add_links(versionings)[0]
        lake_uses_marts = versioning.add_links(versionings)[0]
        """))
  }
}

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
    func offered() -> [String] { study.study.findings(in: study.notes[1].id).flatMap(\.fixes).map(\.title) }
    #expect(offered() == [])
    study.replace("s1.md", with: "**AXIAL CODING TRACE:**\n```\ninput_ports = CClass(pattern, \"X\")\n```\n")
    #expect(offered() == ["Change to `input_ports`"])
  }

  @Test func aDefinitionOfTwoWordsIsJoined() {
    expectFix(
      of: "malformed-item", note("s1.md", "⟦runtime observability⟧ = CClass(practice, \"X\")"),
      note("s1.md", "runtime_observability = CClass(practice, \"X\")"), isSafe: true)
  }
}

@Suite struct UnknownFunctionTests {
  @Test func aMisspeltFunctionIsMended() {
    expectFix(
      of: "unknown-function", note("s1.md", "speed = ⟦CClas⟧(force, \"Speed\")"),
      note("s1.md", "speed = CClass(force, \"Speed\")"), isSafe: true)
  }

  @Test func aFunctionWithHalfItsNameIsMendedWhenAsked() {
    let code = "d = CClass(decision, \"D\")\nlake = CClass(pattern, \"Lake\")\n"
    expectFix(
      of: "unknown-function", note("s1.md", code + "⟦add_decision_link⟧(d, lake, \"Text\")"),
      note("s1.md", code + "add_decision_option_link(d, lake, \"Text\")"), isSafe: false)
  }

  @Test func methodsOfPythonAndItsFunctionsAreLeftAlone() {
    expectFindings(
      of: "unknown-function",
      note("s1.md", "lake = CClass(pattern, \"X\")\nprint(lake)\nlake.append(lake)\n⟦frobnicate⟧(lake)"))
  }
}

@Suite struct UnknownMetaclassTests {
  @Test func aMisspeltKindIsMended() {
    expectFix(
      of: "unknown-metaclass", note("s1.md", "lake = CClass(⟦patern⟧, \"Lake\")"),
      note("s1.md", "lake = CClass(pattern, \"Lake\")"), isSafe: true)
  }

  @Test func kindsThatTheStudyDefinesAreKnown() {
    expectFindings(
      of: "unknown-metaclass",
      note("s1.md", "risk = CMetaclass(\"Risk\")")
        + note("s2.md", "loss = CClass(risk, \"Loss\")\na = CClass(m.pattern, \"A\")"))
  }

  @Test func aCodeIsNoKind() {
    expectMessages(
      of: "unknown-metaclass", note("s1.md", "speed = CClass(force, \"Speed\")\nlake = CClass(speed, \"Lake\")"),
      ["`speed` is a code and not a kind of codes."])
  }
}
