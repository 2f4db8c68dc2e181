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
    let first = try replacement(folder, "a")
    // The second one of the same file finds it changed, after the first was written.
    #expect(throws: FileError.self) { try FileWriter.replaceAll([first, first]) }
    #expect(try FileReader.read(folder.path("a")).bytes == Array("old a".utf8))
  }

  @Test func aFileThatChangedBeforehandStopsEverything() throws {
    let folder = try TemporaryFolder()
    let files = try ["a", "b"].map { try replacement(folder, $0) }
    try folder.write("b", "somebody else's text")
    #expect(throws: FileError(path: folder.path("b"), reason: .changed)) { try FileWriter.replaceAll(files) }
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
