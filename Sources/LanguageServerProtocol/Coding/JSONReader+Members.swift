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
}

/// A member that an object must have.
///
/// - Parameter object: the offset of the object's `{`.
func required<Value>(_ value: Value?, _ name: StaticString, in object: Int) throws(JSONError) -> Value {
  guard let value else { throw JSONError(.missingMember(name.description), at: object) }
  return value
}
