// Many files that are asked about together.

import SeedWorkspace
import Testing

@Suite struct FileStampsTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write("a.md")
    try folder.write("inside/b.md")
    try folder.link("\u{301}link.md", to: "a.md")
  }

  private var stamps: FileStamps {
    get throws {
      let paths = ["a.md", "inside/b.md", "\u{301}link.md"].map { folder.path($0) }
      return FileStamps(
        Dictionary(uniqueKeysWithValues: try paths.map { (PathKey($0), try FileStatus(path: $0).stamp) }))
    }
  }

  @Test func filesAreCurrentUntilOneChanges() throws {
    let stamps = try stamps
    #expect(stamps.count == 3)
    #expect(stamps.areCurrent { _ in false })
    try folder.write("inside/b.md", "changed")
    #expect(!stamps.areCurrent { _ in false })
    #expect(stamps.areCurrent { $0 == folder.path("inside/b.md") })
  }

  @Test func whatALinkLeadsToCounts() throws {
    var stamps = try stamps
    stamps[folder.path("a.md")] = nil
    try folder.write("a.md", "changed")
    #expect(!stamps.areCurrent { _ in false })
    #expect(stamps.areCurrent { $0 == folder.path("\u{301}link.md") })
  }

  @Test func aFileOfAFolderThatIsGoneIsNotCurrent() throws {
    let path = folder.path("nowhere/a.md")
    let stamps = FileStamps([PathKey(path): try FileStatus(path: folder.path("a.md")).stamp])
    #expect(stamps.paths == [path])
    #expect(!stamps.areCurrent { _ in false })
  }

  @Test func theFilesOfAFolderAreForgottenTogether() throws {
    var stamps = try stamps
    stamps.remove(below: folder.path("inside"))
    #expect(stamps[folder.path("inside/b.md")] == nil)
    #expect(stamps.count == 2)
  }
}
