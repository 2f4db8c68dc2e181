// The rule `near-duplicate-codes`.

import Testing

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
