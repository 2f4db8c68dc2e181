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

  mutating func read(into reader: inout SummaryReader) {
    for index in tree.statements {
      switch tree.kind(index) {
      case .assignment: readAssignment(index, &reader)
      case .expressionStatement: readLeftoverLink(index, &reader)
      case .codeList where Int(tree.nodes[index].subtreeEnd) == index + 1 && !tree.nodes[index].isDamaged:
        add(.emptyList, tree.range(index), &reader)
      default: break
      }
    }
    readComments(&reader)
  }

  // MARK: - Source blocks

  private mutating func readAssignment(_ index: Int, _ reader: inout SummaryReader) {
    guard let assignment = AssignmentSyntax(tree, index), tree.kind(assignment.target) == .name,
      let call = CallSyntax(tree, assignment.value), tree.bytes(call.callee).byte(at: 0) | 0x20 == UInt8(ascii: "c")
    else { return }
    let definition = SourceDefinition(tree, call)
    guard let metaclass = definition.metaclass, tree.kind(metaclass) == .name else { return }
    if tree.isText(metaclass, "reference") {
      if let name = definition.name, StringSyntax(tree, name)?.withValue({ $0.isEmpty }) == true {
        add(.reference, tree.range(index), &reader)
      }
      return
    }
    guard tree.isText(metaclass, "source") else { return }
    let name = place(tree.range(assignment.target), &reader)
    let displayName = definition.name.flatMap { placeString($0, &reader)?.text }
    let dictionary = definition.values.flatMap { tree.kind($0) == .dictionary ? $0 : nil }
    let values = dictionary.map { readValues($0, &reader) } ?? []
    reader.summary.sourceBlocks.append(
      SourceBlock(name: name, displayName: displayName, values: values, hasValues: definition.values != nil))
  }

  private mutating func readValues(_ dictionary: Int, _ reader: inout SummaryReader) -> [SourceValue] {
    var values: [SourceValue] = []
    values.reserveCapacity(SourceFieldName.allCases.count)
    for child in tree.children(of: dictionary) {
      guard let entry = EntrySyntax(tree, child), let value = entry.value,
        let key = placeString(entry.key, &reader)?.text
      else { continue }
      let field = StringSyntax(tree, entry.key)?.withValue {
        SourceFieldName(key: $0) ?? reader.fieldNames?.field(key: $0)
      }
      let placed: PlacedText
      let kind: SourceValue.Kind
      if let string = placeString(value, &reader) {
        placed = string.text
        kind = string.quote.map { .text(quote: $0) } ?? .joinedText
      } else {
        placed = place(tree.range(value), &reader)
        let isBoolean = tree.kind(value) == .constant && (tree.isText(value, "True") || tree.isText(value, "False"))
        kind = isBoolean ? .boolean : .other
      }
      values.append(SourceValue(key: key, field: field, value: placed, kind: kind))
    }
    return values
  }

  /// Keeps what a string says with its place: what stands between the quotes of a single literal, else the whole expression.
  ///
  /// - Returns: also the quote on both sides, if it is a single literal that has no prefix and one quote on either side.
  private mutating func placeString(
    _ index: Int, _ reader: inout SummaryReader
  ) -> (text: PlacedText, quote: UInt8?)? {
    guard let string = StringSyntax(tree, index) else { return nil }
    let start = reader.summary.texts.count
    guard string.appendValue(to: &reader.summary.texts) else {
      reader.summary.texts.removeSubrange(start...)
      return nil
    }
    var range = tree.range(index)
    var quote: UInt8?
    if let content = string.content, content.start == range.start + 1, content.end == range.end - 1 {
      quote = tree.bytes.byte(at: range.start)
      range = content
    }
    return (
      PlacedText(text: ByteRange(start, reader.summary.texts.count), range: lines.range(range.shifted(by: self.start))),
      quote
    )
  }

  // MARK: - What a template left behind

  /// `add_links({s30: […]}, role_name="contained_code")`: which source it names; whether that is this note's own is for the
  /// rule.
  private mutating func readLeftoverLink(_ index: Int, _ reader: inout SummaryReader) {
    guard let expression = tree.firstChild(of: index), let call = CallSyntax(tree, expression),
      tree.isText(call.callee, "add_links")
    else { return }
    var source: Int?
    var keys: [Int] = []
    var isContainment = false
    var isReference = false
    for argument in call.arguments {
      if let keyword = KeywordSyntax(tree, argument) {
        guard tree.isText(keyword.name, "role_name"), let role = StringSyntax(tree, keyword.value) else { continue }
        role.withValue { role in
          if role.equals("contained_code") { isContainment = true }
          if role.equals("referenced") { isReference = true }
        }
      } else if tree.kind(argument) == .dictionary {
        for child in tree.children(of: argument) {
          guard let key = EntrySyntax(tree, child)?.key, tree.kind(key) == .name else { continue }
          keys.append(key)
          if source == nil, SourceID(tree.bytes(key).span) != nil { source = key }
        }
      }
    }
    if isContainment || isReference {
      var ahead = lines
      for key in keys { reader.summary.sourceKeys.append(ahead.position(tree.range(key).start + start)) }
    }
    guard let source, isContainment else { return }
    add(.link(source: reader.addText(tree.bytes(source))), tree.range(index), &reader)
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
}

/// What a call that defines a source gives: the nodes of its arguments.
private struct SourceDefinition {
  private(set) var metaclass: Int?
  private(set) var name: Int?
  private(set) var values: Int?

  init(_ tree: NotationText, _ call: CallSyntax) {
    var position = 0
    for argument in call.arguments {
      if let keyword = KeywordSyntax(tree, argument) {
        if tree.isText(keyword.name, "values") { values = keyword.value }
        if tree.isText(keyword.name, "metaclass") { metaclass = keyword.value }
        if tree.isText(keyword.name, "name") { name = keyword.value }
        continue
      }
      if position == 0 { metaclass = argument }
      if position > 0, name == nil, tree.kind(argument) != .dictionary { name = argument }
      position += 1
    }
  }
}

/// A line's words, compared without regard to marks before them, blanks between them and case.
private struct LineWords {
  private let line: UnsafeBufferPointer<UInt8>

  init(_ line: UnsafeBufferPointer<UInt8>) {
    self.line = line
  }

  func equals(_ text: StaticString) -> Bool {
    var position = 0
    let count = text.utf8CodeUnitCount
    for byte in line {
      if byte.isBlank { continue }
      if position == 0, byte == ASCII.hash || byte == ASCII.dash { continue }
      while position < count, text.utf8Start[position] == ASCII.space { position += 1 }
      guard position < count, text.utf8Start[position] == byte.lowercased else { return false }
      position += 1
    }
    return position == count
  }
}
