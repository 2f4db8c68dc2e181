// Replacing files: all or nothing, and nothing about them changes but the content.

import Foundation
import SeedWorkspace
import Testing

@Suite struct FileWriterTests {
  private func permissions(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  private func reason(_ body: () throws -> Void) -> FileError.Reason? {
    do {
      try body()
      return nil
    } catch {
      return (error as? FileError)?.reason
    }
  }

  @Test func aFileIsReplacedAndNothingElseIsLeft() throws {
    let folder = try TemporaryFolder()
    try folder.write("note.md", "old\r\n")
    let new: [UInt8] = [0x6E, 0x0D, 0x0A, 0xFF, 0x00]
    try FileWriter.replace(folder.path("note.md"), with: new)
    #expect(try FileReader.read(folder.path("note.md")).bytes == new)
    #expect(try folder.names() == ["note.md"])
  }

  @Test(arguments: [0o600, 0o640, 0o664, 0o755]) func permissionsStay(mode: Int) throws {
    let folder = try TemporaryFolder()
    try folder.write("note.md")
    try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: folder.path("note.md"))
    try FileWriter.replace(folder.path("note.md"), with: Array("new\n".utf8))
    #expect(try permissions(folder.path("note.md")) == mode)
  }

  @Test func aNewFileGetsTheUsualPermissions() throws {
    let folder = try TemporaryFolder()
    try FileWriter.replace(folder.path("new.md"), with: Array("new\n".utf8))
    #expect(FileManager.default.createFile(atPath: folder.path("usual.md"), contents: nil))
    let usual = open(folder.path("usual2.md"), O_CREAT | O_WRONLY, 0o666)
    close(usual)
    #expect(try permissions(folder.path("new.md")) == permissions(folder.path("usual2.md")))
  }

  @Test func aSymbolicLinkStaysAndWhatItLeadsToIsReplaced() throws {
    let folder = try TemporaryFolder()
    try folder.write("real/note.md")
    try folder.link("note.md", to: "real/note.md")
    try FileWriter.replace(folder.path("note.md"), with: Array("new\n".utf8))
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: folder.path("note.md")) == "real/note.md")
    #expect(try FileReader.read(folder.path("real/note.md")).bytes == Array("new\n".utf8))
  }

  @Test func aFileThatChangedSinceItWasReadIsLeftAlone() throws {
    let folder = try TemporaryFolder()
    let path = folder.path("note.md")
    try folder.write("note.md", "read\n")
    let stamp = try FileReader.read(path).stamp
    try folder.write("note.md", "somebody else's\n")
    #expect(reason { try FileWriter.replace(path, with: [], ifUnchangedSince: stamp) } == .changed)
    #expect(try FileReader.read(path).bytes == Array("somebody else's\n".utf8))
    try FileManager.default.removeItem(atPath: path)
    #expect(reason { try FileWriter.replace(path, with: [], ifUnchangedSince: stamp) } == .changed)
    #expect(try folder.names().isEmpty)
  }

  @Test func aFileThatDidNotChangeIsWritten() throws {
    let folder = try TemporaryFolder()
    try folder.write("note.md")
    let stamp = try FileReader.read(folder.path("note.md")).stamp
    try FileWriter.replace(folder.path("note.md"), with: Array("new\n".utf8), ifUnchangedSince: stamp)
    #expect(try FileReader.read(folder.path("note.md")).bytes == Array("new\n".utf8))
  }

  @Test func whatIsNoOrdinaryFileIsRefused() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("folder")
    #expect(reason { try FileWriter.replace(folder.path("folder"), with: []) } == .isFolder)
    #expect(reason { try FileWriter.replace("/dev/null", with: []) } == .isNotAFile)
    #expect(reason { try FileWriter.replace(folder.path("no/such/folder.md"), with: []) } == .missing)
    #expect(reason { try FileWriter.replace("a\0b", with: []) } == .invalidPath)
    #expect(try folder.names() == ["folder"])
  }

  @Test func devicesCanBeWrittenTo() throws {
    try FileWriter.write(Array("gone\n".utf8), to: "/dev/null")
    let folder = try TemporaryFolder()
    try FileWriter.write(Array("here\n".utf8), to: folder.path("report.txt"))
    #expect(try FileReader.read(folder.path("report.txt")).bytes == Array("here\n".utf8))
    guard FileManager.default.fileExists(atPath: "/dev/full") else { return }
    #expect(reason { try FileWriter.write(Array("x".utf8), to: "/dev/full") } == .system("No space left on device"))
  }
}
