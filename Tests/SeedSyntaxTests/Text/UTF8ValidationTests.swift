// Whether bytes are UTF-8, compared with what the standard library says.

import SeedSyntax
import SeedTestSupport
import Testing

@Suite struct UTF8ValidationTests {
  private func firstOffset(_ bytes: [UInt8]) -> Int? {
    bytes.withUnsafeBufferPointer { $0.firstOffsetNotUTF8 }
  }

  @Test func everySequenceOfThreeBytesIsJudgedAsTheStandardLibraryDoes() {
    for first in stride(from: 0x7E, through: 0xFF, by: 1) {
      for second in [0x00, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
        for rest: [UInt8] in [[], [0x80], [0xBF, 0xBF], [0x80, 0x41], [0x41, 0x41], [0x80, 0x80, 0x80]] {
          let bytes = [UInt8(first), UInt8(second)] + rest
          #expect((firstOffset(bytes) == nil) == (String(validating: bytes, as: UTF8.self) != nil), "\(bytes)")
        }
      }
    }
  }

  @Test func theFirstWrongByteIsFoundWhereverItStands() {
    let text = Array("Plain English, and — now and then — “more” than that: naïve 😀 plain again to the end.".utf8)
    #expect(firstOffset(text) == nil)
    for offset in text.indices where text[offset] < 0x80 {
      var damaged = text
      damaged[offset] = 0xFF
      #expect(firstOffset(damaged) == offset)
    }
  }
}
