// The members of an object by name.

import JSON
import Testing

/// The values of a key, and how many bytes were left behind the object.
private func values(of key: StaticString, in text: String) throws -> (values: [Int], rest: Int) {
  try Array(text.utf8).withUnsafeBufferPointer { bytes in
    var reader = JSONReader(bytes)
    let members = try JSONMembers(from: &reader)
    var values: [Int] = []
    try members.forEachValue(of: key) { (value) throws(JSONError) in values.append(try value.readInteger()) }
    return (values, bytes.count - reader.offset)
  }
}

@Suite struct JSONMembersTests {
  @Test(arguments: [
    #"{"a":1}"#, #"{"b":[{"a":2}],"a":1,"c":{"a":3}}"#, #" { "aa" : 2 , "" : 3 , "a" : 1 } "#, #"{"\u0061":1,"b":2}"#,
    #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"a":1,"8":0,"9":0}"#,
    #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":[0],"9":{},"\u0061":1,"b":"a"}"#,
  ])
  func aMemberIsFoundWhereverItStands(text: String) throws {
    #expect(try values(of: "a", in: text).values == [1])
  }

  @Test(arguments: [
    ("{}", [Int]()), (#"{"b":1}"#, []), (#"{"a":1,"b":5,"a":2}"#, [1, 2]),
    (#"{"a":1,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"a":9,"10":0,"a":11}"#, [1, 9, 11]),
  ])
  func aKeyMayBeAbsentOrRepeated(text: String, expected: [Int]) throws {
    #expect(try values(of: "a", in: text).values == expected)
  }

  @Test func theReaderIsLeftBehindTheObject() throws {
    #expect(try values(of: "a", in: #"{"a":1},3"#).rest == 2)
  }

  @Test(arguments: [
    ("[]", JSONError(.wrongType(expected: "an object"), at: 0)),
    (#"{"a":1"#, JSONError(.unexpectedEnd, at: 6)),
    (#"{"a":1,"b":x}"#, JSONError(.unexpectedByte(0x78), at: 11)),
    (#"{"b":0, "a": "1"}"#, JSONError(.wrongType(expected: "an integer"), at: 13)),
    (
      #"{"1":0,"2":0,"3":0,"4":0,"5":0,"6":0,"7":0,"8":0,"9":0,"a":[]}"#,
      JSONError(.wrongType(expected: "an integer"), at: 59)
    ),
  ])
  func errorsNameTheirPlace(text: String, expected: JSONError) {
    #expect(throws: expected) { try values(of: "a", in: text) }
  }
}
