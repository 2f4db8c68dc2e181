// Which files may be written.

import SeedWorkspace
import Testing

@Suite struct WritableFolderTests {
  private func reason(_ body: () throws(FileError) -> Void) -> FileError.Reason? {
    do throws(FileError) {
      try body()
      return nil
    } catch {
      return error.reason
    }
  }

  @Test func theRootAndTheHomeFolderAreNoStudies() throws {
    let folder = try TemporaryFolder()
    try folder.makeFolder("home/study")
    try folder.link("link", to: "home")
    func reason(_ path: String) -> FileError.Reason? {
      self.reason { () throws(FileError) in _ = try WritableFolder(path, home: folder.path("home")) }
    }
    #expect(reason("/") == .isNoStudy)
    #expect(reason(folder.path("home")) == .isNoStudy)
    #expect(reason(folder.path("link")) == .isNoStudy)
    #expect(reason(folder.path("home/study")) == nil)
    #expect(reason(folder.path("gone")) == .missing)
  }

  @Test(arguments: ["/proc", "/sys", "/dev", "/dev/fd"]) func foldersOfTheSystemAreNotWrittenTo(path: String) {
    let reason = reason { () throws(FileError) in _ = try WritableFolder(path) }
    #expect(reason == .systemFolder || reason == .missing)
  }

  @Test func whatALinkLeadsToOutsideStaysAsItIs() throws {
    let folder = try TemporaryFolder()
    try folder.write("study/s_1.md")
    try folder.write("elsewhere/s_2.md")
    try folder.link("study/inside.md", to: "s_1.md")
    try folder.link("study/outside.md", to: "../elsewhere/s_2.md")
    try folder.link("study/folder", to: "../elsewhere")
    let writable = try WritableFolder(folder.path("study"))
    func reason(_ name: String) -> FileError.Reason? {
      self.reason { () throws(FileError) in try writable.check(folder.path("study/" + name)) }
    }
    #expect(reason("s_1.md") == nil)
    #expect(reason("inside.md") == nil)
    #expect(reason("outside.md") == .leadsOutOfStudy)
    #expect(reason("folder/s_2.md") == .leadsOutOfStudy)
    #expect(reason("../elsewhere/s_2.md") == .leadsOutOfStudy)
    #expect(reason("gone.md") == .missing)
  }

  @Test func aStudyMayBeReachedByALink() throws {
    let folder = try TemporaryFolder()
    try folder.write("study/s_1.md")
    try folder.link("link", to: "study")
    try WritableFolder(folder.path("link")).check(folder.path("link/s_1.md"))
    try WritableFolder(folder.path("link")).check(folder.path("study/s_1.md"))
  }
}
