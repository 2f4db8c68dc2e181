// Merging one code into another.

import SeedIDE
import SeedModel
import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct MergeTests {
  @Test func aMergeIsOfferedForNamesWrittenAlike() throws {
    try checkAction(
      """
      //- s1.md
      ``` python
      ci_cd_process = CClass(practice, "CI/CD process")
      ```
      //- s2.md
      **AXIAL CODING TRACE:**
      ``` python
      add_force_relations({ci_cd_pro$0ces: {speed: positive}})
      '''
      ci_cd_proces
      '''
      ```
      """, "Merge `ci_cd_proces` into `ci_cd_process`",
      """
      //- s1.md
      ``` python
      ci_cd_process = CClass(practice, "CI/CD process")
      ```
      //- s2.md
      **AXIAL CODING TRACE:**
      ``` python
      add_force_relations({ci_cd_process: {speed: positive}})
      '''
      ci_cd_process
      '''
      ```
      """)
  }

  @Test(arguments: [
    ("Rename `acess_decision` to `access_decision` in all notes", "access_decision"),
    ("Write `acess_decision` instead of `access_decision` in all notes", "acess_decision"),
  ])
  func aSpellingThatMostNotesWriteIsChosenEitherWay(_ title: String, _ name: String) throws {
    func notes(_ names: [String], _ cursor: Int? = nil) -> String {
      let lines = [
        "ACCESS = CClass(decision, \"Access?\")", "add_decision_option_link(ACCESS, lake)", "ACCESS", "QACCESSQ",
      ]
      return names.indices.map { index in
        let written = (cursor == index ? "$0" : "") + names[index]
        let line = lines[index].replacing("ACCESS", with: written).replacing("Q", with: "'''")
        return "//- s\(index + 1).md\n**AXIAL CODING TRACE:**\n``` python\n\(line)\n```\n"
      }.joined()
    }
    let (defined, used) = ("acess_decision", "access_decision")
    // With two notes on either side nobody knows.
    try checkNoAction(notes([defined, defined, used, used], 0), "Rename")
    let mended = notes(Array(repeating: name, count: 4))
    try checkAction(notes([defined, used, used, used], 0), title, mended)
    try checkAction(notes([defined, used, used, used], 2), title, mended)
  }

  @Test func itemsThatWouldBeDoubledGo() throws {
    try checkMerge(
      """
      **AXIAL CODING TRACE:**
      ``` python
      '''
          caches,
          cache,
          index
      '''
      '''
          cache,
          caches
      '''
      '''cache, caches, index'''
      '''
          caches,
          caches,
      '''
      add_links({s4: [cache, caches]}, role_name="contained_code")
      ```
      """,
      """
      **AXIAL CODING TRACE:**
      ``` python
      '''
          cache,
          index
      '''
      '''
          cache
      '''
      '''cache, index'''
      '''
          cache,
      '''
      add_links({s4: [cache]}, role_name="contained_code")
      ```
      """)
  }

  @Test func theDefinitionOfTheMergedCodeGoes() throws {
    try checkMerge(
      """
      //- s1.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- s2.md
      ``` python
          caches = CClass(pattern, "Caches")
          add_decision_option_link(d, caches, "caches")
      ```
      //- s3.md
      **AXIAL CODING TRACE:**
      ``` python
          caches = CClass(pattern,
                          "Caches")
      ```
      """,
      """
      //- s1.md
      ``` python
      cache = CClass(pattern, "Cache")
      ```
      //- s2.md
      ``` python
          add_decision_option_link(d, cache, "caches")
      ```
      //- s3.md
      **AXIAL CODING TRACE:**
      ``` python
          cache
      ```
      """)
  }

  @Test func aDefinitionBecomesThatOfACodeWithoutOne() throws {
    try checkMerge(
      "``` python\ncaches = CClass(pattern, \"Caches\")\nadd_decision_option_link(d, cache, \"x\")\n```",
      "``` python\ncache = CClass(pattern, \"Caches\")\nadd_decision_option_link(d, cache, \"x\")\n```")
  }

  @Test(arguments: [("caches", "caches"), ("pattern", "cache"), ("nowhere", "cache"), ("s4", "cache")])
  func whatCannotBeMergedIsRefused(code: String, other: String) throws {
    let fixture = Fixture("# s\n4\n## url\nx\n\n``` python\ncache = CClass(pattern, \"C\"); caches\n```")
    let file = try #require(fixture.files.first)
    #expect(throws: RefactoringRefusal.self) { try fixture.snapshot(of: file).merge(code, into: other) }
  }

  @Test func aDefinitionThatSharesItsLineIsRefused() throws {
    let fixture = Fixture("``` python\ncache = CClass(pattern, \"C\"); caches = CClass(pattern, \"D\")\n```")
    let file = try #require(fixture.files.first)
    let refusal = #expect(throws: RefactoringRefusal.self) {
      try fixture.snapshot(of: file).merge("caches", into: "cache")
    }
    #expect(refusal?.reason == .ambiguous)
  }

  @Test func aCommentBetweenItemsStays() throws {
    let model = "//- model.py\nfrom codeable_models import *\ncache = CClass(pattern, \"C\")\n"
    try checkMerge(
      model + "a = [caches, # why\n  cache]\nb = [\n  cache,\n  # why\n  caches\n]\nc = [cache, caches]\n",
      model + "a = [# why\n  cache]\nb = [\n  cache,\n  # why\n  \n]\nc = [cache]\n")
  }

  /// Checks the texts after `caches` became `cache`.
  private func checkMerge(
    _ source: String, _ expected: String, _ location: SourceLocation = #_sourceLocation
  ) throws {
    let fixture = Fixture(source)
    let file = try #require(fixture.files.first, sourceLocation: location)
    let edit = try fixture.snapshot(of: file).merge("caches", into: "cache")
    expectTexts(of: fixture, after: edit, expected, location)
  }
}
