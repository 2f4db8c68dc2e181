// What is found by looking at eight bytes together, compared with looking at each.

import SeedSyntax
import Testing

@Suite struct EightBytesTests {
  @Test func aWordEndsBeforeTheFirstByteThatIsNoneOfAWord() {
    for byte in UInt8.min...UInt8.max {
      for length in 0...20 {
        let text = Array("abcZ_09yxwvutsrqponmlk".utf8.prefix(length)) + [byte] + Array("rest".utf8)
        let isOfWord = byte < 0x80 && byte.isIdentifierByte
        let end = text.withUnsafeBufferPointer { bytes in
          bytes.baseAddress.map { EightBytes.endOfWord(in: $0, 0, bytes.count) }
        }
        #expect(end == (isOfWord ? text.count : length), "\(byte) at \(length)")
      }
    }
  }

  @Test func aStringStopsAtQuotesBackslashesAndControlCharacters() {
    for byte in UInt8.min...UInt8.max {
      for place in 0..<8 {
        for quote in [UInt8(ascii: "'"), UInt8(ascii: "\"")] {
          var text = Array("a \u{7F}(=é]".utf8)
          text[place] = byte
          let length = text.withUnsafeBufferPointer { bytes in
            bytes.baseAddress.map { EightBytes(at: $0).lengthBeforeStop(quote: quote) }
          }
          let expected = text.firstIndex { $0 == quote || $0 == UInt8(ascii: "\\") || $0 < 0x20 } ?? 8
          #expect(length == expected, "\(byte) at \(place)")
        }
      }
    }
  }
}
