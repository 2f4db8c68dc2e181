// Which of a name's definitions counts: every feature has to give the same answer, whichever note was read first.

import SeedIDE
import SeedModel
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct WhichDefinitionTests {
  /// `cache` as the features show it in a note that uses it.
  private struct Answers {
    let hover: String
    let hint: String
    let token: SemanticToken.Meaning?
    let completion: CompletionItem?
    let hierarchy: HierarchyItem?
    let firstDefinition: String?
    let firstSymbol: String?
    let references: [String]
  }

  /// - Parameter names: the notes in the order in which they are read.
  private func answers(_ names: [String]) throws -> Answers {
    let texts = [
      "s_9.md": """
      ``` python
      cache = CClass(pattern, "Cache of Nine")
      ```
      """,
      "s_10.md": """
      ``` python
      cache = CClass(force, "Cache of Ten")
      ```
      """,
      "s_11.md": """
      ``` python
      cache = another_link
      use = CClass(pattern, "Use")
      add_force_relations({use: {cache: positive}})
      ```
      """,
      "model.py": """
      from codeable_models import CClass
      cache = CClass(decision, "Cache of the Model")
      """,
    ]
    let fixture = Fixture(names.map { "//- \($0)\n\(texts[$0] ?? "")" }.joined(separator: "\n"))
    let file = try #require(fixture.files.first { $0.name == "s_11.md" })
    let snapshot = fixture.snapshot(of: file)
    let use = try #require(file.document.bytes.firstRange(of: Array("cache: ".utf8))).lowerBound
    let id = try #require(fixture.study.nameID("cache"))
    #expect(fixture.study.definitions(of: id).count == names.count)
    func name(_ document: DocumentID?) -> String? { document.flatMap { fixture.file($0)?.name } }
    return Answers(
      hover: try #require(snapshot.hover(at: use)?.content.markdown),
      hint: try #require(snapshot.inlayHints(in: ByteRange(use, use + 5)).first { $0.kind == .displayName }).text,
      token: snapshot.semanticTokens().first { snapshot.byteRange(of: $0.range).start == use }?.meaning,
      completion: snapshot.completion(at: use + 5)?.items.first { $0.label == "cache" },
      hierarchy: snapshot.hierarchyItem(at: use),
      firstDefinition: name(snapshot.definition(at: use)?.targets.first?.document),
      firstSymbol: name(fixture.study.symbols(matching: "cache").first?.place.document),
      references: snapshot.references(at: use, includingDeclaration: true).compactMap { name($0.place.document) })
  }

  @Test(arguments: [
    ["s_9.md", "s_10.md", "s_11.md", "model.py"], ["s_10.md", "s_9.md", "s_11.md", "model.py"],
    ["model.py", "s_11.md", "s_10.md", "s_9.md"],
  ])
  func itIsTheFirstByTheNaturalOrderOfNotes(_ names: [String]) throws {
    let answers = try answers(names)
    #expect(answers.hover.contains("**Cache of Nine** · `cache` · pattern"))
    #expect(answers.hint == "Cache of Nine")
    #expect(answers.token == .code(.pattern))
    #expect(answers.completion?.detail == "Cache of Nine")
    #expect(answers.completion?.category == .pattern)
    #expect(answers.hierarchy?.displayName == "Cache of Nine")
    #expect(answers.hierarchy?.kind == .pattern)
    // A model file stands where its name sorts.
    #expect(answers.firstDefinition == "model.py")
    #expect(answers.firstSymbol == "model.py")
    #expect(answers.references == ["model.py", "s_9.md", "s_10.md", "s_11.md", "s_11.md"])
  }

  @Test func aRenameKeepsTheDefinitionOfTheFirstNoteWithoutRemark() throws {
    let fixture = Fixture(
      """
      //- s_10.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- s_9.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- s_1.md
      ``` python
      add_decision_option_link(store, cache, "Keep it near")
      ```
      """)
    let file = try #require(fixture.files.last)
    let edit = try fixture.snapshot(of: file).rename("cache", to: "store_near")
    #expect(edit.notes.compactMap { fixture.file($0.document)?.name } == ["s_1.md", "s_9.md", "s_10.md"])
    #expect(edit.notes.map { $0.edits.compactMap(\.remark?.id) } == [[], [], ["defined-twice"]])
  }
}
