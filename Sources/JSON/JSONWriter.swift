// Writes JSON into a growing buffer.

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
@usableFromInline
package struct JSONWriter: ~Copyable {
  @usableFromInline var buffer: ByteBuffer

  /// Whether a comma is due before the next key or element.
  @usableFromInline var needsComma = false

  /// - Parameter capacity: how many bytes to make room for at first.
  package init(capacity: Int = 512) {
    buffer = ByteBuffer(capacity: capacity)
  }

  /// How many bytes have been written.
  package var count: Int { buffer.count }

  /// All that has been written.
  package var bytes: [UInt8] { [UInt8](buffer.bytes) }

  /// All that has been written, behind a header.
  package func bytes(after header: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(header.count + buffer.count)
    result.append(contentsOf: header)
    result.append(contentsOf: buffer.bytes)
    return result
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
    buffer.append(UInt8(ascii: "\""))
    buffer.append(name)
    buffer.append("\":")
    needsComma = false
  }

  /// Begins a member whose name is not known beforehand. It has a label, since a literal would be taken for a string.
  package mutating func writeKey(text name: String) {
    write(name)
    buffer.append(UInt8(ascii: ":"))
    needsComma = false
  }

  // MARK: - Values

  package mutating func writeNull() { write(literal: "null") }

  package mutating func write(_ value: Bool) { write(literal: value ? "true" : "false") }

  package mutating func write(_ value: Int) {
    separate()
    buffer.append(decimal: value)
  }

  /// Infinity and not-a-number, which JSON can't express, become `null`.
  package mutating func write(_ value: Double) {
    guard value.isFinite else { return writeNull() }
    separate()
    var text = value.description
    text.withUTF8 { buffer.append($0) }
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
      buffer.append(decimal: Int(value))
    }
    endArray()
  }

  /// Writes a value whose text is always the same but for four integers: the fast way for ranges, of which long answers are
  /// made. Compiled into the caller, where the texts are known.
  ///
  /// - Parameter first: the text before the first integer; the others stand between and behind them. Together they are one
  ///   value.
  @inlinable @inline(__always)
  package mutating func write(
    form first: StaticString, _ integer1: Int, _ second: StaticString, _ integer2: Int, _ third: StaticString,
    _ integer3: Int, _ fourth: StaticString, _ integer4: Int, _ last: StaticString
  ) {
    separate()
    buffer.append(first)
    buffer.append(decimal: integer1)
    buffer.append(second)
    buffer.append(decimal: integer2)
    buffer.append(third)
    buffer.append(decimal: integer3)
    buffer.append(fourth)
    buffer.append(decimal: integer4)
    buffer.append(last)
  }

  /// Writes elements of an array that another writer has written, with the commas between them.
  package mutating func write(encodedElements elements: [UInt8]) {
    guard !elements.isEmpty else { return }
    separate()
    elements.withUnsafeBufferPointer { buffer.append($0) }
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
    buffer.append(bracket)
    needsComma = false
  }

  private mutating func end(_ bracket: UInt8) {
    buffer.append(bracket)
    needsComma = true
  }

  @inlinable @inline(__always)
  mutating func separate() {
    if needsComma { buffer.append(UInt8(ascii: ",")) }
    needsComma = true
  }

  private mutating func write(literal: StaticString) {
    separate()
    buffer.append(literal)
  }
}
