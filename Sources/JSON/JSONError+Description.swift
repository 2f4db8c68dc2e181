// Turns an error into a sentence that names the member at fault.
//
// Readers keep no path while they read: it would cost something for every member of every message. The path is found
// afterwards by walking the text once more to the offset of the error.

extension JSONError {
  /// A sentence for the person who reads the client's log, such as "`position.line` must be an unsigned integer".
  ///
  /// - Parameters:
  ///   - bytes: the text that the error came from.
  ///   - root: what the outermost value is called when it is itself at fault.
  package func message(in bytes: UnsafeBufferPointer<UInt8>, root: String) -> String {
    switch kind {
    case .unexpectedEnd: return "the JSON text ends too early, at byte \(offset)"
    case .unexpectedByte(let byte): return "unexpected \(Self.name(of: byte)) at byte \(offset)"
    case .invalidNumber: return "malformed number at byte \(offset)"
    case .invalidEscape: return "malformed escape in a string at byte \(offset)"
    case .tooDeep: return "arrays and objects nest deeper than \(JSONReader.depthLimit) levels, at byte \(offset)"
    case .wrongType(let expected):
      let path = Self.path(to: offset, in: bytes)
      return "`\(path.isEmpty ? root : path)` must be \(expected)"
    case .missingMember(let name):
      let path = Self.path(to: offset, in: bytes)
      return "`\(path.isEmpty ? name : path + "." + name)` is missing"
    }
  }

  /// The place of a value as one would write it in JavaScript: `contentChanges[2].range.start`.
  ///
  /// - Parameters:
  ///   - offset: the value's first byte.
  ///   - bytes: the whole text; where it is malformed, the path leads as far as it can be read.
  /// - Returns: the path, empty for the outermost value.
  package static func path(to offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> String {
    var reader = JSONReader(bytes)
    var path = ""
    // Each round enters one array or object, and the reader refuses to go deeper than its limit.
    while let step = try? reader.enterMember(containing: offset) {
      switch step {
      case .member(let name): path += path.isEmpty ? name : "." + name
      case .element(let index): path += "[\(index)]"
      }
    }
    return path
  }

  private static func name(of byte: UInt8) -> String {
    if byte > 0x20, byte < 0x7F { return "`\(Character(Unicode.Scalar(byte)))`" }
    let digits = String(byte, radix: 16, uppercase: true)
    return "byte 0x" + (byte < 0x10 ? "0" : "") + digits
  }
}

/// One step on the way from a value to a value inside it.
private enum PathStep {
  case member(String)
  case element(Int)
}

extension JSONReader {
  /// Moves to the start of the member or element that holds a byte of the text.
  ///
  /// - Returns: the step taken, or nil if the byte belongs to the current value itself.
  fileprivate mutating func enterMember(containing target: Int) throws(JSONError) -> PathStep? {
    let kind = try nextKind()
    guard target > offset else { return nil }
    switch kind {
    case .object:
      try beginObject()
      while let key = try nextKey() {
        _ = try nextKind()
        if target < offset { return nil }
        var behind = self
        guard (try? behind.skipValue()) != nil, behind.offset <= target else { return .member(key.string) }
        self = behind
      }
    case .array:
      try beginArray()
      var index = 0
      while try nextElement() {
        _ = try nextKind()
        if target < offset { return nil }
        var behind = self
        guard (try? behind.skipValue()) != nil, behind.offset <= target else { return .element(index) }
        self = behind
        index += 1
      }
    case .null, .boolean, .number, .string:
      break
    }
    return nil
  }
}
