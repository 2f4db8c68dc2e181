// Notes in UTF-16: read as text, written as they were.

import Foundation
import SeedModel
import SeedRules
import SeedStudy
import SeedWorkspace
import Testing

@Suite struct TextEncodingTests {
  private static let text = "# s\r\n1\r\nÜber 😀 𝒟 \u{FFFD}\r\n"

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func utf16WithAByteOrderMarkIsReadAndWrittenAsItWas(encoding: String.Encoding) throws {
    let folder = try TemporaryFolder()
    let bytes = Array(try #require(("\u{FEFF}" + Self.text).data(using: encoding)))
    try folder.write("s_1.md", bytes)
    let content = try FileReader.read(folder.path("s_1.md"))
    #expect(String(decoding: content.bytes, as: UTF8.self) == Self.text)
    #expect(content.encoding.encode(content.bytes) == bytes)
    // Its encoding stays when it is mended.
    let new = Array((Self.text + "more").utf8)
    try FileWriter.replace(folder.path("s_1.md"), with: new, ifUnchangedSince: content.stamp)
    #expect(try FileReader.read(folder.path("s_1.md")).bytes == new)
    let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("s_1.md")))
    #expect(Array(data) == bytes + Array("more".data(using: encoding) ?? Data()))
  }

  @Test func utf8StaysAsItIs() throws {
    let folder = try TemporaryFolder()
    for bytes: [UInt8] in [[0xEF, 0xBB, 0xBF, 0x61], [0x61, 0xFF, 0x62], [], [0xFF]] {
      try folder.write("s_1.md", bytes)
      let content = try FileReader.read(folder.path("s_1.md"))
      #expect(content.bytes == bytes)
      #expect(content.encoding.encode(content.bytes) == bytes)
    }
  }

  @Test(
    arguments: [
      [0xFF, 0xFE, 0x61], [0xFF, 0xFE, 0x3D, 0xD8], [0xFE, 0xFF, 0xDE, 0x00, 0x00, 0x61],
      [0xFF, 0xFE, 0x3D, 0xD8, 0x61, 0x00],
    ] as [[UInt8]])
  func halfOfACharacterIsNoText(bytes: [UInt8]) throws {
    let folder = try TemporaryFolder()
    try folder.write("s_1.md", bytes)
    #expect(throws: FileError(path: folder.path("s_1.md"), reason: .isNoText)) {
      try FileReader.read(folder.path("s_1.md"))
    }
  }

  // MARK: - What is no text

  private func finding(_ names: [String], in folder: TemporaryFolder) -> [String] {
    let loaded = LoadedStudies(names.map { Root(typed: $0, in: folder.path) })
    return loaded.studies.flatMap { study in
      var checked = study.checked
      _ = checked.refreshFindings()
      return study.notes.flatMap { note in checked.findings(in: note.document).map { "\($0.rule): \($0.message)" } }
    }
  }

  @Test func aNoteThatIsNoTextIsAFinding() throws {
    let folder = try TemporaryFolder()
    let text = Array("# s\n1\n# coding\n".utf8)
    try folder.write("s_1.md", text.flatMap { [$0, 0] })
    try folder.write("s_2.txt", text.flatMap { [0, $0] })
    try folder.write("s3.md", [0xFF, 0xFE, 0x61])
    try folder.write("p_4.md", [0x50, 0x4B, 3, 4, 0, 0, 0, 0, 8, 0, 1, 2, 3])
    try folder.write("v_2.txt", [0, 1, 2, 0])
    try folder.write("other.txt", text.flatMap { [$0, 0] })
    try folder.write("s_5.md", text)
    let unmarked = "it is UTF-16 without a byte order mark; save it again as UTF-8"
    let found = finding(["."], in: folder)
    #expect(
      Set(found) == [
        "unreadable-file: The file can't be read as text: \(unmarked). What it defines is unknown.",
        "unreadable-file: The file can't be read as text: it starts as UTF-16 does but is damaged; save it again as UTF-8. "
          + "What it defines is unknown.",
        "unreadable-file: The file can't be read as text: it holds bytes that no text has; save it again as UTF-8. "
          + "What it defines is unknown.",
      ])
    #expect(found.count == 4)
    let loaded = LoadedStudies([Root(typed: ".", in: folder.path)])
    #expect(loaded.skipped.map(\.reason) == [.isUnmarkedUTF16, .isBinary])
    #expect(loaded.errors.isEmpty)
    // Whoever names a file wants to know.
    #expect(finding(["other.txt"], in: folder).contains { $0.contains(unmarked) })
  }

  @Test func zerosInANoteMakeItNoOtherFile() throws {
    let folder = try TemporaryFolder()
    try folder.write("s_1.md", Array("# s\n1\n# coding\n\n> Quoted.\n\nadd codes to s1:\n``` python\n\0\n```\n".utf8))
    #expect(finding(["."], in: folder).allSatisfy { !$0.hasPrefix("unreadable-file") })
  }
}
