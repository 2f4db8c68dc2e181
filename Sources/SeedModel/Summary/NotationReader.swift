// Gives the names in a coding block their roles, and finds its definitions, links and lists.

internal import SeedSyntax

/// Reads the statements of one tree into a summary.
struct NotationReader {
  let tree: NotationText
  /// Where the tree's bytes start in the block.
  let start: Int
  var lines: LineCursor
  let functions: FunctionTable
  /// Whether this is a statement of a model file.
  let isModel: Bool
  /// The names that are no names of the study; nil if there are none.
  let locals: LocalNames?
  /// The index of the call whose arguments are being read, in the summary's `calls`.
  var call: Int?
  /// Whether the statement that is being read is broken.
  private(set) var isStatementDamaged = false
  /// The callee that was looked up last. The reader of an assignment looks it up before the call is read.
  var lastCallee = Callee()

  init(
    tree: NotationText, start: Int, lines: LineCursor, functions: FunctionTable, isModel: Bool = false,
    locals: LocalNames? = nil
  ) {
    self.tree = tree
    self.start = start
    self.lines = lines
    self.functions = functions
    self.isModel = isModel
    self.locals = locals
  }

  mutating func readStatements(_ statements: Siblings, isInList: Bool, into reader: inout SummaryReader) {
    for index in statements {
      isStatementDamaged = tree.nodes[index].isDamaged
      switch tree.kind(index) {
      case .assignment:
        readAssignment(index, isInList, &reader)
      case .annotation:
        readAnnotation(index, &reader)
      case .items:
        for item in tree.children(of: index) { readExpression(item, .listItem, &reader) }
      case .codeList:
        // Lists don't nest: a second ''' closes the first.
        if !isInList { readStatements(tree.children(of: index), isInList: true, into: &reader) }
      case .expressionStatement where isModel && readExtension(index, &reader):
        break
      case .expressionStatement:
        for expression in tree.children(of: index) {
          switch tree.kind(expression) {
          case .call: readLoneCall(expression, &reader)
          case .string: noteForm(expression, .listItem, &reader)
          default: readExpression(expression, .value, &reader)
          }
        }
      case .importStatement where isModel:
        readImport(index, &reader)
      case .opaqueStatement:
        readFunction(index, &reader)
      default:
        break
      }
      if tree.kind(index) != .codeList, !isModel, !tree.nodes[index].isDamaged { findDuplicateKeys(in: index, &reader) }
    }
  }

  // MARK: - Statements

  private mutating func readAssignment(_ index: Int, _ isInList: Bool, _ reader: inout SummaryReader) {
    guard let assignment = AssignmentSyntax(tree, index) else { return }
    let (target, value) = (assignment.target, assignment.value)
    let form = form(ofValue: value)
    let wholeLines = wholeLines(of: index)
    // Looked up before the places in the value, so that the cursor doesn't go back.
    let firstLine = wholeLines.map { lines.position($0.start) }
    var occurrence: Int?
    if tree.kind(target) == .name {
      occurrence = add(target, form == .link ? .linkDefinition : .definition, &reader)
    } else {
      readExpression(target, tree.kind(target) == .attribute ? .value : .definition, &reader)
      if form == .code { noteForm(target, .definition, &reader) }
    }
    if isModel, let occurrence, readModelValue(value, of: occurrence, &reader) {
      addName(occurrence, .other, index, &reader)
      return
    }
    var call = CallContent()
    if form == .code {
      call = readCall(value, &reader)
    } else if tree.kind(value) == .assignment {
      readAssignment(value, isInList, &reader)
    } else if isForces(value) {
      readForces(value, subject: nil, &reader)
    } else {
      readExpression(value, .value, &reader)
    }
    guard let occurrence else { return }
    var lineRange: LineRange?
    if let wholeLines, let firstLine { lineRange = LineRange(firstLine, lines.position(wholeLines.end)) }
    reader.summary.definitions.append(
      Definition(
        occurrence: occurrence, form: form, metaclass: call.metaclass, displayName: call.displayName,
        isInList: isInList,
        wholeLines: lineRange))
  }

  private mutating func form(ofValue index: Int) -> Definition.Form {
    switch tree.kind(index) {
    case .name, .words: return .alias
    case .subscript, .attribute:
      return tree.firstChild(of: index).map { form(ofValue: $0) } == .link ? .link : .other
    case .call:
      switch callee(of: index).form.meaning {
      case .code: return .code
      case .relation(.impact): return .other
      case .relation: return .link
      case .nothing, .metaclass, .stereotype: return .other
      }
    default: return .other
    }
  }

  /// `name: {force: impact}` without a call.
  private mutating func readAnnotation(_ index: Int, _ reader: inout SummaryReader) {
    guard let annotation = AssignmentSyntax(tree, index) else { return }
    if !isModel, form(ofValue: annotation.value) == .code {
      noteColon(between: annotation.target, and: annotation.value, &reader)
      return readExpression(annotation.value, .value, &reader)
    }
    readForceEntry(key: annotation.target, value: annotation.value, subject: nil, &reader)
  }

  // MARK: - Expressions

  /// Reads an expression whose names have the given role, unless a call or a keyword gives them another.
  mutating func readExpression(_ index: Int, _ role: Role, _ reader: inout SummaryReader) {
    switch tree.kind(index) {
    case .name:
      if !isLocal(index) { _ = add(index, role, &reader) }
    case .words:
      readWords(tree.range(index).shifted(by: start), role, &reader)
    case .call:
      _ = readCall(index, &reader)
    case .keywordArgument:
      readKeyword(index, &reader)
    case .attribute where isModel:
      // `data_model.cache`: the member of an imported file.
      readObject(of: index, .value, &reader)
      if let member = tree.member(of: index) { _ = add(member, role, &reader) }
    case .attribute:
      // What stands after the dot is no code.
      readObject(of: index, role, &reader)
    case .binary where isHyphenated(index):
      readWords(tree.range(index).shifted(by: start), role, &reader)
    case .subscript, .list, .tuple, .dictionary, .entry, .binary, .star:
      for child in tree.children(of: index) { readExpression(child, role, &reader) }
    default:
      break
    }
  }

  /// What stands before the dot.
  mutating func readObject(of attribute: Int, _ role: Role, _ reader: inout SummaryReader) {
    if let object = tree.firstChild(of: attribute) { readExpression(object, role, &reader) }
  }

  /// Whether an expression is names joined by hyphens, without blanks: `event-streaming`.
  private func isHyphenated(_ index: Int) -> Bool {
    guard tree.children(of: index).allSatisfy({ tree.kind($0) == .name || isHyphenated($0) }) else { return false }
    let bytes = tree.bytes(index)
    return tree.kind(index) == .binary && bytes.contains(ASCII.dash)
      && bytes.allSatisfy { $0.isIdentifierByte || $0 == ASCII.dash }
  }

  /// More words than that are no list without commas.
  private static let mostWords = 16

  /// Words where a name should stand.
  private mutating func readWords(_ range: ByteRange, _ role: Role, _ reader: inout SummaryReader) {
    let bytes = lines.bytes.clamped(to: range)
    var joined: [UInt8] = []
    var hasBlanks = false
    for byte in bytes {
      if byte.isBlankOrLineBreak { hasBlanks = true }
      if !byte.isBlankOrLineBreak, byte != ASCII.dash {
        joined.append(byte)
      } else if joined.last != ASCII.underscore {
        joined.append(ASCII.underscore)
      }
    }
    let text = reader.addText(bytes)
    let name = reader.addName(joined)
    var words: [Int] = []
    for word in bytes.split(maxSplits: Self.mostWords, whereSeparator: \.isBlankOrLineBreak) {
      words.append(reader.addName(Array(word)))
    }
    reader.summary.malformedNames.append(
      MalformedName(
        role: role, text: text, joined: name, words: words.count > Self.mostWords ? [] : words,
        isHyphenated: !hasBlanks, range: lines.range(range)))
  }

  // MARK: - Keywords and texts

  mutating func readKeyword(_ index: Int, _ reader: inout SummaryReader) {
    noteKeyword(index, &reader)
    if let keyword = KeywordSyntax(tree, index) { readExpression(keyword.value, .value, &reader) }
  }

  /// What a string says, in the summary's texts; nil for anything else.
  func text(_ index: Int, _ reader: inout SummaryReader) -> ByteRange? {
    StringSyntax(tree, index).map { reader.addText($0) }
  }

  /// Whether a node is a name that Python gives a meaning of its own there.
  func isLocal(_ index: Int) -> Bool {
    locals?.contains(tree.range(index), in: tree.bytes) == true
  }

  mutating func add(_ index: Int, _ role: Role, _ reader: inout SummaryReader) -> Int {
    reader.add(tree.bytes(index), at: start + tree.range(index).start, role, &lines)
  }
}
