// The fixtures and the checks themselves: a check that can't fail shows nothing.

import SeedIDE
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct FixtureTests {
  private static let note = """
    ``` python
    cache = CClass(pattern, "Café 😀")
    add_decision_option_link(store_decision, ca$0che, "Keep it near")
    ```
    """

  @Test func marksAndCursorAreTakenOut() throws {
    let fixture = Fixture("//- s4.md\nx ⟦a⟧\n//- s33.md\né ⟦b$0c⟧ ⟦⟧")
    #expect(fixture.files.map(\.name) == ["s4.md", "s33.md"])
    #expect(fixture.files.map { $0.document.string(in: ByteRange(0, 99)) } == ["x a\n", "é bc "])
    #expect(fixture.files.map(\.marks) == [[ByteRange(2, 3)], [ByteRange(3, 5), ByteRange(6, 6)]])
    let cursor = try #require(fixture.cursor)
    #expect(cursor.file.name == "s33.md")
    #expect(cursor.offset == 4)
  }

  @Test func aTextWithoutFileLineIsOneFile() {
    let fixture = Fixture("a\r\nb")
    #expect(fixture.files.map(\.name) == ["s1.md"])
    #expect(fixture.files[0].document.string(in: ByteRange(0, 99)) == "a\r\nb")
  }

  @Test func aWrongDefinitionIsShownAsMarkedText() {
    let failure = Fixture(Self.note.replacing("cache =", with: "cache ⟦=⟧")).definitionMismatch()
    #expect(
      failure == """
        asked at s1.md:3: add_decision_option_link(store_decision, ca$0che, "Keep it near")
        expected:
        s1.md:2: cache ⟦=⟧ CClass(pattern, "Café 😀")
        found:
        s1.md:2: ⟦cache⟧ = CClass(pattern, "Café 😀")
        """)
  }

  @Test func aMissingDefinitionIsShown() {
    #expect(Fixture(Self.note).definitionMismatch()?.contains("expected:\n  nothing\nfound:\ns1.md:2: ⟦cache⟧") == true)
  }

  @Test func aFixtureWithoutCursorIsAFailure() {
    let source = Self.note.replacing("$0", with: "")
    #expect(Fixture(source).definitionMismatch() != nil)
    #expect(Fixture(source).hoverMismatch(nil) != nil)
    #expect(Fixture(source).completionMismatch(.nothing) != nil)
    #expect(Fixture(source).referencesMismatch() != nil)
    #expect(Fixture(source).highlightMismatch() != nil)
  }

  @Test func aMissingReferenceIsAFailure() {
    let source = Self.note.replacing("cache =", with: "⟦cache⟧ =")
    #expect(
      Fixture(source).referencesMismatch()?.contains("s1.md:3: add_decision_option_link(store_decision, ⟦cache⟧")
        == true)
    #expect(Fixture(source).highlightMismatch() != nil)
  }

  @Test func aWrongKindOfHighlightIsAFailure() {
    let source = "``` python\n⟦cache⟧ = CClass(pattern, \"Cache\")\n```"
    #expect(Fixture(source).highlightMismatch([.write]) == nil)
    #expect(Fixture(source).highlightMismatch([.read]) != nil)
  }

  @Test func aWrongHoverIsAFailure() {
    #expect(Fixture(Self.note).hoverMismatch(nil) != nil)
    #expect(Fixture(Self.note).hoverMismatch("Cache") != nil)
  }

  @Test func aWrongHoverRangeIsAFailure() throws {
    let markdown = try #require(
      Fixture(Self.note).cursor.flatMap { Fixture(Self.note).snapshot(of: $0.file).hover(at: $0.offset) }
    ).content.markdown
    #expect(Fixture(Self.note).hoverMismatch(markdown) == nil)
    #expect(Fixture(Self.note.replacing("ca$0che", with: "⟦ca$0che⟧")).hoverMismatch(markdown) == nil)
    #expect(Fixture(Self.note.replacing("ca$0che", with: "⟦ca$0⟧che")).hoverMismatch(markdown) != nil)
  }

  @Test func aWrongCompletionIsAFailure() {
    #expect(Fixture(Self.note).completionMismatch(.exactly(["cache"])) == nil)
    #expect(Fixture(Self.note).completionMismatch(.exactly([])) != nil)
    #expect(Fixture(Self.note).completionMismatch(.exactly(["cache", "other"])) != nil)
    #expect(Fixture(Self.note).completionMismatch(.including(["other"])) != nil)
    #expect(Fixture(Self.note).completionMismatch(.including(["cache"], without: ["cache"])) != nil)
    #expect(Fixture(Self.note).completionMismatch(.nothing) != nil)
    #expect(Fixture(Self.note.replacing("ca$0che", with: "⟦ca$0⟧che")).completionMismatch(.exactly(["cache"])) != nil)
  }

  @Test func aCompletionWhereNoneShouldBeIsAFailure() {
    let source = Self.note.replacing("$0", with: "").replacing("Keep", with: "Ke$0ep")
    #expect(Fixture(source).completionMismatch(.nothing) == nil)
    #expect(Fixture(source).completionMismatch(.exactly([])) != nil)
  }
}
