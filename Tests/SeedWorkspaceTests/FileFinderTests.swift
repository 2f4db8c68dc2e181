// Which files are found, under which names, and what is said about the rest.

import Foundation
import SeedWorkspace
import Testing

@Suite struct FileFinderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func find(_ names: String..., limits: FileFinder.Limits = FileFinder.Limits()) -> FoundFiles {
    FileFinder.find(names.map { Root(typed: $0, in: folder.path) }, limits: limits)
  }

  @Test func notesAreFoundInNaturalOrderWhateverTheirCase() throws {
    for name in ["s_10.md", "s_2.md", "S_1.MD", "a/s_3.txt", "b.markdown", "c.py", "md", "x.Md"] {
      try folder.write(name)
    }
    #expect(find(".").files.map(\.name) == ["a/s_3.txt", "c.py", "S_1.MD", "s_2.md", "s_10.md", "x.Md"])
  }

  @Test func namesKeepBlanksAndCharactersOfAnyLanguage() throws {
    let names = ["field notes (p)/é 1.md", "field notes (p)/メモ.md", "field notes (p)/😀.txt"]
    for name in names { try folder.write(name) }
    let found = find("field notes (p)")
    #expect(found.files.map(\.name) == names)
    #expect(found.files.map(\.path) == names.map { folder.path($0) })
  }

  @Test func hiddenAndToolFoldersArePassedOver() throws {
    for name in [
      ".git/a.md", ".build/a.md", "node_modules/a.md", "deep/node_modules/a.md", "env/site-packages/a.py", ".b.md",
      "c.md",
    ] {
      try folder.write(name)
    }
    #expect(find(".").files.map(\.name) == ["c.md"])
  }

  /// A link in `/proc` leads to the folder of any running program.
  @Test(arguments: ["/proc/self/cwd", "/proc/self/root", "/dev/fd"])
  func nothingIsReadThroughFoldersOfTheSystem(target: String) throws {
    try folder.write("a.md")
    try folder.link("link", to: target)
    try folder.link("again", to: "link")
    let found = find(".")
    #expect(found.files.map(\.name) == ["a.md"])
    #expect(found.errors.isEmpty)
    #expect(find("link").files.isEmpty)
    #expect(find("link").errors == [FileError(path: "link", reason: .systemFolder)])
    #expect(find(target).errors == [FileError(path: target, reason: .systemFolder)])
  }

  @Test func aHiddenFolderThatIsNamedIsLookedInto() throws {
    try folder.write(".notes/a.md")
    #expect(find(".notes").files.map(\.name) == [".notes/a.md"])
  }

  @Test func aFileThatIsNamedIsTakenWhateverItIsCalled() throws {
    try folder.write("note")
    let files = find("note").files
    #expect(files.map(\.name) == ["note"])
    #expect(files.map(\.isNamed) == [true])
  }

  @Test func nestedRootsGiveEachFileOnce() throws {
    for name in ["a/b/s_1.md", "a/s_2.md"] { try folder.write(name) }
    let found = find("a", "a/b", ".", "a/s_2.md", "./a//s_2.md")
    #expect(found.files.map(\.name) == ["a/b/s_1.md", "a/s_2.md"])
    #expect(found.files.map(\.isNamed) == [false, true])
    #expect(found.errors.isEmpty)
  }

  @Test func linksAreFollowedOnceAndLoopsAreHarmless() throws {
    try folder.write("a/z.md")
    try folder.write("outside/s_1.md")
    try folder.link("a/aa.md", to: "z.md")
    try folder.link("a/loop", to: "..")
    try folder.link("a/other", to: "../outside")
    try folder.link("a/again", to: "../outside")
    let found = find("a")
    #expect(found.errors.isEmpty)
    #expect(found.files.map(\.name) == ["a/again/s_1.md", "a/z.md"])
  }

  @Test func linksThatLeadNowhereAreReportedWhereANoteIsExpected() throws {
    try folder.link("gone.md", to: "nowhere")
    try folder.link("self.md", to: "self.md")
    try folder.link("gone", to: "nowhere")
    let errors = find(".").errors.sorted { $0.path < $1.path }
    #expect(errors.map(\.path) == ["gone.md", "self.md"])
    #expect(errors.map(\.reason) == [.missing, .linkLoop])
  }

  @Test func whatIsMissingIsReportedUnderItsName() {
    let found = find("nope", "nope/../nope2")
    #expect(found.errors.map(\.description) == ["nope: no such file or folder", "nope2: no such file or folder"])
  }

  @Test func aFolderCalledLikeANoteIsAFolder() throws {
    try folder.write("s_1.md/s_2.md")
    #expect(find(".").files.map(\.name) == ["s_1.md/s_2.md"])
  }

  @Test func pipesAreNoNotes() throws {
    #expect(mkfifo(folder.path("pipe.md"), 0o600) == 0)
    #expect(find(".").files.isEmpty)
    #expect(find("pipe.md").errors.map(\.reason) == [.isNotAFile])
  }

  @Test("Pitfall 15: looking ends at the bounds, however large the folder is")
  func lookingEndsAtTheBounds() throws {
    for index in 1...20 { try folder.write("s_\(index).md") }
    try folder.write("1/2/3/4/deep.md")
    var limits = FileFinder.Limits()
    limits.entries = 10
    let few = find(".", limits: limits)
    #expect(few.files.count <= 10)
    #expect(few.errors.map(\.reason) == [.tooManyEntries(limit: 10)])
    limits.entries = 200
    limits.depth = 3
    let shallow = find(".", limits: limits)
    #expect(shallow.files.count == 20)
    #expect(shallow.errors == [FileError(path: "1/2/3/4", reason: .tooDeep(limit: 3))])
  }

  @Test func namesThatAreNotUTF8AreReported() throws {
    #if os(Linux)
      let bytes = Array(folder.path.utf8) + [UInt8(ascii: "/"), 0xFF] + Array(".md".utf8)
      let file = (bytes.map { CChar(bitPattern: $0) } + [0]).withUnsafeBufferPointer { fopen($0.baseAddress, "w") }
      try #require(file != nil)
      if let file { fclose(file) }
      #expect(find(".").errors.map(\.reason) == [.nameIsNotUTF8])
    #endif
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything")) func unreadableFoldersAreReported() throws {
    try folder.write("secret/s_1.md")
    chmod(folder.path("secret"), 0)
    defer { chmod(folder.path("secret"), 0o700) }
    #expect(find(".").errors == [FileError(path: "secret", reason: .permissionDenied)])
  }
}
