// Renames that are refused, each with the reason, before anything is changed.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct RenameRefusalTests {
  private static let code = """
    //- s_1.md
    ``` python
    ca$0che = CClass(pattern, "Cache")
    ```
    //- s_2.md
    ``` python
    cache_layer = CClass(pattern, "Cache layer")
    index
    ```
    """

  @Test(arguments: ["near store", "1st", "near-store", "näher", "a.b", "near!"])
  func aNewNameMustBeAName(_ name: String) throws {
    let fixture = Fixture(Self.code)
    let cursor = try #require(fixture.cursor)
    #expect(throws: RefactoringRefusal.self) {
      try fixture.snapshot(of: cursor.file).rename(at: cursor.offset, to: name)
    }
  }

  @Test func whatIsNoNameIsExplained() {
    checkRefusal(Self.code, to: " ", "The new name is empty.")
    checkRefusal(
      Self.code, to: "near store",
      "`near store` can't be a name: a name has only letters, digits and `_`, and doesn't start with a digit. "
        + "Write `near_store`, for example.")
  }

  @Test func keywordsOfPythonAreRefused() {
    checkRefusal(Self.code, to: "import", "`import` can't be a name: it is a keyword of Python.")
    checkRefusal(Self.code, to: "None", "`None` can't be a name: it is a keyword of Python.")
  }

  @Test(arguments: [
    ("practice", "a metaclass"), ("very_positive", "an impact"), ("uses", "a stereotype"), ("add_links", "a function"),
  ])
  func wordsOfTheVocabularyAreRefused(word: String, kind: String) {
    checkRefusal(Self.code, to: word, "`\(word)` can't be the name of a code: it is \(kind) of the notation.")
  }

  @Test func anotherCodeIsNamedWithBothPlaces() {
    checkRefusal(
      Self.code, to: "cache_layer",
      "`cache_layer` is defined already in s_2.md, line 2. `cache` is in s_1.md, line 2. "
        + "To make one code of the two, merge `cache` into `cache_layer`.")
  }

  @Test(arguments: ["Cache_Layer", "cachelayer", "cache__layer", "CACHELAYER"])
  func aNameThatDiffersOnlyInCaseOrUnderscoresIsRefused(_ name: String) {
    checkRefusal(
      Self.code, to: name,
      "`\(name)` differs only in case or `_` from `cache_layer`, which is defined already in s_2.md, line 2. "
        + "`cache` is in s_1.md, line 2. To make one code of the two, merge `cache` into `cache_layer`.")
  }

  @Test func aNameThatIsUsedButNotDefinedIsRefused() {
    checkRefusal(
      Self.code, to: "index",
      "`index` is used already in s_2.md, line 3, though nothing defines it. `cache` is in s_1.md, line 2. "
        + "To make one code of the two, merge `cache` into `index`.")
  }

  @Test func aCodeMayChangeItsOwnCase() throws {
    try checkRenamed(
      "``` python\nca$0che = CClass(pattern, \"Cache\")\n```", to: "Cache_",
      "``` python\nCache_ = CClass(pattern, \"Cache\")\n```")
  }

  @Test func theFormOfASourceIsRefusedForACode() {
    checkRefusal(
      Self.code, to: "s99", "`s99` can't be the name of a code: `s` or `p` and a number name a source.")
  }

  @Test func wordsOfTheNotationCannotBeRenamed() {
    for source in [
      "``` python\ncache = CClass(pat$0tern, \"Cache\")\n```", "``` python\ncache = CC$0lass(pattern, \"Cache\")\n```",
      "``` python\nadd_force_relations({cache: {speed: posi$0tive}})\n```",
    ] {
      let fixture = Fixture(source)
      guard let cursor = fixture.cursor else { continue }
      #expect(throws: RefactoringRefusal.self) {
        try fixture.snapshot(of: cursor.file).prepareRename(at: cursor.offset)
      }
    }
    checkRefusal(
      "``` python\ncache = CClass(pat$0tern, \"Cache\")\n```", to: "x",
      "`pattern` is a word of the notation; only codes and sources can be renamed.")
  }

  @Test(arguments: [
    "> A ca$0che is a store.\n\n**AXIAL CODING TRACE:**\n``` python\ncache = CClass(pattern, \"Cache\")\n```",
    "``` python\ncache = CClass(pattern, \"Ca$0che\")\n```",
    "``` python\ncache = CClass(pattern, \"x\") # ca$0che\n```",
    "``` python\n$0\n\ncache = CClass(pattern, \"x\")\n```",
  ])
  func whereNoNameStandsThereIsNothingToRename(_ source: String) {
    checkRefusal(source, to: "near", "There is no code or source here that could be renamed.")
  }

  @Test func aWordOfProseIsNoCode() {
    checkRefusal(
      "**OPEN CODING TRACE:**\n\nNew options: data catal$0ogue, SQL, tri$0ggering\n", to: "x",
      "`triggering` stands only in prose: nothing defines it, lists it or uses it as a code.")
  }

  @Test func aNoteThatCannotBeReadStopsTheRename() throws {
    let fixture = Fixture(Self.code)
    let cursor = try #require(fixture.cursor)
    let snapshot = Snapshot(study: fixture.study, document: cursor.file.id, syntax: cursor.file.document) { _ in nil }
    let refusal = #expect(throws: RefactoringRefusal.self) { try snapshot.rename(at: cursor.offset, to: "near") }
    #expect(refusal?.message == "`s_2.md` can't be read, and may use the name: nothing was changed.")
    #expect(refusal?.reason == .unreadable([fixture.files[1].id]))
  }

  @Test func aNoteThatChangedOnDiskStopsTheRename() throws {
    let fixture = Fixture(Self.code)
    let cursor = try #require(fixture.cursor)
    let snapshot = Snapshot(study: fixture.study, document: cursor.file.id, syntax: cursor.file.document) { _ in
      Document("``` python\ncache\n```")
    }
    let refusal = #expect(throws: RefactoringRefusal.self) { try snapshot.rename(at: cursor.offset, to: "near") }
    #expect(refusal?.reason == .stale([fixture.files[1].id]))
  }

  @Test func aNameThatNoNoteHasIsRefused() throws {
    let fixture = Fixture(Self.code)
    let file = try #require(fixture.files.first)
    let refusal = #expect(throws: RefactoringRefusal.self) {
      try fixture.snapshot(of: file).rename("nowhere", to: "near")
    }
    #expect(refusal?.message == "No note of this study has a code or a source `nowhere`.")
  }
}
