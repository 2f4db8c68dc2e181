// Reading files: every byte, or the reason why not.

import Foundation
import SeedWorkspace
import Testing

@Suite struct FileReaderTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func reason(_ path: String, limit: Int = FileReader.largestFile) -> FileError.Reason? {
    do throws(FileError) {
      _ = try FileReader.read(path, limit: limit)
      return nil
    } catch {
      return error.path == path ? error.reason : nil
    }
  }

  @Test(arguments: [0, 1, 4095, 4096, 4097, 300_000]) func everyByteIsRead(count: Int) throws {
    let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 7) }
    try folder.write("a.md", bytes)
    let content = try FileReader.read(folder.path("a.md"))
    #expect(content.bytes == bytes)
    #expect(content.stamp.byteCount == count)
  }

  @Test func aByteOrderMarkIsKept() throws {
    try folder.write("a.md", [0xEF, 0xBB, 0xBF, 0x23])
    #expect(try FileReader.read(folder.path("a.md")).bytes == [0xEF, 0xBB, 0xBF, 0x23])
  }

  @Test func aFileThatSaysNothingOfItsSizeIsReadToItsEnd() throws {
    #if os(Linux)
      #expect(try !FileReader.read("/proc/self/status").bytes.isEmpty)
    #endif
  }

  @Test func reasonsAreSaidInWords() throws {
    try folder.write("a.md", [1, 2, 3])
    #expect(reason(folder.path("nope.md")) == .missing)
    #expect(reason(folder.path) == .isFolder)
    #expect(reason(folder.path("a.md/b.md")) == .parentIsNotAFolder)
    #expect(reason(folder.path("a\0.md")) == .invalidPath)
    #expect(reason("/dev/null") == .isNotAFile)
    #expect(reason(folder.path(String(repeating: "x", count: 5000))) == .invalidPath)
    #expect(FileError(path: "a.md", reason: .isFolder).description == "a.md: is a folder")
  }

  @Test func aFileAboveTheLimitIsRefusedUnread() throws {
    try folder.write("a.md", [1, 2, 3])
    #expect(reason(folder.path("a.md"), limit: 2) == .tooLarge(limit: 2))
    #expect(reason(folder.path("a.md"), limit: 3) == nil)
    // Sparse: nothing is written.
    try #require(truncate(folder.path("a.md"), off_t(FileReader.largestFile) + 1) == 0)
    #expect(reason(folder.path("a.md")) == .tooLarge(limit: 64 << 20))
    #expect("\(FileError.Reason.tooLarge(limit: 64 << 20))" == "is larger than 64 MB")
  }

  @Test func openingAPipeDoesNotWait() throws {
    try #require(mkfifo(folder.path("pipe.md"), 0o600) == 0)
    #expect(reason(folder.path("pipe.md")) == .isNotAFile)
  }

  @Test(.enabled(if: geteuid() != 0, "the superuser may read everything")) func permissionIsNeeded() throws {
    try folder.write("a.md")
    chmod(folder.path("a.md"), 0)
    #expect(reason(folder.path("a.md")) == .permissionDenied)
  }

  @Test func aStampTellsThatAFileChanged() throws {
    try folder.write("a.md", [1, 2, 3])
    let first = try FileStatus(path: folder.path("a.md"))
    #expect(first.kind == .file)
    #expect(try FileStatus(path: folder.path("a.md")) == first)
    try folder.write("a.md", [1, 2, 3, 4])
    #expect(try FileStatus(path: folder.path("a.md")) != first)
    #expect(try FileStatus(path: folder.path).kind == .folder)
  }
}
