// The meanings of names, for colours.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct SemanticTokensTests {
  /// The tokens of a fixture's first file, one on a line: `line text meaning`, lines counted from 1.
  private func tokens(
    _ source: String, onLines lines: ClosedRange<Int>? = nil, _ location: SourceLocation = #_sourceLocation
  ) throws -> String {
    let fixture = Fixture(source)
    let file = try #require(fixture.files.first)
    let snapshot = fixture.snapshot(of: file)
    let tokens = snapshot.semanticTokens(onLines: lines)
    for (left, right) in zip(tokens, tokens.dropFirst()) {
      #expect(left.range.end <= right.range.start, "tokens overlap", sourceLocation: location)
    }
    return tokens.map { token in
      #expect(token.range.start.line == token.range.end.line, sourceLocation: location)
      let meaning = if case .code(let kind) = token.meaning { "\(kind)" } else { "\(token.meaning)" }
      let text = file.document.string(in: snapshot.byteRange(of: token.range))
      return "\(token.range.start.line + 1) \(text) \(meaning)" + (token.isDefinition ? " definition" : "")
        + (token.isMention ? " mention" : "")
    }.joined(separator: "\n")
  }

  private static let definitions = """
    //- s_9.md
    # s9

    # coding
    added:
    ``` python
    store_decision = CClass(decision, "Where?")
    cache = CClass(pattern, "Cache")
    near = CClass(practice, "Near")
    nothing = CClass(do_nothing_design_solution, "Nothing")
    speed = CClass(force, "Speed")
    ```
    """

  @Test func rolesAreToldApartByTheDefinitionWhereverItStands() throws {
    #expect(
      try tokens(
        """
        //- s_4.md
        add codes to s9:
        ``` python
        add_decision_option_link(store_decision, cache, "Keep “it” near")
        add_decision_option_link(store_decision, missing, "😀")
        add_force_relations({near: {speed: very_positive, cost: negative}})
        x = cache.add_links(nothing, role_name="to", stereotype_instances=uses)[0]
        '''
        cache, near
        '''
        ```
        \(Self.definitions)
        """) == """
          1 s9 source
          3 add_decision_option_link function
          3 store_decision decision
          3 cache pattern
          4 add_decision_option_link function
          4 store_decision decision
          4 missing undefined
          5 add_force_relations function
          5 near practice
          5 speed force
          5 very_positive impact
          5 cost undefined
          5 negative impact
          6 x link definition
          6 cache pattern
          6 add_links function
          6 nothing solution
          6 uses stereotype
          8 cache pattern
          8 near practice
          """)
  }

  @Test func definitionsNameTheirMetaclass() throws {
    #expect(
      try tokens(
        """
        ``` python
        speed = CClass(force, "Speed")
        alias = speed
        s4 = CClass(source, "s4", values={"example": True})
        ```
        """) == """
          2 speed force definition
          2 CClass function
          2 force metaclass
          3 alias other definition
          3 speed force
          4 s4 source definition
          4 CClass function
          4 source metaclass
          """)
  }

  @Test func proseMentionsOnlyWhatIsDefined() throws {
    #expect(
      try tokens(
        """
        //- s_4.md
        > cache and store_decision in a quotation

        **OPEN CODING TRACE:**
        “Café” 😀 options: cache, sql_layer, speed
        The store_decision stays, some_thing doesn't.
        \(Self.definitions)
        """) == """
          4 cache pattern mention
          4 speed force mention
          5 store_decision decision mention
          """)
  }

  @Test func onlyTheAskedLinesAreGiven() throws {
    let source = "added:\n``` python\na\nb\nc\nd\n```"
    #expect(try tokens(source, onLines: 2...3) == "3 a undefined\n4 b undefined")
    #expect(try tokens(source, onLines: 0...0) == "")
    #expect(try tokens(source, onLines: 7...9000) == "")
  }

  @Test func wordsOfTheVocabularyInAListHaveNoColour() throws {
    #expect(try tokens("'''\nadded:\n``` python\npractice, uses, cache_\n```") == "4 cache_ undefined")
  }

  @Test func anEmptyNoteHasNoTokens() throws {
    #expect(try tokens("") == "")
    #expect(try tokens("\n") == "")
  }

  @Test func aNameThatIsNotASCIIIsMeasuredInEveryUnit() throws {
    let fixture = Fixture("``` python\n\"e\u{301} “😀”\"; naïve😀 = CClass(force, \"x\")\n```")
    let token = try #require(fixture.snapshot(of: fixture.files[0]).semanticTokens().first)
    let columns = ColumnUnit.allCases.map { [token.range.start.column(in: $0), token.range.end.column(in: $0)] }
    #expect(columns == [[18, 28], [11, 18], [10, 16]])
  }
}
