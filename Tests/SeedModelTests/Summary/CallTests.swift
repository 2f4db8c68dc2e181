// What calls say: by position and by keyword, and under a name that is not quite right.

import SeedModel
import SeedSyntax
import Testing

@Suite struct CallTests {
  /// What a block says of names: its relations, its definitions, and each name with its role.
  private struct Content: Equatable, CustomStringConvertible {
    let relations: [String]
    let definitions: [String]
    let roles: Set<String>

    init(_ code: String) {
      let pages = DocumentSummary(Document("**AXIAL CODING TRACE:**\n``` python\n\(code)\n```\n")).pages
      relations = pages.flatMap { page in
        page.relations.map { relation in
          let names = [relation.from, relation.to, relation.meaning].map { $0.map(page.name(ofOccurrence:)) ?? "-" }
          return "\(relation.kind): \(names.joined(separator: " ")) “\(relation.text.map(page.text) ?? "")”"
        }
      }
      definitions = pages.flatMap { page in
        page.definitions.map { definition in
          let kind = definition.metaclass.map(page.name(ofOccurrence:)) ?? "-"
          return "\(kind) “\(definition.displayName.map(page.text) ?? "")”"
        }
      }
      roles = Set(pages.flatMap { page in page.occurrences.map { "\(page.names[Int($0.name)]): \($0.role)" } })
    }

    var description: String { (relations + definitions + roles.sorted()).joined(separator: ", ") }
  }

  /// Something that can be given for a parameter.
  private func argument(for parameter: Vocabulary.Function.Parameter) -> String {
    switch parameter.role {
    case .name: "a_" + parameter.name
    case .forces: "{a: {b: positive, c: negative}, d: {b: neutral}}"
    case .links: "{a: b, c: [d, e]}"
    case .displayName, .text: "\"What \(parameter.name) says\""
    case .value: "1"
    }
  }

  @Test(arguments: Vocabulary.standard.functions.all.map(\.name))
  func aCallByKeywordsSaysWhatOneByPositionsSays(_ name: String) throws {
    let function = try #require(Vocabulary.standard.functions[name])
    let parameters = function.parameters.filter { !$0.isKeywordOnly }
    let values = parameters.map { argument(for: $0) }
    let keywords = zip(parameters, values).map { "\($0.name)=\($1)" }
    let expected = Content("x = \(name)(\(values.joined(separator: ", ")))")
    #expect(Content("x = \(name)(\(keywords.joined(separator: ", ")))") == expected)
    #expect(Content("x = \(name)(\(keywords.reversed().joined(separator: ", ")))") == expected)
    #expect(
      Content("x = \(name)(\((values.prefix(1) + keywords.dropFirst()).joined(separator: ", ")))") == expected)
    if case .relation = function.meaning { #expect(!expected.relations.isEmpty) }
  }

  @Test func aLinkByKeywordsHasItsEndsAndItsMeaning() {
    let link = Content("add_stereotyped_link_with_how_tagged_value(to=b, from=a, text=\"daily\", stereotype=uses)")
    #expect(link.relations == ["link: a b uses “daily”"])
    #expect(link.roles.isSuperset(of: ["a: linkFrom", "b: linkTo", "uses: stereotype"]))
    #expect(
      Content("add_decision_option_link(option_description=\"Keep it\", decision=d, design_solution=o)").relations
        == ["option: d o - “Keep it”"])
  }

  @Test func aDefinitionByKeywordsHasItsKindAndDisplayName() {
    #expect(Content("tea = CClass(name=\"Green tea\", metaclass=practice)").definitions == ["practice “Green tea”"])
  }

  @Test func textsAreWhatTheyMean() {
    #expect(
      Content("add_decision_option_link(d, o, 'Don\\'t ' + \"w\\u0061it\")").relations == ["option: d o - “Don't wait”"]
    )
    #expect(Content("x = CClass(force, (\"Tea \"\n  \"time\"))").definitions == ["force “Tea time”"])
  }

  @Test func aSourceByKeywordsIsASource() throws {
    let note =
      "**AXIAL CODING TRACE:**\n``` python\nr = CClass(name=\"s\" \"4\", values={\"title\": \"T\"}, metaclass=source)\n```\n"
    let page = try #require(DocumentSummary(Document(note)).pages.first)
    let block = try #require(page.sourceBlocks.first)
    #expect(block.displayName.map { page.text($0.text) } == "s4")
    #expect(block.values.map { page.text($0.value.text) } == ["T"])
    #expect(page.claimedIDs.map(\.place) == [.blockText])
  }

  @Test func aDictionaryTooManyIsReadAsTheOneBefore() {
    #expect(Content("add_links({a: b}, {c: d})").relations == ["link: a b - “”", "link: c d - “”"])
    #expect(
      Content("add_force_relations({a: {b: positive}}, {c: {d: negative}})").relations
        == ["impact: a b positive “”", "impact: c d negative “”"])
  }

  @Test func whatIsSaidOfAllLinksIsSaidOfEach() {
    #expect(
      Content("a.add_links([b, c], label=\"often\", stereotype_instances=uses)").relations
        == ["link: a b uses “often”", "link: a c uses “often”"])
  }

  @Test(
    arguments: [
      ("CClas", "CClass"), ("Clas", "CClass"), ("cclass", "CClass"), ("CMeta", "CMetaclass"), ("add_link", "add_links"),
      ("ad_links", "add_links"), ("addLinks", "add_links"), ("add_code_links", "add_links"),
      ("add_decision_link", "add_decision_option_link"), ("add_options", "add_decision_option_link"),
      ("add_force", "add_force_relations"), ("add_forces_of", "add_force_relations"),
      ("add_stereo", "add_stereotyped_design_solution_link"),
      ("add_stereotyped_link", "add_stereotyped_link_with_how_tagged_value"),
      ("add_label", nil), ("print", nil), ("C", nil), ("add_", nil), ("add_list", nil), ("Ünion", nil), ("", nil),
    ] as [(String, String?)])
  func aNameThatIsNotQuiteRightMeansTheFunctionThatItIsCloseTo(_ name: String, _ meant: String?) {
    let function = Vocabulary.standard.functions.function(meantBy: name.utf8.span)
    #expect(function?.name == meant)
  }

  @Test func aFunctionThatAStudyAddsIsMeantToo() {
    var additions = VocabularyAdditions()
    additions.functions = ["offer_choice": .like("add_decision_option_link")]
    let functions = Vocabulary.standard.adding(additions).functions
    let name = "ofer_choice"
    #expect(functions.function(meantBy: name.utf8.span)?.name == "offer_choice")
    #expect(functions["offer_choice"]?.meaning == .relation(.option))
  }
}
