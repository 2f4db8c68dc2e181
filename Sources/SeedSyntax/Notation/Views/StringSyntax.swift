// A string as an expression: one literal, or several that stand side by side or are joined by `+`.

/// A string and what it says. The places of its literals are those of its nodes.
public struct StringSyntax {
  private let text: NotationText
  /// The node of the whole expression.
  private let index: Int

  /// - Returns: nil for a node that doesn't begin with a string.
  public init?(_ text: NotationText, _ index: Int) {
    var first = index
    while text.kind(first) != .string {
      guard let child = Self.firstOperand(of: first, in: text) else { return nil }
      first = child
    }
    self.text = text
    self.index = index
  }

  /// Where the text between the quotes stands, in the tree's bytes, if the string is a single literal.
  public var content: ByteRange? {
    guard text.kind(index) == .string else { return nil }
    return StringLiteral.content(of: text.bytes(index)).shifted(by: text.range(index).start)
  }

  /// Adds what the string says, as far as literals tell: of `"a" + x`, only `a`.
  ///
  /// - Returns: whether that is all.
  @discardableResult
  public func appendValue(to bytes: inout [UInt8]) -> Bool {
    append(index, to: &bytes)
  }

  /// Calls `body` with what the string says; valid only during the call.
  @inline(__always)
  public func withValue<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    if text.kind(index) == .string, let plain = StringLiteral.plainContent(of: text.bytes(index)) { return body(plain) }
    var bytes: [UInt8] = []
    appendValue(to: &bytes)
    return bytes.withUnsafeBufferPointer { body($0) }
  }

  /// - Returns: whether the whole of the expression was read.
  private func append(_ index: Int, to bytes: inout [UInt8]) -> Bool {
    if text.kind(index) == .string {
      StringLiteral.appendValue(of: text.bytes(index), to: &bytes)
      return true
    }
    guard Self.firstOperand(of: index, in: text) != nil else { return false }
    var end: Int?
    for operand in text.children(of: index) {
      if let end, !joins(ByteRange(end, text.range(operand).start)) { return false }
      guard append(operand, to: &bytes) else { return false }
      end = text.range(operand).end
    }
    return true
  }

  /// The first of the operands that an expression joins, or what stands in its parentheses.
  private static func firstOperand(of index: Int, in text: NotationText) -> Int? {
    guard let first = text.firstChild(of: index) else { return nil }
    let range = text.range(index)
    switch text.kind(index) {
    // A sign before the operand makes it no string.
    case .binary: return text.range(first).start == range.start ? first : nil
    case .tuple:
      let rest = ByteRange(text.range(first).end, range.end)
      // A comma makes a tuple.
      return text.bytes.clamped(to: rest).contains(ASCII.comma) ? nil : first
    default: return nil
    }
  }

  /// Whether two operands are joined by what stands between them: a `+`, or nothing.
  private func joins(_ range: ByteRange) -> Bool {
    let between = text.bytes.clamped(to: range)
    var offset = 0
    while offset < between.count {
      let byte = between[offset]
      if byte == ASCII.hash {
        offset = between.lineContentEnd(from: offset)
      } else if byte.isBlankOrLineBreak || byte == UInt8(ascii: "+") || byte == UInt8(ascii: "\\") {
        offset += 1
      } else {
        // The parentheses of an operand that was read without them.
        return false
      }
    }
    return true
  }
}
