// What can be wrong with a JSON text, and where.

/// Why a JSON text could not be read, and at which byte.
package struct JSONError: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// The text ends inside a value.
    case unexpectedEnd
    /// A byte that can't stand where it does.
    case unexpectedByte(UInt8)
    /// A number that RFC 8259, section 6 does not allow, such as `01` or `1.`.
    case invalidNumber
    /// A backslash that is not followed by one of the escapes of RFC 8259, section 7.
    case invalidEscape
    /// Arrays and objects inside one another beyond ``JSONReader/depthLimit``.
    case tooDeep
    /// A value that is JSON, but not of the kind asked for. The text completes the sentence "it must be …".
    case wrongType(expected: String)
    /// An object lacks a member that it must have.
    case missingMember(String)
  }

  package let kind: Kind

  /// The byte that the error is about, counted from the start of what the reader was given.
  /// For a wrong type this is the value's first byte, for a missing member the object's `{`.
  package let offset: Int

  package init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// Whether the text itself is no JSON, in contrast to JSON of an unwelcome shape.
  package var isSyntaxError: Bool {
    switch kind {
    case .unexpectedEnd, .unexpectedByte, .invalidNumber, .invalidEscape, .tooDeep: true
    case .wrongType, .missingMember: false
    }
  }
}
