// What the protocol's types need of a writer, beyond plain JSON.
//
// These are generic, and so are kept inside this target, where the compiler makes them specific to each type.

import JSON

extension JSONWriter {
  /// Writes a member unless it is nil.
  mutating func member<Value: JSONEncodable>(_ name: StaticString, _ value: Value?) {
    guard let value else { return }
    writeKey(name)
    value.encode(to: &self)
  }

  /// Writes an array unless it is nil. One that is empty is written.
  mutating func member<Element: JSONEncodable>(_ name: StaticString, _ elements: [Element]?) {
    guard let elements else { return }
    writeKey(name)
    beginArray()
    write(elements: elements)
    endArray()
  }

  /// Writes the elements of an array, or of a part of one, between its brackets.
  mutating func write<Element: JSONEncodable>(elements: ArraySlice<Element>) {
    // A loop over the array itself would copy each element, and so count a reference for each of its strings.
    elements.withUnsafeBufferPointer { elements in
      for index in elements.indices { elements[index].encode(to: &self) }
    }
  }

  mutating func write<Element: JSONEncodable>(elements: [Element]) { write(elements: elements[...]) }

  /// Writes the number of a case.
  mutating func member<Code: RawRepresentable<Int>>(_ name: StaticString, _ code: Code?) {
    guard let code else { return }
    writeKey(name)
    write(code.rawValue)
  }

  /// Writes the word of a case.
  mutating func member<Word: RawRepresentable<String>>(_ name: StaticString, _ word: Word?) {
    guard let word else { return }
    writeKey(name)
    write(word.rawValue)
  }

  /// Writes the words of several cases.
  mutating func member<Word: RawRepresentable<String>>(_ name: StaticString, words: [Word]?) {
    guard let words else { return }
    writeKey(name)
    beginArray()
    for word in words { write(word.rawValue) }
    endArray()
  }

  /// Writes the numbers of several cases.
  mutating func member<Code: RawRepresentable<Int>>(_ name: StaticString, codes: [Code]?) {
    guard let codes else { return }
    writeKey(name)
    beginArray()
    for code in codes { write(code.rawValue) }
    endArray()
  }

  /// Writes a member only if it is true; its absence means false.
  mutating func flag(_ name: StaticString, _ value: Bool) {
    if value { member(name, true) }
  }
}
