// Hearing what happens in folders, where the system tells.

import Foundation
import SeedWorkspace
import Testing

/// Whether the folder in which tests write is on a file system of this machine alone.
private let canHear = FolderAlarm(folders: [FileManager.default.temporaryDirectory.path]) != nil

@Suite(.enabled(if: canHear)) struct FolderAlarmTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a.md")
    try folder.write("inner/b.md")
  }

  private func alarm(_ folders: String...) throws -> FolderAlarm {
    try #require(FolderAlarm(folders: folders.map { folder.path($0) }))
  }

  private func append(to name: String) throws {
    let file = try FileHandle(forWritingTo: URL(fileURLWithPath: folder.path(name)))
    try file.seekToEnd()
    try file.write(contentsOf: Data("more\n".utf8))
    try file.close()
  }

  @Test func whileNothingHappensItIsSilent() throws {
    let alarm = try alarm(".")
    _ = try FileReader.read(folder.path("a.md"))
    _ = try FileManager.default.contentsOfDirectory(atPath: folder.path)
    #expect(alarm.isSilent)
    #expect(alarm.isSilent)
  }

  @Test func itHearsThatAFileIsWritten() throws {
    let alarm = try alarm(".")
    try append(to: "a.md")
    #expect(!alarm.isSilent)
  }

  @Test func itHearsThatAFileComesOrGoes() throws {
    let first = try alarm(".")
    try folder.write("c.md")
    #expect(!first.isSilent)
    let second = try alarm(".")
    try FileManager.default.removeItem(atPath: folder.path("c.md"))
    #expect(!second.isSilent)
    let third = try alarm(".")
    try FileManager.default.moveItem(atPath: folder.path("a.md"), toPath: folder.path("d.md"))
    #expect(!third.isSilent)
  }

  @Test func itHearsWhatHappensInEachFolder() throws {
    let alarm = try alarm(".", "inner")
    try append(to: "inner/b.md")
    #expect(!alarm.isSilent)
  }

  @Test func onceIsForEver() throws {
    let alarm = try alarm(".")
    try append(to: "a.md")
    #expect(!alarm.isSilent)
    #expect(!alarm.isSilent)
  }

  @Test func thereIsNoneForWhatIsNotThere() {
    #expect(FolderAlarm(folders: [folder.path, folder.path("missing")]) == nil)
    #expect(FolderAlarm(folders: ["/proc"]) == nil)
  }
}
