// Reads source blocks and what a template left behind from the statements of a coding block.

internal import SeedSyntax

/// Reads the statements of one tree a second time, for what they say about the source itself.
struct SourceBlockReader {
  let tree: NotationText
  /// The comments of the tree.
  let comments: [ByteRange]
  /// Where the tree's bytes start in the block.
  let start: Int
  var lines: LineCursor

  private var nodes: UnsafeBufferPointer<NotationNode> { tree.nodes }

  mutating func read(into reader: inout SummaryReader) {
    for index in tree.statements {
      switch nodes[index].kind {
      case .assignment: readAssignment(index, &reader)
      case .expressionStatement: readLeftoverLink(index, &reader)
      case .codeList where Int(nodes[index].subtreeEnd) == index + 1 && !nodes[index].isDamaged:
        add(.emptyList, nodes[index].range, &reader)
      default: break
      }
    }
    readComments(&reader)
  }

  // MARK: - Source blocks

  private mutating func readAssignment(_ index: Int, _ reader: inout SummaryReader) {
    var parts = tree.children(of: index)
    guard let target = parts.next(), let call = parts.next(), nodes[target].kind == .name, nodes[call].kind == .call
    else { return }
    var arguments = tree.children(of: call)
    guard let callee = arguments.next(), tree.bytes(callee).byte(at: 0) | 0x20 == UInt8(ascii: "c"),
      let metaclass = arguments.next(), nodes[metaclass].kind == .name
    else { return }
    if isText(metaclass, "reference") {
      if let name = arguments.next(), nodes[name].kind == .string, tree.content(name).isEmpty {
        add(.reference, nodes[index].range, &reader)
      }
      return
    }
    guard isText(metaclass, "source") else { return }
    let name = place(nodes[target].range, &reader)
    var displayName: PlacedText?
    var values: [SourceValue] = []
    var hasValues = false
    for argument in arguments {
      switch nodes[argument].kind {
      case .string:
        if displayName == nil { displayName = place(content: content(argument), &reader) }
      case .keywordArgument:
        var keyword = tree.children(of: argument)
        guard let name = keyword.next(), let value = keyword.next(), isText(name, "values") else { continue }
        hasValues = true
        if nodes[value].kind == .dictionary { values = readValues(value, &reader) }
      default: break
      }
    }
    reader.summary.sourceBlocks.append(
      SourceBlock(name: name, displayName: displayName, values: values, hasValues: hasValues))
  }

  private mutating func readValues(_ dictionary: Int, _ reader: inout SummaryReader) -> [SourceValue] {
    var values: [SourceValue] = []
    values.reserveCapacity(SourceFieldName.allCases.count)
    for entry in tree.children(of: dictionary) where nodes[entry].kind == .entry {
      var parts = tree.children(of: entry)
      guard let key = parts.next(), nodes[key].kind == .string, let value = parts.next() else { continue }
      let keyContent = content(key)
      let placedKey = place(content: keyContent, &reader)
      let field = SourceFieldName(key: tree.bytes.clamped(to: keyContent))
      switch nodes[value].kind {
      case .string:
        let content = content(value)
        if let quote = singleQuote(around: content, value) {
          let placed = place(content: content, &reader)
          values.append(SourceValue(key: placedKey, field: field, value: placed, kind: .text(quote: quote)))
        } else {
          let text = add(content: content, &reader)
          let range = lines.range(nodes[value].range.shifted(by: start))
          values.append(
            SourceValue(key: placedKey, field: field, value: PlacedText(text: text, range: range), kind: .joinedText))
        }
      case .binary where tree.children(of: value).last(where: { nodes[$0].kind != .string }) == nil:
        let text = joinedText(value, &reader)
        let range = lines.range(nodes[value].range.shifted(by: start))
        values.append(
          SourceValue(key: placedKey, field: field, value: PlacedText(text: text, range: range), kind: .joinedText))
      case .constant where isText(value, "True") || isText(value, "False"):
        values.append(
          SourceValue(key: placedKey, field: field, value: place(nodes[value].range, &reader), kind: .boolean))
      default:
        values.append(
          SourceValue(key: placedKey, field: field, value: place(nodes[value].range, &reader), kind: .other))
      }
    }
    return values
  }

  /// The quote before a string, if one stands behind it as well and there is no prefix.
  private func singleQuote(around content: ByteRange, _ string: Int) -> UInt8? {
    let literal = nodes[string].range
    guard content.start == literal.start + 1, content.end == literal.end - 1 else { return nil }
    return tree.bytes.byte(at: literal.start)
  }

  private func joinedText(_ index: Int, _ reader: inout SummaryReader) -> ByteRange {
    var whole = ByteRange(reader.summary.texts.count, reader.summary.texts.count)
    for part in tree.children(of: index) {
      whole = ByteRange(whole.start, add(content: content(part), &reader).end)
    }
    return whole
  }

  // MARK: - What a template left behind

  /// `add_links({s30: […]}, role_name="contained_code")`: which source it names; whether that is this note's own is for the
  /// rule.
  private mutating func readLeftoverLink(_ index: Int, _ reader: inout SummaryReader) {
    guard let call = tree.children(of: index).first(where: { nodes[$0].kind == .call }) else { return }
    var arguments = tree.children(of: call)
    guard let callee = arguments.next(), isText(callee, "add_links") else { return }
    var source: Int?
    var isContainment = false
    for argument in arguments {
      switch nodes[argument].kind {
      case .dictionary:
        for entry in tree.children(of: argument) {
          guard let key = tree.firstChild(of: entry), nodes[key].kind == .name, SourceID(tree.bytes(key)) != nil
          else { continue }
          source = source ?? key
        }
      case .keywordArgument:
        let value = tree.children(of: argument).last { nodes[$0].kind == .string }
        guard let value else { continue }
        if tree.content(value).equals("contained_code") { isContainment = true }
      default: break
      }
    }
    guard let source, isContainment else { return }
    add(.link(source: reader.addText(tree.bytes(source))), nodes[index].range, &reader)
  }

  /// Comments of the template, `#added classes:`, with nothing behind the colon; neighbours are taken together.
  private mutating func readComments(_ reader: inout SummaryReader) {
    var run: ByteRange?
    for wholeComment in comments {
      let comment = lines.bytes.trimmed(wholeComment.shifted(by: start)).shifted(by: -start)
      guard isTemplateComment(comment) else { continue }
      if let current = run, isBlank(between: current.end, and: comment.start) {
        run = ByteRange(current.start, comment.end)
      } else {
        if let run { add(.comments, run, &reader) }
        run = comment
      }
    }
    if let run { add(.comments, run, &reader) }
  }

  private func isTemplateComment(_ comment: ByteRange) -> Bool {
    let line = lines.bytes.clamped(to: comment.shifted(by: start))
    let words = LineWords(line)
    return words.equals("added classes:") || words.equals("added relations:") || words.equals("added links:")
      || words.equals("already added:")
  }

  private func isBlank(between first: Int, and second: Int) -> Bool {
    lines.bytes.clamped(to: ByteRange(first, second).shifted(by: start)).allSatisfy { $0.isBlankOrLineBreak }
  }

  // MARK: - Texts

  private mutating func add(_ kind: TemplateRemnant.Kind, _ range: ByteRange, _ reader: inout SummaryReader) {
    reader.summary.remnants.append(TemplateRemnant(kind: kind, range: lines.range(range.shifted(by: start))))
  }

  private mutating func place(_ range: ByteRange, _ reader: inout SummaryReader) -> PlacedText {
    let range = range.shifted(by: start)
    return PlacedText(text: reader.addText(lines.bytes.clamped(to: range)), range: lines.range(range))
  }

  /// What stands between a string's quotes.
  private func content(_ string: Int) -> ByteRange {
    StringLiteral.content(of: tree.bytes(string)).shifted(by: nodes[string].range.start)
  }

  private mutating func place(content: ByteRange, _ reader: inout SummaryReader) -> PlacedText {
    PlacedText(text: add(content: content, &reader), range: lines.range(content.shifted(by: start)))
  }

  /// Keeps what a string says, without the backslashes before quotes.
  private func add(content: ByteRange, _ reader: inout SummaryReader) -> ByteRange {
    let content = tree.bytes.clamped(to: content)
    let backslash = UInt8(ascii: "\\")
    guard content.offset(of: "\\") != nil else { return reader.addText(content) }
    var text: [UInt8] = []
    var isEscaped = false
    for byte in content {
      let escapes = byte == backslash || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
      if isEscaped, !escapes { text.append(backslash) }
      isEscaped = byte == backslash && !isEscaped
      if !isEscaped { text.append(byte) }
    }
    return text.withUnsafeBufferPointer { reader.addText($0) }
  }

  private func isText(_ index: Int, _ text: StaticString) -> Bool {
    tree.bytes(index).equals(text)
  }
}

/// A line's words, compared without regard to marks before them, blanks between them and case.
private struct LineWords {
  private let line: UnsafeBufferPointer<UInt8>

  init(_ line: UnsafeBufferPointer<UInt8>) {
    self.line = line
  }

  func equals(_ text: StaticString) -> Bool {
    let expected = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    var position = 0
    for byte in line {
      if byte.isBlank { continue }
      if position == 0, byte == ASCII.hash || byte == ASCII.dash { continue }
      while position < expected.count, expected[position] == ASCII.space { position += 1 }
      guard position < expected.count, expected[position] == byte.lowercased else { return false }
      position += 1
    }
    return position == expected.count
  }
}
