// Reads JSON from bytes, value by value, without building a tree.

/// A pull reader over the bytes of one JSON text.
///
/// The caller asks for what it expects next:
///
/// ```swift
/// try reader.beginObject()
/// while let key = try reader.nextKey() {
///   switch key {
///   case "line": line = try reader.readInteger()
///   default: try reader.skipValue()
///   }
/// }
/// ```
///
/// After an error the reader's place is unspecified; a copy made before the attempt is still good, and copies are cheap.
/// The reader neither owns nor retains the bytes: it must not outlive the scope that lends them.
package struct JSONReader {
  /// How deep arrays and objects may nest. It bounds the stack that recursive readers need; no message of the protocol
  /// comes near it.
  package static let depthLimit = 128

  /// What kind of value stands next.
  package enum ValueKind: Hashable, Sendable {
    case null, boolean, number, string, array, object
  }

  let bytes: UnsafeBufferPointer<UInt8>

  /// The next byte to be read, counted from the start of the text.
  package internal(set) var offset = 0

  /// How many arrays and objects are open.
  private var depth = 0

  /// Whether the innermost array or object has just been opened, so that no comma may stand next.
  private var isAtFirstMember = false

  package init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
  }

  // MARK: - Objects and arrays

  /// Enters an object.
  ///
  /// - Returns: the offset of its `{`, for errors about missing members.
  @discardableResult
  package mutating func beginObject() throws(JSONError) -> Int {
    try open(UInt8(ascii: "{"), expected: "an object")
  }

  /// The next key of the object entered last; its value is to be read or skipped next.
  ///
  /// - Returns: nil when the object ends, which also leaves it.
  package mutating func nextKey() throws(JSONError) -> JSONRawString? {
    guard try advance(closing: UInt8(ascii: "}")) else { return nil }
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    guard bytes[offset] == UInt8(ascii: "\"") else { throw unexpected() }
    let key = try scanString()
    skipWhiteSpace()
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    guard bytes[offset] == UInt8(ascii: ":") else { throw unexpected() }
    offset += 1
    return key
  }

  /// Enters an array.
  ///
  /// - Returns: the offset of its `[`.
  @discardableResult
  package mutating func beginArray() throws(JSONError) -> Int {
    try open(UInt8(ascii: "["), expected: "an array")
  }

  /// Whether the array entered last has another element, which is to be read or skipped next.
  ///
  /// - Returns: false when the array ends, which also leaves it.
  package mutating func nextElement() throws(JSONError) -> Bool {
    guard try advance(closing: UInt8(ascii: "]")) else { return false }
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    return true
  }

  /// Checks that nothing but white space follows the outermost value.
  package mutating func finish() throws(JSONError) {
    skipWhiteSpace()
    guard offset >= bytes.count else { throw unexpected() }
  }

  // MARK: - Values

  /// What stands next, without reading it. White space before it is passed, so ``offset`` is then the value's first byte.
  package mutating func nextKind() throws(JSONError) -> ValueKind {
    skipWhiteSpace()
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    switch bytes[offset] {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .boolean
    case UInt8(ascii: "n"): return .null
    default: throw unexpected()
    }
  }

  /// Reads a `null` if one stands next.
  ///
  /// - Returns: whether there was one; otherwise nothing but white space was read.
  package mutating func readNull() throws(JSONError) -> Bool {
    guard try nextKind() == .null else { return false }
    try readLiteral("null")
    return true
  }

  package mutating func readBoolean() throws(JSONError) -> Bool {
    guard try nextKind() == .boolean else { throw wrongType("true or false") }
    let value = bytes[offset] == UInt8(ascii: "t")
    try readLiteral(value ? "true" : "false")
    return value
  }

  /// Reads past a value of any kind, checking that it is JSON.
  package mutating func skipValue() throws(JSONError) {
    switch try nextKind() {
    case .null: try readLiteral("null")
    case .boolean: _ = try readBoolean()
    case .number: _ = try readNumber()
    case .string: _ = try scanString()
    case .array:
      try beginArray()
      while try nextElement() { try skipValue() }
    case .object:
      try beginObject()
      while try nextKey() != nil { try skipValue() }
    }
  }

  // MARK: - Parts

  /// The error for a value of another kind than expected, at the value that stands next.
  ///
  /// - Parameter expected: completes the sentence "it must be …".
  package func wrongType(_ expected: String) -> JSONError {
    JSONError(.wrongType(expected: expected), at: offset)
  }

  func unexpected() -> JSONError {
    offset < bytes.count
      ? JSONError(.unexpectedByte(bytes[offset]), at: offset) : JSONError(.unexpectedEnd, at: bytes.count)
  }

  mutating func skipWhiteSpace() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x0A, 0x0D, 0x09: offset += 1
      default: return
      }
    }
  }

  private mutating func open(_ bracket: UInt8, expected: String) throws(JSONError) -> Int {
    _ = try nextKind()
    guard bytes[offset] == bracket else { throw wrongType(expected) }
    guard depth < Self.depthLimit else { throw JSONError(.tooDeep, at: offset) }
    depth += 1
    isAtFirstMember = true
    offset += 1
    return offset - 1
  }

  /// Moves to the next member, past its comma, or past the closing bracket.
  private mutating func advance(closing bracket: UInt8) throws(JSONError) -> Bool {
    skipWhiteSpace()
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    if bytes[offset] == bracket {
      offset += 1
      depth -= 1
      isAtFirstMember = false
      return false
    }
    if isAtFirstMember {
      isAtFirstMember = false
      return true
    }
    guard bytes[offset] == UInt8(ascii: ",") else { throw unexpected() }
    offset += 1
    skipWhiteSpace()
    return true
  }

  private mutating func readLiteral(_ literal: StaticString) throws(JSONError) {
    let start = offset
    let length = literal.withUTF8Buffer { expected in
      var length = 0
      while length < expected.count, start + length < bytes.count, bytes[start + length] == expected[length] {
        length += 1
      }
      return length
    }
    offset += length
    guard length == literal.utf8CodeUnitCount else { throw unexpected() }
  }
}
