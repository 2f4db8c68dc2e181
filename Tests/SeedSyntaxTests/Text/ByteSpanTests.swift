// Names are compared where they stand, eight bytes at a time, as byte by byte.

import SeedSyntax
import Testing

@Suite struct ByteSpanTests {
  private func isSame(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.span.isSame(as: right.span) }
  private func precedes(_ left: [UInt8], _ right: [UInt8]) -> Bool { left.span.precedes(right.span) }
  private func lengthInCommon(_ left: [UInt8], _ right: [UInt8]) -> Int { left.span.lengthInCommon(with: right.span) }

  @Test func textsOfEachLengthAreTheSameOnlyIfEachByteIs() {
    for length in 0...20 {
      let text = (0..<length).map { UInt8(ascii: "a") + UInt8($0) }
      #expect(isSame(text, Array(text)))
      #expect(!isSame(text, text + [0]))
      for index in text.indices {
        var other = text
        other[index] = UInt8(ascii: "_")
        #expect(!isSame(text, other), "\(length), \(index)")
        #expect(lengthInCommon(text, other) == index)
        #expect(precedes(other, text) && !precedes(text, other))
      }
    }
  }

  @Test func aBeginningComesBeforeTheWhole() {
    let (beginning, whole) = (Array("cache".utf8), Array("caches".utf8))
    #expect(precedes(beginning, whole))
    #expect(!precedes(whole, beginning))
    #expect(!precedes(whole, whole))
  }

  @Test func aTextIsFoundAndToldFromOthers() {
    func has(_ part: StaticString, _ text: String) -> Bool { text.utf8.span.contains(part) }
    func equals(_ text: String, _ expected: StaticString) -> Bool { text.utf8.span.equals(expected) }
    let name = "add_decision_link"
    #expect(has("decision", name) && !has("option", name))
    #expect(equals(name, "add_decision_link") && !equals(name, "add_decision_lint"))
  }
}
