// Notes in UTF-16: read as text, written as they were.

import Foundation
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
}
