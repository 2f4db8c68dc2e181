// Reading JSON: values, members, and what is no JSON.

import JSON
import Testing

/// Reads a whole text and returns what went wrong, if anything.
private func error(in text: String) -> JSONError? {
  do throws(JSONError) {
    _ = try JSONValue(json: Array(text.utf8))
    return nil
  } catch {
    return error
  }
}

private func value(_ text: String) throws -> JSONValue {
  try JSONValue(json: Array(text.utf8))
}

@Suite struct JSONReaderTests {
  @Test func everyKindOfValueIsRead() throws {
    let text = #" { "a" : [ null , true , false , -12 , 1.5 , "x" , { } , [ ] ] } "#
    #expect(try value(text) == ["a": [nil, true, false, -12, .number(1.5), "x", [:], []]])
  }

  @Test(arguments: ["", "a", #"\n"#, "é😀"]) func theReaderKnowsWhereAStringStands(content: String) throws {
    let text = Array(#" { "\#(content)" : "x" }"#.utf8)
    let range = try text.withUnsafeBufferPointer { bytes in
      var reader = JSONReader(bytes)
      try reader.beginObject()
      let key = try #require(try reader.nextKey())
      return reader.range(of: key)
    }
    #expect(String(decoding: text[range], as: UTF8.self) == "\"\(content)\"")
  }

  @Test(arguments: [
    ("", JSONError(.unexpectedEnd, at: 0)),
    ("  ", JSONError(.unexpectedEnd, at: 2)),
    ("[1", JSONError(.unexpectedEnd, at: 2)),
    ("[1,", JSONError(.unexpectedEnd, at: 3)),
    (#"{"a""#, JSONError(.unexpectedEnd, at: 4)),
    (#"{"a":"#, JSONError(.unexpectedEnd, at: 5)),
    (#""abc"#, JSONError(.unexpectedEnd, at: 4)),
    (#""abc\"#, JSONError(.unexpectedEnd, at: 5)),
    ("tru", JSONError(.unexpectedEnd, at: 3)),
    ("trie", JSONError(.unexpectedByte(0x69), at: 2)),
    ("[1,]", JSONError(.unexpectedByte(0x5D), at: 3)),
    (#"{"a":1,}"#, JSONError(.unexpectedByte(0x7D), at: 7)),
    (#"{"a" 1}"#, JSONError(.unexpectedByte(0x31), at: 5)),
    ("[1 2]", JSONError(.unexpectedByte(0x32), at: 3)),
    ("[1}", JSONError(.unexpectedByte(0x7D), at: 2)),
    ("{a:1}", JSONError(.unexpectedByte(0x61), at: 1)),
    ("1 2", JSONError(.unexpectedByte(0x32), at: 2)),
    ("'a'", JSONError(.unexpectedByte(0x27), at: 0)),
    ("01", JSONError(.invalidNumber, at: 0)),
    ("-", JSONError(.invalidNumber, at: 0)),
    ("1.", JSONError(.invalidNumber, at: 0)),
    ("1e+", JSONError(.invalidNumber, at: 0)),
    (#""\x""#, JSONError(.invalidEscape, at: 1)),
    (#""\u12G4""#, JSONError(.invalidEscape, at: 1)),
  ])
  func malformedTextIsAnErrorAtItsByte(text: String, expected: JSONError) {
    #expect(error(in: text) == expected)
    #expect(expected.isSyntaxError)
  }

  @Test func nestingIsReadUpToTheLimitAndNoFurther() throws {
    func nested(_ depth: Int) -> String {
      String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    }
    #expect(error(in: nested(JSONReader.depthLimit)) == nil)
    #expect(error(in: nested(JSONReader.depthLimit + 1)) == JSONError(.tooDeep, at: JSONReader.depthLimit))
    #expect(error(in: String(repeating: #"{"a":"#, count: 1_000_000))?.kind == .tooDeep)
  }

  @Test(arguments: [
    ("0", JSONValue.integer(0)), ("-0", .integer(0)), ("9223372036854775807", .integer(.max)),
    ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .number(9_223_372_036_854_775_808)),
    ("18446744073709551616", .number(18_446_744_073_709_551_616)), ("1e3", .number(1000)), ("2.5E-1", .number(0.25)),
    ("1e999", .number(.infinity)),
  ])
  func numbersKeepTheirValue(text: String, expected: JSONValue) throws {
    #expect(try value(text) == expected)
  }

  @Test func anIntegerMayBeWrittenAsAFractionlessDouble() throws {
    #expect(try Int(json: Array("2.0".utf8)) == 2)
    #expect(throws: JSONError(.wrongType(expected: "an integer"), at: 0)) { try Int(json: Array("2.5".utf8)) }
    #expect(throws: JSONError(.wrongType(expected: "an integer"), at: 0)) { try Int(json: Array("1e30".utf8)) }
    #expect(throws: JSONError(.wrongType(expected: "a number within range"), at: 0)) {
      try Double(json: Array("1e999".utf8))
    }
  }

  @Test(arguments: [
    (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""Caf\u00e9 \u2019""#, "Café ’"),
    (#""\ud83d\ude00""#, "😀"), (#""😀 Zürich""#, "😀 Zürich"), (#""\ud83d""#, "\u{FFFD}"),
    (#""\ude00x""#, "\u{FFFD}x"), (#""\ud83d\n""#, "\u{FFFD}\n"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
    (#""a long plain text before \\ and after it""#, "a long plain text before \\ and after it"),
  ])
  func stringsAreUnescaped(text: String, expected: String) throws {
    #expect(try value(text) == .string(expected))
  }

  @Test func bytesThatAreNotUTF8AreKeptAsBytesAndReplacedInStrings() throws {
    let text: [UInt8] = [0x22, 0x61, 0xFF, 0x5C, 0x6E, 0x22]
    try text.withUnsafeBufferPointer { (buffer) throws in
      var reader = JSONReader(buffer)
      #expect(try reader.readBytes() == [0x61, 0xFF, 0x0A])
    }
    #expect(try JSONValue(json: text) == "a\u{FFFD}\n")
  }

  @Test func keysAreComparedWithTheirEscapesResolved() throws {
    try Array(#"{"\u006cine":1}"#.utf8).withUnsafeBufferPointer { (buffer) throws in
      var reader = JSONReader(buffer)
      try reader.beginObject()
      let key = try #require(try reader.nextKey())
      #expect(key.equals("line"))
      #expect(!key.equals("lin"))
      #expect(try reader.readInteger() == 1)
      #expect(try reader.nextKey() == nil)
    }
  }

  @Test func ofRepeatedMembersTheLastCounts() throws {
    #expect(try value(#"{"a":1,"a":2}"#)["a"] == 2)
  }

  @Test func anErrorIsDescribedByTheMemberItIsAbout() {
    let text = Array(#"{"x":[0,{"position":{"line":"3","character":0}}]}"#.utf8)
    text.withUnsafeBufferPointer { buffer in
      let wrong = JSONError(.wrongType(expected: "an unsigned integer"), at: 28)
      #expect(wrong.message(in: buffer, root: "params") == "`x[1].position.line` must be an unsigned integer")
      let missing = JSONError(.missingMember("end"), at: 20)
      #expect(missing.message(in: buffer, root: "params") == "`x[1].position.end` is missing")
      let root = JSONError(.wrongType(expected: "an array"), at: 0)
      #expect(root.message(in: buffer, root: "params") == "`params` must be an array")
      let syntax = JSONError(.unexpectedByte(0x07), at: 4)
      #expect(syntax.message(in: buffer, root: "params") == "unexpected byte 0x07 at byte 4")
    }
  }
}
