// Hover over each kind of name.

import SeedIDE
import SeedModel
import SeedStudy
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct HoverTests {
  /// A study of two notes; `$0` is put in by the tests.
  private static let study = """
    //- notes/s_4.md
    # s
    4
    ## url
    https://example.org/caches
    ## title
    Caches *explained*
    ## source type
    Slides
    ## author type
    Practitioner

    # coding

    > An earlier paragraph.

    > Keep what is read often near
    > those who read it, <b>always</b>.
    So they say.

    **OPEN CODING TRACE:**

    New option: cache

    **AXIAL CODING TRACE:**

    added:
    ``` python
        store_decision = CClass(decision, "Where is data kept?")
        cache = CClass(pattern, "Café_cache 😀")
        index = CClass(practice, "Index")
        speed = CClass(force, "Speed")
        cost = CClass(force, "Cost")
        add_decision_option_link(store_decision, cache, "Keep it *near*")
        add_decision_option_link(store_decision, index, "Find it fast")
        add_force_relations({cache: {speed: very_positive,
                                     cost: negative},
                             index: {speed: positive}})
        cache_uses_index = cache.add_links(index, role_name="to", stereotype_instances=uses)[0]
    ```
    //- notes/s_10.md
    # s
    10

    # coding

    > Quoted.

    **AXIAL CODING TRACE:**

    add codes to s10:
    ``` python
        '''
            cache
        '''
        add_force_relations({cache: {speed: positive}})
    ```
    //- notes/s_9.md
    # s
    9

    # coding

    **OPEN CODING TRACE:**

    Familiar options: cache, inedx, weather

    **AXIAL CODING TRACE:**

    add codes to s4:
    ``` python
        '''
            cache, inedx, nothing_like_it
        '''
        add_links({cache: index}, role_name="to", stereotype_instances=variant)
    ```
    """

  private static func asked(_ place: String) -> String {
    let plain = place.replacing("$0", with: "").replacing("⟦", with: "").replacing("⟧", with: "")
    return study.replacing(plain, with: place, maxReplacements: 1)
  }

  @Test func aPatternIsShownAsACodebookEntry() {
    checkHover(
      Self.asked("store_decision, ⟦ca$0che⟧, \"Keep"),
      """
      **Café_cache 😀** · `cache` · pattern

      Defined in s4, line 29

      Option of:
      - `store_decision` (Where is data kept?): Keep it \\*near\\*

      Forces:
      - `speed` `++ +`
      - `cost` `-`

      Coded in s4, s9, s10

      > Keep what is read often near those who read it, \\<b>always\\</b>. So they say.
      """)
  }

  @Test func aDecisionIsShownWithItsOptions() {
    checkHover(
      Self.asked("store_$0decision = CClass"),
      """
      **Where is data kept?** · `store_decision` · decision

      Defined in s4, line 28

      Options:
      - `cache` (Café_cache 😀): Keep it \\*near\\*
      - `index` (Index): Find it fast

      Coded in s4

      > Keep what is read often near those who read it, \\<b>always\\</b>. So they say.
      """)
  }

  @Test func aForceIsShownWithWhatActsOnIt() {
    checkHover(
      Self.asked("index: {sp$0eed"),
      """
      **Speed** · `speed` · force

      Defined in s4, line 31

      Acted on by:
      - `cache` `++ +`
      - `index` `+`

      Coded in s4, s10

      > Keep what is read often near those who read it, \\<b>always\\</b>. So they say.
      """)
  }

  @Test func aLinkIsShownAsOne() {
    checkHover(
      Self.asked("cache_uses_$0index"),
      """
      `cache_uses_index` · link

      Defined in s4, line 38

      Coded in s4
      """)
  }

  @Test func aMentionInProseIsShownLikeTheCode() throws {
    let fixture = Fixture(Self.asked("Familiar options: ca$0che"))
    let cursor = try #require(fixture.cursor)
    let hover = fixture.snapshot(of: cursor.file).hover(at: cursor.offset)
    #expect(hover?.content.markdown.hasPrefix("**Café_cache 😀** · `cache` · pattern") == true)
  }

  @Test func aSourceIsShownWithItsRecord() {
    let expected = """
      **Caches \\*explained\\*** · `s4` · source

      https://example.org/caches

      Slides, Practitioner

      5 codes · notes/s_4.md
      """
    checkHover(Self.asked("add codes to ⟦s$04⟧:"), expected)
    checkHover(Self.study.replacing("# s\n4\n", with: "# s\n⟦4$0⟧\n"), expected)
  }

  @Test func anUndefinedNameIsSaidToBeOne() {
    checkHover(
      Self.asked("cache, ⟦ine$0dx⟧, nothing"),
      """
      `inedx` is not defined in any note of this study.

      Did you mean `index`?
      """)
    checkHover(Self.asked("nothing_$0like_it"), "`nothing_like_it` is not defined in any note of this study.")
  }

  @Test func aMentionThatIsNoCodeIsSaidToBeOneOnlyIfOneIsClose() {
    checkHover(
      Self.asked("options: cache, in$0edx"),
      """
      `inedx` is not defined in any note of this study.

      Did you mean `index`?
      """)
    checkHover(Self.asked("wea$0ther"), nil)
  }

  @Test func theVocabularyIsExplained() {
    checkHover(
      Self.asked("cache = CClass(⟦pat$0tern⟧"),
      """
      `pattern` · metaclass

      A proven solution to a recurring problem, with known uses and consequences.

      A kind of `practice`
      """)
    checkHover(
      Self.asked("{speed: very_$0positive"), "`very_positive` · impact ++\n\nThe solution helps the force a lot.")
    checkHover(Self.asked("instances=va$0riant"), "`variant` · stereotype\n\nThe first is a variant of the second.")
  }

  @Test func aFunctionIsShownWithItsSignature() {
    checkHover(
      Self.asked("add_decision_$0option_link(store_decision, cache"),
      """
      ```python
      add_decision_option_link(decision, design_solution, option_name=None, *, option_description=None)
      ```

      Says that a design solution is an option of a decision.

      - `decision`: The decision.
      - `design_solution`: The pattern, practice or other solution that it offers.
      - `option_name`: What choosing the option means.
      - `option_description`: The same, as some studies name it.
      """)
  }

  @Test func aKeywordIsShownWithItsMeaning() {
    checkHover(
      Self.asked("cache.add_links(index, ⟦role$0_name⟧=\"to\""),
      """
      `role_name` · parameter of `add_links`

      The end of the association: `"to"`, `"contained_code"`, `"referenced"` …
      """)
  }

  @Test func unknownVocabularyIsSaidToBeUnknown() {
    checkHover(
      "``` python\ncache = CClass(patern$0, \"Cache\")\n```", "`patern` is not part of the vocabulary.")
  }

  @Test func aSourceThatNobodyRecordsIsSaidToBeMissing() {
    checkHover(
      """
      # s
      4

      # coding

      **AXIAL CODING TRACE:**

      add codes to s1$05:
      ``` python
      cache
      ```
      """, "No note of this study records the source `s15`.")
  }

  @Test func severalDefinitionsAreAllNamed() {
    checkHover(
      """
      //- a.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- b.md
      ``` python
      ca$0che = CClass(practice, "Caching")
      ```
      """,
      """
      **Cache** · `cache` · pattern

      Defined in a.md, line 2; b.md, line 2

      Coded in a.md, b.md
      """)
  }

  @Test func stringsAndQuotationsShowNothing() {
    checkHover(Self.asked("\"Café$0_cache"), nil)
    checkHover(Self.asked("An earlier$0 paragraph"), nil)
    checkHover("$0", nil)
  }

  @Test func plainTextHasNoMarkup() throws {
    let fixture = Fixture(Self.asked("store_decision, ca$0che, \"Keep"))
    let cursor = try #require(fixture.cursor)
    let hover = try #require(fixture.snapshot(of: cursor.file).hover(at: cursor.offset))
    expectText(
      hover.content.plainText,
      """
      Café_cache 😀 · cache · pattern

      Defined in s4, line 29

      Option of:
      - store_decision (Where is data kept?): Keep it *near*

      Forces:
      - speed ++ +
      - cost -

      Coded in s4, s9, s10

      “Keep what is read often near those who read it, <b>always</b>. So they say.”
      """)
  }

  @Test func aLongQuotationIsCutBetweenWords() throws {
    let words = Array(repeating: "wörter", count: 60).joined(separator: " ")
    let fixture = Fixture(
      "# coding\n\n> \(words)\n\n**AXIAL CODING TRACE:**\n``` python\nca$0che = CClass(pattern, \"Cache\")\n```")
    let cursor = try #require(fixture.cursor)
    let hover = try #require(fixture.snapshot(of: cursor.file).hover(at: cursor.offset))
    let quotation = try #require(hover.content.markdown.split(separator: "\n").last)
    #expect(quotation.count <= 165)
    #expect(quotation.hasSuffix("wörter …"))
  }

  @Test func aLongListIsCut() throws {
    let links = (1...20).map { "add_decision_option_link(d, option_\($0), \"text\")" }.joined(separator: "\n")
    let fixture = Fixture("``` python\nd$0 = CClass(decision, \"D\")\n\(links)\n```")
    let cursor = try #require(fixture.cursor)
    let hover = try #require(fixture.snapshot(of: cursor.file).hover(at: cursor.offset))
    #expect(hover.content.markdown.contains("- `option_12`: text\n- … and 8 more"))
  }
}

/// Of a note that is not open the text alone is asked for: nothing is said differently for that.
@Suite struct HoverFromTextTests {
  private func check(_ texts: [[UInt8]]) throws {
    let study = TestStudy(texts.enumerated().map { (name: "note\($0).md", text: $1) })
    let asking = try #require(study.notes.last)
    let documents = Dictionary(uniqueKeysWithValues: study.notes.map { ($0.id, $0.document) })
    let parsed = Snapshot(study: study.study, document: asking.id, syntax: asking.document) { documents[$0] }
    let unparsed = Snapshot(
      study: study.study, document: asking.id, syntax: asking.document, text: { documents[$0]?.bytes },
      load: { _ in nil })
    var quotations = 0
    for id in study.study.definedNames {
      let name = study.study.string(id)
      let expected = parsed.description(ofName: name)
      #expect(unparsed.description(ofName: name) == expected, "\(name)")
      if case .quotation? = expected?.blocks.last { quotations += 1 }
    }
    #expect(quotations > 10)
  }

  @Test func theQuotationIsTheSameAsOfAParsedNote() throws {
    try check(try sampleNotes())
  }

  @Test(.enabled(if: corpusFolder != nil)) func inRealNotesToo() throws {
    try check(try corpusNotes())
  }
}

@Suite struct RichTextTests {
  @Test(arguments: [
    ("a_b snake_case", "a_b snake_case"), ("_a_", "\\_a\\_"), ("**x**", "\\*\\*x\\*\\*"), ("[a](b)", "\\[a\\](b)"),
    ("`x`", "\\`x\\`"), ("<b>", "\\<b>"), ("AT&T", "AT\\&T"), ("a & b", "a & b"), ("~~x~~", "\\~\\~x\\~\\~"),
    ("a\\b", "a\\\\b"), ("two\nlines\u{0B}", "two lines "), ("Café 😀 – “x”", "Café 😀 – “x”"),
  ])
  func markupIsEscaped(_ text: String, _ expected: String) {
    #expect(RichText(blocks: [.paragraph([.code("x"), .text(text)])]).markdown == "`x`" + expected)
  }

  @Test(arguments: [
    ("# x", "\\# x"), ("- x", "\\- x"), ("1. x", "1\\. x"), ("10) x", "10\\) x"), ("1.5", "1\\.5"), ("> x", "\\> x"),
    ("x - y", "x - y"), ("x 1. y", "x 1. y"),
  ])
  func whatMeansSomethingAtTheStartIsEscapedThere(_ text: String, _ expected: String) {
    #expect(RichText(blocks: [.quotation(text)]).markdown == "> " + expected)
  }

  @Test func strongTextHasNoBlanksAtItsEnds() {
    #expect(RichText(blocks: [.paragraph([.strong(" CI/CD process ")])]).markdown == "**CI/CD process**")
  }
}
