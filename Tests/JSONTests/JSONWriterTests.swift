// Writing JSON: separators, escapes and numbers.

import JSON
import Testing

private func written(_ body: (inout JSONWriter) -> Void) -> String {
  var writer = JSONWriter()
  body(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}

@Suite struct JSONWriterTests {
  @Test func commasStandBetweenMembersAndElements() {
    let text = written { writer in
      writer.beginObject()
      writer.member("line", 3)
      writer.member("label", nil as String?)
      writer.writeKey("empty")
      writer.beginObject()
      writer.endObject()
      writer.writeKey("list")
      writer.beginArray()
      writer.write(true)
      writer.beginArray()
      writer.endArray()
      writer.writeNull()
      writer.write("a" as StaticString)
      writer.endArray()
      writer.member("last", false)
      writer.endObject()
    }
    #expect(text == #"{"line":3,"empty":{},"list":[true,[],null,"a"],"last":false}"#)
  }

  @Test(arguments: [0, 7, 10, 99, -1, -10, 1234567890, Int.max, Int.min])
  func integersAreWrittenInDecimal(value: Int) {
    #expect(written { $0.write(value) } == String(value))
  }

  @Test func semanticTokensAreWrittenAsPlainIntegers() {
    #expect(written { $0.write(integers: [0, 12, .max]) } == "[0,12,4294967295]")
  }

  @Test func doublesAreJSONEvenIfTheyAreNotFinite() throws {
    for value in [0.1, -2.5e-7, 1e21, Double.greatestFiniteMagnitude, Double.leastNonzeroMagnitude] {
      #expect(try Double(json: value.json()) == value)
    }
    #expect(written { $0.write(Double.infinity) } == "null")
    #expect(written { $0.write(Double.nan) } == "null")
  }

  @Test func stringsAreEscapedWhereTheyMustBe() {
    #expect(
      written { $0.write("\"\\\n\r\t\u{1}\u{1F} Café 😀 a/b\u{7F}") } == #""\"\\\n\r\t\u0001\u001f Café 😀 a/b"#
        + "\u{7F}\"")
  }

  @Test(arguments: [
    [0xFF], [0xC3], [0xC0, 0x80], [0xE0, 0x80, 0x80], [0xED, 0xA0, 0x80], [0xF0, 0x9F, 0x98], [0xF4, 0x90, 0x80, 0x80],
    [0x61, 0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0x68, 0x69, 0x80],
    [0xC3, 0xA9, 0xF0, 0x9F, 0x98, 0x80, 0xE2, 0x80, 0x99],
  ])
  func bytesThatAreNotUTF8BecomeReplacementCharacters(bytes: [UInt8]) throws {
    var writer = JSONWriter()
    writer.write(utf8: bytes)
    let text = try #require(String(validating: writer.bytes, as: UTF8.self))
    let isValid = String(validating: bytes, as: UTF8.self) != nil
    #expect(text.contains("\u{FFFD}") == !isValid)
    if isValid { #expect(text == "\"" + String(decoding: bytes, as: UTF8.self) + "\"") }
  }

  @Test func valuesSurviveARoundTrip() throws {
    let value: JSONValue = [
      "b": [1, -2, .number(0.5), nil, true, "x\u{0}\"\\\n😀"], "a": ["": [], "Ünï": [:]], "key \"quoted\"": false,
    ]
    #expect(try JSONValue(json: value.json()) == value)
  }

  @Test func membersOfAnObjectCanBeSetAndRemoved() {
    var object: JSONObject = ["a": 1]
    object["b"] = 2
    object["a"] = "x"
    #expect(object == ["a": "x", "b": 2])
    object["a"] = nil
    #expect(object == ["b": 2])
    #expect(JSONValue.array([1])[3] == nil)
  }
}
