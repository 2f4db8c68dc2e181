// Writing several files: all or none.

import SeedWorkspace
import Testing

@Suite struct SeveralFilesTests {
  @Test func allAreWritten() throws {
    let folder = try TemporaryFolder()
    let files = try ["a", "b"].map { try replacement(folder, $0) }
    try FileWriter.replaceAll(files)
    for name in ["a", "b"] { #expect(try FileReader.read(folder.path(name)).bytes == Array("new \(name)".utf8)) }
  }

  @Test func whatWasWrittenIsTakenBackIfTheNextCannotBe() throws {
    let folder = try TemporaryFolder()
    let files = try ["a", "b"].map { try replacement(folder, $0) }
    // The second one of the same file finds it changed, after the first was written.
    let error = #expect(throws: ReplacementError.self) { try FileWriter.replaceAll(files + files.suffix(1)) }
    #expect(error?.cause == FileError(path: folder.path("b"), reason: .changed))
    #expect(error?.remaining == [])
    for name in ["a", "b"] { #expect(try folder.text(name) == "old \(name)") }
    #expect(try folder.names() == ["a", "b"])
  }

  /// An editor may save while files are written: one that is written already, and one that is not yet.
  @Test func whatSomebodySavedMeanwhileIsNotTakenBack() throws {
    let folder = try TemporaryFolder()
    let files = try ["a", "b", "c"].map { try replacement(folder, $0) }
    let error = #expect(throws: ReplacementError.self) {
      try FileWriter.replaceAll(files) { file in
        guard file.path == folder.path("b") else { return }
        try? folder.write("a", "saved just now")
        try? folder.write("c", "saved just now, too")
      }
    }
    #expect(error?.cause == FileError(path: folder.path("c"), reason: .changed))
    #expect(error?.remaining == [FileError(path: folder.path("a"), reason: .changed)])
    #expect(try folder.text("a") == "saved just now")
    #expect(try folder.text("b") == "old b")
    #expect(try folder.text("c") == "saved just now, too")
    #expect(error?.description.contains("nothing was changed") == false)
    #expect(error?.description.contains(folder.path("a")) == true)
    #expect(try folder.names() == ["a", "b", "c"])
  }

  @Test func nothingIsReplacedBeforeAllIsOnTheDisk() throws {
    let folder = try TemporaryFolder()
    var files = try ["a", "b"].map { try replacement(folder, $0) }
    files.append(
      FileReplacement(path: folder.path("no/such/c"), oldBytes: [], newBytes: [], stamp: files[0].stamp))
    var written = 0
    let error = #expect(throws: ReplacementError.self) { try FileWriter.replaceAll(files) { _ in written += 1 } }
    #expect(written == 0)
    #expect(error?.description.hasPrefix("nothing was changed: ") == true)
    #expect(try folder.names() == ["a", "b"])
  }

  @Test func aFileThatChangedBeforehandStopsEverything() throws {
    let folder = try TemporaryFolder()
    let files = try ["a", "b"].map { try replacement(folder, $0) }
    try folder.write("b", "somebody else's text")
    let error = #expect(throws: ReplacementError.self) { try FileWriter.replaceAll(files) }
    #expect(error?.cause == FileError(path: folder.path("b"), reason: .changed))
    #expect(error?.description.hasPrefix("nothing was changed: ") == true)
    #expect(try FileReader.read(folder.path("a")).bytes == Array("old a".utf8))
    #expect(try FileReader.read(folder.path("b")).bytes == Array("somebody else's text".utf8))
  }

  private func replacement(_ folder: TemporaryFolder, _ name: String) throws -> FileReplacement {
    try folder.write(name, "old \(name)")
    let content = try FileReader.read(folder.path(name))
    return FileReplacement(
      path: folder.path(name), oldBytes: content.bytes, newBytes: Array("new \(name)".utf8), stamp: content.stamp)
  }
}
