// Writes JSON into a growing array of bytes.

/// Appends JSON values to a buffer; commas are its business, brackets in pairs are the caller's.
///
/// ```swift
/// writer.beginObject()
/// writer.member("line", 3)
/// writer.writeKey("tags")
/// writer.write(integers: [1, 2])
/// writer.endObject()
/// ```
///
/// What comes out is UTF-8 on one line without white space. A member that is nil is left out; `null` is written only by
/// ``writeNull()``.
package struct JSONWriter {
  /// All that has been written.
  package internal(set) var bytes: [UInt8]

  /// Whether a comma is due before the next key or element.
  private var needsComma = false

  /// - Parameter bytes: what to append to, such as the room for a header.
  package init(appendingTo bytes: [UInt8] = []) {
    self.bytes = bytes
    self.bytes.reserveCapacity(bytes.count + 256)
  }

  // MARK: - Objects and arrays

  package mutating func beginObject() { begin(UInt8(ascii: "{")) }
  package mutating func endObject() { end(UInt8(ascii: "}")) }
  package mutating func beginArray() { begin(UInt8(ascii: "[")) }
  package mutating func endArray() { end(UInt8(ascii: "]")) }

  /// Begins a member; its value is to be written next.
  ///
  /// - Parameter name: plain ASCII that needs no escapes.
  package mutating func writeKey(_ name: StaticString) {
    separate()
    bytes.append(UInt8(ascii: "\""))
    name.withUTF8Buffer { bytes.append(contentsOf: $0) }
    bytes.append(UInt8(ascii: "\""))
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  /// Begins a member whose name is not known beforehand.
  package mutating func writeKey(_ name: String) {
    write(name)
    bytes.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: - Values

  package mutating func writeNull() { write(literal: "null") }

  package mutating func write(_ value: Bool) { write(literal: value ? "true" : "false") }

  package mutating func write(_ value: Int) {
    separate()
    append(digitsOf: value)
  }

  /// Infinity and not-a-number, which JSON can't express, become `null`.
  package mutating func write(_ value: Double) {
    guard value.isFinite else { return writeNull() }
    separate()
    bytes.append(contentsOf: value.description.utf8)
  }

  package mutating func write(_ value: String) {
    separate()
    // A Swift string is valid UTF-8 already.
    var value = value
    value.withUTF8 { append(quoting: $0, isValid: true) }
  }

  package mutating func write(_ value: StaticString) {
    separate()
    value.withUTF8Buffer { append(quoting: $0, isValid: true) }
  }

  /// Writes text in UTF-8 as a string. What is not UTF-8 becomes U+FFFD, so that the result is valid in any case.
  package mutating func write(utf8 value: [UInt8]) {
    separate()
    value.withUnsafeBufferPointer { append(quoting: $0, isValid: false) }
  }

  /// Writes an array of integers, the fast way for semantic tokens.
  package mutating func write(integers: [UInt32]) {
    beginArray()
    for value in integers {
      separate()
      append(digitsOf: Int(value))
    }
    endArray()
  }

  // MARK: - Members

  package mutating func member(_ name: StaticString, _ value: Bool?) {
    guard let value else { return }
    writeKey(name)
    write(value)
  }

  package mutating func member(_ name: StaticString, _ value: Int?) {
    guard let value else { return }
    writeKey(name)
    write(value)
  }

  package mutating func member(_ name: StaticString, _ value: Double?) {
    guard let value else { return }
    writeKey(name)
    write(value)
  }

  package mutating func member(_ name: StaticString, _ value: String?) {
    guard let value else { return }
    writeKey(name)
    write(value)
  }

  package mutating func member(_ name: StaticString, utf8 value: [UInt8]?) {
    guard let value else { return }
    writeKey(name)
    write(utf8: value)
  }

  // MARK: - Parts

  private mutating func begin(_ bracket: UInt8) {
    separate()
    bytes.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    bytes.append(bracket)
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { bytes.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func write(literal: StaticString) {
    separate()
    literal.withUTF8Buffer { bytes.append(contentsOf: $0) }
  }

  private mutating func append(digitsOf value: Int) {
    if value < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = value.magnitude
    if rest < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(rest)) }
    let start = bytes.count
    while rest > 0 {
      let (quotient, remainder) = rest.quotientAndRemainder(dividingBy: 10)
      bytes.append(UInt8(ascii: "0") + UInt8(remainder))
      rest = quotient
    }
    bytes[start...].reverse()
  }
}
