// What strings say: escapes, prefixes, and literals that stand side by side or are added.

import SeedSyntax
import Testing

@Suite struct StringValueTests {
  /// What the value of an assignment says, and whether that is all; nil if it is no string.
  private func value(_ code: String) -> (text: String, isAll: Bool)? {
    let bytes = Array("x = \(code)\n".utf8)
    let tree = parse(bytes)
    return bytes.withUnsafeBufferPointer { bytes in
      tree.withText(bytes) { text in
        for index in tree.topLevel {
          guard let assignment = AssignmentSyntax(text, index), let string = StringSyntax(text, assignment.value) else {
            continue
          }
          var value: [UInt8] = []
          let isAll = string.appendValue(to: &value)
          #expect(string.withValue { $0.elementsEqual(value) })
          return (String(decoding: value, as: UTF8.self), isAll)
        }
        return nil
      }
    }
  }

  @Test(arguments: [
    (#""plain""#, "plain"), ("''", ""), (#"'Don\'t'"#, "Don't"), (#""say \"yes\"""#, #"say "yes""#),
    (#""\u00dcbersicht""#, "Übersicht"), (#""\u00DC \xe9 \351 \U0001F600""#, "Ü é é 😀"), (#""\ud83d\ude00""#, "😀"),
    (#""a\tb\nc\\d""#, "a\tb\nc\\d"), (#""\0\7\101""#, "\0\u{7}A"), ("\"a\\\nb\"", "ab"), ("\"a\\\r\nb\"", "ab"),
    // What is no escape stays.
    (#""C:\data \ud83d \xg1 \u12 \N{BULLET} \U00110000""#, #"C:\data \ud83d \xg1 \u12 \N{BULLET} \U00110000"#),
    (#""über 😀""#, "über 😀"),
    (#"r"a\nb""#, #"a\nb"#), (#"R'\u00dc'"#, #"\u00dc"#), (#"u"\u00dc""#, "Ü"), (#"b"\xc3\x9c \u00dc""#, #"Ü \u00dc"#),
    (#"rb"\x41""#, #"\x41"#), (#"f"{{a}} {b + "}"} \u00dc""#, #"{a} {b + "}"} Ü"#), (#"rf"{{\u00dc}}""#, #"{\u00dc}"#),
    ("\"\"\"one\ntwo \"quoted\\\"\"\"\"", "one\ntwo \"quoted\""),
    (#""a" "b""#, "ab"), (#""a" + "b""#, "ab"), (#""a" 'b' + r"\n" + "\n""#, "ab\\n\n"), (#"("a" "b")"#, "ab"),
    ("(\"a\" # a + b, or not\n  + \"b\")", "ab"), ("\"a\" \\\n  \"b\"", "ab"),
  ])
  func aLiteralSaysWhatPythonReads(_ code: String, _ expected: String) throws {
    let value = try #require(self.value(code))
    #expect(value.text == expected)
    #expect(value.isAll)
  }

  @Test(arguments: [(#""a" + b"#, "a"), (#""a" + b + "c""#, "a"), (#""a" % "b""#, "a"), (#""a" if b else "c""#, "a")])
  func whatNoLiteralTellsIsLeftOut(_ code: String, _ expected: String) throws {
    let value = try #require(self.value(code))
    #expect(value.text == expected)
    #expect(!value.isAll)
  }

  @Test(arguments: ["a", "a + \"b\"", "(\"a\",)", "[\"a\"]", "-\"a\"", "\"a\".upper()", "1", "f(\"a\")"])
  func whatBeginsWithNoLiteralIsNoString(_ code: String) {
    #expect(value(code) == nil)
  }

  @Test func brokenLiteralsHaveAValue() {
    for code in [#""a\"#, "'\\", "\"", "'''", "\"\\u", "f\"{", "r'", "\"a\" + ", "(\"a\" \"", "\"\\x4"] {
      _ = value(code)
      for end in code.utf8.indices { _ = value(String(code[..<end])) }
    }
  }

  @Test func theTextBetweenTheQuotesHasItsPlace() {
    let bytes = Array(#"f('a\'b', "c" "d")"#.utf8)
    let tree = parse(bytes)
    bytes.withUnsafeBufferPointer { bytes in
      tree.withText(bytes) { text in
        let call = tree.nodes.indices.lazy.compactMap { CallSyntax(text, $0) }.first
        let places = call?.arguments.map { StringSyntax(text, $0)?.content }
        #expect(places == [ByteRange(3, 7), nil])
        #expect(call?.name.map { text.range($0) } == ByteRange(0, 1))
      }
    }
  }
}
