// What stands in a statement in another form than its place asks for.

public import SeedSyntax

/// Something that Python takes and the notation can't: a text where a name belongs, a name where a text does.
public struct Misfit: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// A text where a name in a role belongs.
    case quotedName(Role)
    /// A name, or words, where a text belongs.
    case bareText
    /// A number, or another value, where an impact belongs.
    case noImpact
    /// A force without an impact.
    case missingImpact
    /// `a: CClass(…)`; the range is the colon with the blanks around it.
    case colonForEquals
    /// Impacts in brackets that are no braces.
    case forcesInBrackets
    /// `CClass(…)` by itself: nothing names what it defines.
    case unnamed
  }

  public let kind: Kind
  /// What the text says, or what stands there, in the page's `texts`.
  public let text: ByteRange
  /// The index, in the page's names, of the name that is meant; nil where the text can be none.
  public let name: Int?
  public let range: LineRange
}

extension NotationReader {
  /// Notes what stands in the place of a name in a role.
  mutating func noteForm(_ value: Int, _ role: Role, _ reader: inout SummaryReader) {
    guard !isModel, !isStatementDamaged else { return }
    switch tree.kind(value) {
    case .string:
      guard let string = StringSyntax(tree, value) else { return }
      let text = reader.addText(string)
      let name = Array(reader.summary.texts[text.start..<text.end])
      add(.quotedName(role), text, name: Self.isName(name) ? reader.addName(name) : nil, value, &reader)
    case .number, .constant, .binary, .list, .tuple:
      let bytes = tree.bytes(value)
      // Words with hyphens between them are told as such.
      guard role == .impact, tree.kind(value) == .constant || !isWords(bytes) else { return }
      add(.noImpact, reader.addText(bytes), name: nil, value, &reader)
    default: return
    }
  }

  /// Notes a name, or words, where a text belongs; false for anything else.
  mutating func noteBareText(_ value: Int, _ reader: inout SummaryReader) -> Bool {
    guard !isModel, !isStatementDamaged else { return false }
    let bytes = tree.bytes(value)
    switch tree.kind(value) {
    case .name, .words, .number: break
    case .constant: guard !bytes.equals("None") else { return false }
    // `Milk and Honey`, `Low-Cost`
    case .binary: guard isWords(bytes) else { return false }
    default: return false
    }
    let name = tree.kind(value) == .name ? reader.addName(Array(bytes)) : nil
    add(.bareText, reader.addText(bytes), name: name, value, &reader)
    return true
  }

  /// Whether an expression is words as people write them, with hyphens and `and` between them.
  private func isWords(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.allSatisfy { $0.isIdentifierByte || $0.isBlank || $0 == ASCII.dash || $0 == UInt8(ascii: "&") }
      && bytes.first?.isLetter == true
  }

  /// Notes a force that has no impact.
  mutating func noteMissingImpact(_ force: Int, _ reader: inout SummaryReader) {
    guard !isModel, !isStatementDamaged else { return }
    add(.missingImpact, reader.addText(tree.bytes(force)), name: nil, force, &reader)
  }

  /// Notes `a: CClass(…)`.
  mutating func noteColon(between target: Int, and value: Int, _ reader: inout SummaryReader) {
    guard !isStatementDamaged else { return }
    let range = ByteRange(tree.range(target).end, tree.range(value).start).shifted(by: start)
    let bytes = tree.bytes(target)
    let name = Array(bytes)
    reader.summary.misfits.append(
      Misfit(
        kind: .colonForEquals, text: reader.addText(bytes), name: Self.isName(name) ? reader.addName(name) : nil,
        range: lines.range(range)))
  }

  /// Notes forces in brackets that are no braces.
  mutating func noteForces(_ value: Int, _ reader: inout SummaryReader) {
    guard !isModel, !isStatementDamaged else { return }
    let text = ByteRange(at: reader.summary.texts.count)
    add(.forcesInBrackets, text, name: nil, value, &reader)
  }

  /// Reads a call by itself; where it defines something, says that nothing names it.
  mutating func readLoneCall(_ call: Int, _ reader: inout SummaryReader) {
    let content = readCall(call, &reader)
    guard !isModel, !isStatementDamaged, callee(of: call).form.meaning == .code else { return }
    let text = content.displayName ?? ByteRange(at: reader.summary.texts.count)
    let name = Self.name(for: reader.summary.texts[text.start..<text.end])
    add(.unnamed, text, name: Self.isName(name) ? reader.addName(name) : nil, call, &reader)
  }

  /// Whether what a place holds was noted just now.
  func isNoted(_ value: Int, _ reader: SummaryReader) -> Bool {
    guard let last = reader.summary.misfits.last else { return false }
    var lines = lines
    return last.kind == .bareText && last.range == lines.range(tree.range(value).shifted(by: start))
  }

  private mutating func add(
    _ kind: Misfit.Kind, _ text: ByteRange, name: Int?, _ node: Int, _ reader: inout SummaryReader
  ) {
    let range = lines.range(tree.range(node).shifted(by: start))
    reader.summary.misfits.append(Misfit(kind: kind, text: text, name: name, range: range))
  }

  private static func isName(_ bytes: [UInt8]) -> Bool {
    guard let first = bytes.first, first.isLetter || first == ASCII.underscore else { return false }
    return bytes.allSatisfy { $0.isIdentifierByte && $0 < 0x80 }
  }

  /// The name that goes with a display name: its words in small letters, joined by `_`.
  private static func name(for displayName: ArraySlice<UInt8>) -> [UInt8] {
    var name: [UInt8] = []
    for byte in displayName {
      if byte.isIdentifierByte, byte < 0x80 {
        name.append(byte.lowercased)
      } else if let last = name.last, last != ASCII.underscore {
        name.append(ASCII.underscore)
      }
    }
    if name.last == ASCII.underscore { name.removeLast() }
    return name
  }
}
