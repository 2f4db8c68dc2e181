// Renaming sources: the number in the heading, the source block, labels, links and the file's name.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct RenameSourceTests {
  private static let study = """
    //- notes/s_33.md
    # s
    ⟦33⟧
    ## title
    About s33

    **AXIAL CODING TRACE**: source and references
    ``` python
    ⟦s33⟧ = CClass(source, "⟦s33⟧", values={
        "title": "About s33",
        "url": "https://example.org/s33"})
    add_links({⟦s33⟧: [cache]}, role_name="contained_code")
    ```

    # coding

    **AXIAL CODING TRACE:**

    add codes to ⟦s33⟧:
    ``` python
    cache
    ```

    add codes to s:
    ``` python
    index
    ```
    //- notes/s_4.md
    # s
    4

    # coding

    **AXIAL CODING TRACE:**

    add codes to ⟦s33⟧:
    ``` python
    s3 = CClass(source, "s33 again")
    ```
    """

  @Test func everyPlaceOfASourceIsRenamedFromEveryOther() {
    checkRename(Self.study, to: "s34")
  }

  @Test func theNumberAloneIsEnough() {
    checkRename(Self.study, to: "34")
  }

  @Test func theFileIsRenamedWithConfirmation() throws {
    let fixture = Fixture(Self.study)
    let file = try #require(fixture.files.first)
    let edit = try fixture.snapshot(of: file).rename("s33", to: "s34")
    #expect(edit.fileRenames.map(\.newName) == ["s_34.md"])
    #expect(edit.fileRenames.allSatisfy { $0.document == file.id && $0.remark.needsConfirmation })
  }

  @Test(arguments: [("s33.md", "s34.md"), ("s_33.md", "s_34.md"), ("a/b/s33.seed.txt", "s34.seed.txt")])
  func theFormOfTheFileNameStays(old: String, new: String) throws {
    let fixture = Fixture("//- \(old)\n# s\n33\n## url\nx\n")
    let edit = try fixture.snapshot(of: try #require(fixture.files.first)).rename("s33", to: "s34")
    #expect(edit.fileRenames.map(\.newName) == [new])
  }

  @Test(arguments: ["given.txt", "s_3.md", "s_333.md", "notes on s33.md"])
  func aFileThatIsCalledOtherwiseKeepsItsName(name: String) throws {
    let fixture = Fixture("//- \(name)\n# s\n33\n## url\nx\n")
    let edit = try fixture.snapshot(of: try #require(fixture.files.first)).rename("s33", to: "s34")
    #expect(edit.fileRenames.isEmpty)
    #expect(edit.notes.count == 1)
  }

  @Test func aNumberInTheHeadingItselfIsRenamed() throws {
    try checkRenamed(
      "# s2$01\n## url\nx\n\nadd codes to s21:\n``` python\ncache\n```", to: "s22",
      "# s22\n## url\nx\n\nadd codes to s22:\n``` python\ncache\n```")
  }

  @Test func aSourceCanBecomeAnInterview() throws {
    try checkRenamed(
      "# s \n4$0  \n## url\nx\n\nadd codes to s4:\n``` python\ncache\n```", to: "p7",
      "# p \n7  \n## url\nx\n\nadd codes to p7:\n``` python\ncache\n```")
  }

  @Test func aLabelThatMeansItsOwnNoteIsAPlaceToRenameFrom() throws {
    try checkRenamed(
      "# s\n4\n## url\nx\n\nadd codes to s$0:\n``` python\ncache\n```", to: "s5",
      "# s\n5\n## url\nx\n\nadd codes to s:\n``` python\ncache\n```")
  }

  @Test func theNameOfASourceMustBeOne() {
    checkRefusal(
      "# s\n4$0\n## url\nx\n", to: "cache",
      "`s4` is a source, so its new name must be `s` or `p` and a number: `cache` is not.")
  }

  @Test func anotherSourceIsNamed() {
    checkRefusal(
      "//- s_4.md\n# s\n4$0\n## url\nx\n//- s_5.md\n# s\n5\n## url\nx\n", to: "s5",
      "`s5` is a source already: s_5.md records it. `s4` is in s_4.md, line 2.")
  }

  @Test func aSourceThatTwoNotesRecordIsAmbiguous() {
    checkRefusal(
      "//- s_4.md\n# s\n4$0\n## url\nx\n//- s_5.md\n# s\n4\n## url\nx\n", to: "s5",
      "s_4.md and s_5.md both record `s4`: which of them is meant can't be told. "
        + "Change the number of one of them by hand.")
  }
}
