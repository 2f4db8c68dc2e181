// What notes define, use, link and list: the roles of names in sound and in broken statements.

import SeedModel
import SeedSyntax
import Testing

@Suite struct PageSummaryTests {
  /// The names of a coding block with their roles, in order.
  private func roles(_ code: String) -> [String] {
    let document = Document("**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")
    return DocumentSummary(document).pages.flatMap { page in
      page.occurrences.map { "\(page.names[Int($0.name)]):\($0.role)" }
    }
  }

  private func summary(_ code: String) -> PageSummary? {
    DocumentSummary(Document("**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")).pages.first
  }

  @Test func aDefinitionHasItsKindAndDisplayName() throws {
    let page = try #require(summary("cache = CClass(pattern, 'Keep it \"near\"')"))
    let definition = try #require(page.definitions.first)
    #expect(definition.form == .code)
    #expect(page.name(ofOccurrence: definition.occurrence) == "cache")
    #expect(definition.metaclass.map { page.name(ofOccurrence: $0) } == "pattern")
    #expect(definition.displayName.map { page.text($0) } == "Keep it \"near\"")
  }

  @Test func joinedStringsAreOneDisplayName() throws {
    let page = try #require(summary("cache = CClass(pattern, \"Keep \" + \"near\")"))
    #expect(page.definitions.first?.displayName.map { page.text($0) } == "Keep near")
  }

  @Test func anOptionLinkNamesDecisionAndOption() {
    #expect(
      roles("add_decision_option_link(store_decision, cache, option_description=\"x\")") == [
        "add_decision_option_link:function", "store_decision:decision", "cache:option",
      ])
  }

  @Test func argumentsByKeywordHaveTheirRoles() {
    #expect(
      roles("add_decision_option_link(design_solution=cache, decision=d)") == [
        "add_decision_option_link:function", "cache:option", "d:decision",
      ])
  }

  @Test func forcesBelongToTheirSubjects() throws {
    let code = "add_force_relations({cache: {latency: positive}, mart: {cost: negative, latency: neutral}})"
    #expect(
      roles(code) == [
        "add_force_relations:function", "cache:subject", "latency:force", "positive:impact", "mart:subject",
        "cost:force", "negative:impact", "latency:force", "neutral:impact",
      ])
    let page = try #require(summary(code))
    #expect(
      page.relations.map { relation in
        [relation.from, relation.to, relation.meaning].map { $0.map { page.name(ofOccurrence: $0) } ?? "-" }
      } == [["cache", "latency", "positive"], ["mart", "cost", "negative"], ["mart", "latency", "neutral"]])
  }

  @Test func forcesAfterAMisplacedBraceStillBelongToTheirSubject() throws {
    let page = try #require(summary("add_force_relations({cache: {latency: positive}\n cost: negative\n })"))
    #expect(page.relations.map { $0.from.map { page.name(ofOccurrence: $0) } } == ["cache", "cache"])
  }

  @Test func anAnnotationMeansForceRelations() {
    #expect(roles("cache: {latency: positive}") == ["cache:subject", "latency:force", "positive:impact"])
  }

  @Test func linksLeadFromAndTo() throws {
    let code = "a_uses_b = \\\n  a.add_links([b, c], role_name=\"to\", stereotype_instances=uses)[0]"
    #expect(
      roles(code) == [
        "a_uses_b:linkDefinition", "a:linkFrom", "add_links:function", "b:linkTo", "c:linkTo", "uses:stereotype",
      ])
    let page = try #require(summary(code))
    #expect(page.relations.map(\.kind) == [.link, .link])
    #expect(page.relations.allSatisfy { $0.meaning != nil && $0.from != nil })
  }

  @Test func linksByDictionaryAndByFunctionAreRead() {
    #expect(
      roles("add_links({a: [b], c: d}, role_name=\"x\")") == [
        "add_links:function", "a:linkFrom", "b:linkTo", "c:linkFrom", "d:linkTo",
      ])
    #expect(
      roles("x = add_stereotyped_link_with_how_tagged_value(a, b, variant, \"how\")") == [
        "x:linkDefinition", "add_stereotyped_link_with_how_tagged_value:function", "a:linkFrom", "b:linkTo",
        "variant:stereotype",
      ])
  }

  @Test func listsHoldItemsAndStatements() throws {
    let code = "'''\n cache, mart\n lake\n x = CClass(force, \"X\")\n'''\ntriggering"
    #expect(
      roles(code) == [
        "cache:listItem", "mart:listItem", "lake:listItem", "x:definition", "CClass:function", "force:metaclass",
        "triggering:listItem",
      ])
    #expect(try #require(summary(code)).definitions.map(\.isInList) == [true])
  }

  @Test func aMisspeltFunctionKeepsItsArgumentsMeaning() {
    #expect(roles("x = CClas(force, \"X\"}") == ["x:definition", "CClas:function", "force:metaclass"])
    #expect(roles("add_decision_link(d, o)") == ["add_decision_link:function", "d:decision", "o:option"])
  }

  @Test func wordsInPlaceOfANameAreNoOccurrence() throws {
    let page = try #require(summary("'''\n input ports\n'''\nadd_force_relations({a: {b: very positive}})"))
    #expect(page.malformedNames.map { page.text($0.text) } == ["input ports", "very positive"])
    #expect(page.malformedNames.map(\.role) == [.listItem, .impact])
  }

  @Test func anAliasUsesWhatItNames() {
    #expect(roles("x = y") == ["x:definition", "y:value"])
  }

  @Test func labelsNameSources() throws {
    let page = try #require(
      DocumentSummary(
        Document("**AXIAL CODING TRACE:**\nadd codes to s33: \n```\n'''\na\n'''\n```\nadded:\n```\nb\n```\n")
      )
      .pages.first)
    #expect(page.labels.map { $0.source.map { page.name(ofOccurrence: $0) } } == ["s33", nil])
  }

  @Test(
    arguments: [
      ("# s \n4\n## url\nx\n", "s4"), ("# p\n12\n", "p12"), ("# s21\n## url\nx\n", "s21"),
      ("**AXIAL CODING TRACE:**\n```\ns7 = CClass(source, \"s7\")\n```\n", "s7"),
      ("text\n\nadd codes to s33:\n```\na\n```\n", "s33"), ("# s\n\n## url\n", nil), ("", nil),
    ] as [(String, String?)])
  func theSourceIsFoundByItsHeaderBlockOrLabels(_ text: String, _ id: String?) {
    #expect(DocumentSummary(Document(text)).sourceID == id)
  }

  @Test func positionsCountInEveryUnitFromThePagesStart() throws {
    let document = Document(
      "**AXIAL CODING TRACE:**\n```\n'''\n“é😀” cache\n'''\nx = CClass(force, \"é😀\"); cache\n```\n")
    let page = try #require(DocumentSummary(document).pages.first)
    let last = try #require(page.occurrences.last { page.names[Int($0.name)] == "cache" })
    #expect(last.start.line == 5)
    #expect([last.start.utf8, last.start.utf16, last.start.utf32] == [29, 26, 25])
  }

  @Test func summariesOfAnEditedNoteAreThoseOfItsNewText() {
    var document = Document("# s\n1\n**AXIAL CODING TRACE:**\n```\ncache\n```\n")
    var summary = DocumentSummary(document)
    for (offset, text) in [(34, "x"), (34, "\n"), (0, "> q\n"), (20, "'''\n")] {
      let change = document.replace(ByteRange(at: offset), with: Array(text.utf8))
      summary.update(document, change)
      #expect(summary == DocumentSummary(document))
    }
  }
}
