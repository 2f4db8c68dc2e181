// What the protocol's types need of a reader, beyond plain JSON.
//
// These are generic, and so are kept inside this target, where the compiler makes them specific to each type.

import JSON

/// The largest `uinteger` and `integer` (LSP 3.18, Base Types).
private let largestInteger = Int(Int32.max)

extension JSONReader {
  /// Reads a `uinteger`. A negative or larger number is a wrong type.
  mutating func readUnsigned() throws(JSONError) -> Int {
    let expected = "an unsigned integer up to 2147483647"
    guard try nextKind() == .number else { throw wrongType("an unsigned integer") }
    let start = self
    let value = try readInteger(expected: expected)
    guard value >= 0, value <= largestInteger else { throw start.wrongType(expected) }
    return value
  }

  /// Reads a value, or a `null` as nil.
  mutating func readOptional<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(JSONError) -> Value? {
    try readNull() ? nil : try Value(from: &self)
  }

  /// Reads a value for which it is better to have none than to fail: one of the wrong shape is skipped.
  mutating func readLeniently<Value: JSONDecodable>(_ type: Value.Type = Value.self) throws(JSONError) -> Value? {
    var attempt = self
    if let value = try? Value(from: &attempt) {
      self = attempt
      return value
    }
    try skipValue()
    return nil
  }

  /// Reads an array. Each element must be of the type.
  mutating func readArray<Element: JSONDecodable>(
    of type: Element.Type = Element.self
  ) throws(JSONError) -> [Element] {
    var elements: [Element] = []
    try beginArray()
    while try nextElement() { elements.append(try Element(from: &self)) }
    return elements
  }

  /// Reads an array of known words; words that are not known, and elements that are no words, are left out.
  /// Anything but an array gives nil.
  mutating func readWords<Word: RawRepresentable<String>>(
    _ type: Word.Type = Word.self
  ) throws(JSONError) -> [Word]? {
    guard try nextKind() == .array else {
      try skipValue()
      return nil
    }
    var words: [Word] = []
    try beginArray()
    while try nextElement() {
      if let word = try readLeniently(String.self).flatMap(Word.init) { words.append(word) }
    }
    return words
  }

  /// Reads an array of known numbers, as ``readWords(_:)`` does.
  mutating func readCodes<Code: RawRepresentable<Int>>(
    _ type: Code.Type = Code.self
  ) throws(JSONError) -> [Code]? {
    guard try nextKind() == .array else {
      try skipValue()
      return nil
    }
    var codes: [Code] = []
    try beginArray()
    while try nextElement() {
      if let code = try readLeniently(Int.self).flatMap(Code.init) { codes.append(code) }
    }
    return codes
  }

  /// Enters an object if one stands next; any other value is skipped.
  ///
  /// For capabilities and other parts where a client's mistake must not make everything fail.
  mutating func beginObjectLeniently() throws(JSONError) -> Bool {
    guard try nextKind() == .object else {
      try skipValue()
      return false
    }
    try beginObject()
    return true
  }
}

/// A member that an object must have.
///
/// - Parameter object: the offset of the object's `{`.
func required<Value>(_ value: Value?, _ name: StaticString, in object: Int) throws(JSONError) -> Value {
  guard let value else { throw JSONError(.missingMember(name.description), at: object) }
  return value
}
