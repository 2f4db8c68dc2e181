// Reads what only model files have: imports, functions, lists of a source's codes, and the elements of a metamodel.

internal import SeedSyntax

extension NotationReader {
  // MARK: - Imports and functions

  /// `from a import b, c as d`: what is imported, and the names that are given to it. Modules are no names of the study.
  mutating func readImport(_ index: Int, _ reader: inout SummaryReader) {
    let isFrom = tree.bytes(index).starts(with: "from".utf8)
    var previous: Int?
    for child in tree.children(of: index) where tree.kind(child) == .name {
      defer { previous = child }
      guard let before = previous else { continue }
      let isAlias = isWordAs(between: before, and: child)
      if isFrom, !isAlias {
        _ = add(child, .importedName, &reader)
      } else if isFrom {
        let occurrence = add(child, .linkDefinition, &reader)
        addName(occurrence, .alias, index, &reader)
      }
    }
  }

  private func isWordAs(between left: Int, and right: Int) -> Bool {
    let range = ByteRange(tree.range(left).end, tree.range(right).start).shifted(by: start)
    return lines.bytes.clamped(to: lines.bytes.trimmed(range)).starts(with: "as".utf8)
  }

  /// `def name(…):` or `class name:`, which make a name known.
  mutating func readFunction(_ index: Int, _ reader: inout SummaryReader) {
    var keyword = word(from: tree.range(index).start + start)
    if isWord(keyword, "async") { keyword = word(from: keyword.end) }
    guard isWord(keyword, "def") || isWord(keyword, "class") else { return }
    let name = word(from: keyword.end)
    guard !name.isEmpty else { return }
    let occurrence = reader.add(name, .linkDefinition, &lines)
    addName(occurrence, .other, index, &reader)
  }

  /// The next word behind blanks; an empty range if something else stands there.
  private func word(from offset: Int) -> ByteRange {
    var start = offset
    while lines.bytes.byte(at: start).isBlank { start += 1 }
    var end = start
    while end < lines.bytes.count, lines.bytes[end].isIdentifierByte { end += 1 }
    return ByteRange(start, end)
  }

  private func isWord(_ range: ByteRange, _ word: StaticString) -> Bool {
    lines.bytes.clamped(to: range).equals(word)
  }

  /// Adds the definition of a name that is no code.
  mutating func addName(
    _ occurrence: Int, _ form: Definition.Form, _ statement: Int, _ reader: inout SummaryReader
  ) {
    reader.summary.definitions.append(
      Definition(
        occurrence: occurrence, form: form, metaclass: nil, displayName: nil, isInList: false,
        wholeLines: wholeLines(of: statement).map { lines.range($0) }))
  }

  // MARK: - Lists of codes

  /// Reads the value of an assignment if only model files have such; false leaves it as it is.
  mutating func readModelValue(_ value: Int, of name: Int, _ reader: inout SummaryReader) -> Bool {
    if tree.kind(value) == .list, tree.children(of: value).allSatisfy({ isCode($0) }) {
      let items = readItems(value, &reader)
      reader.summary.codeLists.append(CodeList(source: nil, name: name, items: items))
      return true
    }
    guard tree.kind(value) == .call, let kind = metamodelKind(ofCall: value) else { return false }
    readElement(value, kind, of: name, &reader)
    return true
  }

  /// `s4_codes += [a, b]`, which makes a list longer; false leaves the statement as it is.
  mutating func readExtension(_ statement: Int, _ reader: inout SummaryReader) -> Bool {
    guard let sum = tree.firstChild(of: statement), tree.kind(sum) == .binary else {
      return false
    }
    let operands = Array(tree.children(of: sum))
    guard operands.count == 2, tree.kind(operands[0]) == .name, tree.kind(operands[1]) == .list else { return false }
    let between = ByteRange(tree.range(operands[0]).end, tree.range(operands[1]).start).shifted(by: start)
    guard lines.bytes.clamped(to: between).offset(of: "+=") != nil else { return false }
    let name = add(operands[0], .value, &reader)
    let items = readItems(operands[1], &reader)
    reader.summary.codeLists.append(CodeList(source: nil, name: name, items: items))
    return true
  }

  /// A name, or one of an imported file.
  private func isCode(_ index: Int) -> Bool {
    tree.kind(index) == .name || tree.kind(index) == .attribute
  }

  private mutating func readItems(_ list: Int, _ reader: inout SummaryReader) -> Range<Int> {
    let first = reader.summary.occurrences.count
    for child in tree.children(of: list) { readExpression(child, .listItem, &reader) }
    return first..<reader.summary.occurrences.count
  }

  /// Whether the arguments of `add_links` say that they link sources to their codes.
  func isContainedCodes(_ arguments: Siblings) -> Bool {
    arguments.contains { argument in
      guard let keyword = KeywordSyntax(tree, argument), tree.isText(keyword.name, "role_name") else { return false }
      return StringSyntax(tree, keyword.value)?.withValue { $0.equals("contained_code") } ?? false
    }
  }

  /// `{s4: s4_codes}` or `{s4: [a, b]}`.
  mutating func readContainedCodes(_ argument: Int, _ reader: inout SummaryReader) {
    guard tree.kind(argument) == .dictionary else { return readExpression(argument, .value, &reader) }
    for child in tree.children(of: argument) {
      guard let entry = EntrySyntax(tree, child) else { continue }
      let key = entry.key
      let start = reader.summary.occurrences.count
      readExpression(key, .linkFrom, &reader)
      let source = reader.summary.occurrences.count - 1
      guard let value = entry.value else { continue }
      guard isCode(key), source >= start else {
        readExpression(value, .value, &reader)
        continue
      }
      if tree.kind(value) == .list {
        let items = readItems(value, &reader)
        reader.summary.codeLists.append(CodeList(source: source, name: nil, items: items))
      } else {
        let before = reader.summary.occurrences.count
        readExpression(value, .value, &reader)
        let after = reader.summary.occurrences.count
        if isCode(value), after > before {
          reader.summary.codeLists.append(CodeList(source: source, name: after - 1, items: after..<after))
        }
      }
    }
  }

  // MARK: - Metamodel

  private mutating func metamodelKind(ofCall index: Int) -> MetamodelElement.Kind? {
    switch callee(of: index).form.meaning {
    case .metaclass: .metaclass
    case .stereotype: .stereotype
    default: nil
    }
  }

  private mutating func readElement(
    _ call: Int, _ kind: MetamodelElement.Kind, of name: Int, _ reader: inout SummaryReader
  ) {
    let first = reader.summary.occurrences.count
    readExpression(call, .value, &reader)
    let added = first..<reader.summary.occurrences.count
    let superclasses = added.filter { reader.summary.occurrences[$0].role == .superclass }
    reader.summary.metamodelElements.append(
      MetamodelElement(kind: kind, occurrence: name, superclasses: superclasses))
  }
}
