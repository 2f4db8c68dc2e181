// How the protocol's types read their members.
//
// These are generic, and so are kept inside this target, where the compiler makes them specific to each type.

import JSON

extension JSONMembers {
  /// The value of a member that the object must have.
  func required<Value: JSONDecodable>(_ key: StaticString) throws(JSONError) -> Value {
    let value = try last(key) { (value) throws(JSONError) in try Value(from: &value) }
    return try LanguageServerProtocol.required(value, key, in: start)
  }

  /// The value of a member for which it is better to have none than to fail: nil if it is absent or of the wrong shape.
  func lenient<Value: JSONDecodable>(_ key: StaticString) throws(JSONError) -> Value? {
    try last(key) { (value) throws(JSONError) in try value.readLeniently() }
  }

  /// A known number, as ``lenient(_:)-(StaticString)`` reads it: nil, too, for one that is not known.
  func lenient<Code: RawRepresentable<Int>>(_ key: StaticString) throws(JSONError) -> Code? {
    try (lenient(key) as Int?).flatMap(Code.init)
  }

  /// A known word.
  func lenient<Word: RawRepresentable<String>>(_ key: StaticString) throws(JSONError) -> Word? {
    try (lenient(key) as String?).flatMap(Word.init)
  }

  /// An array of known words; words that are not known, and elements that are no words, are left out.
  func words<Word: RawRepresentable<String>>(_ key: StaticString) throws(JSONError) -> [Word]? {
    try (lenient(key) as [Lenient<String>]?)?.compactMap { $0.value.flatMap(Word.init) }
  }

  /// An array of known numbers, as ``words(_:)`` reads it.
  func codes<Code: RawRepresentable<Int>>(_ key: StaticString) throws(JSONError) -> [Code]? {
    try (lenient(key) as [Lenient<Int>]?)?.compactMap { $0.value.flatMap(Code.init) }
  }

  /// What the last value of a key gives. Those before it must be right, too.
  private func last<Value>(
    _ key: StaticString, _ read: (inout JSONReader) throws(JSONError) -> Value?
  ) throws(JSONError) -> Value? {
    var last: Value?
    try forEachValue(of: key) { (value) throws(JSONError) in last = try read(&value) }
    return last
  }
}

/// An element of an array that makes the others no worse by being of the wrong shape; it is nil then.
struct Lenient<Value: JSONDecodable>: JSONDecodable {
  let value: Value?

  init(from reader: inout JSONReader) throws(JSONError) { value = try reader.readLeniently() }
}
