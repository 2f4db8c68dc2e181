// Reads a page's blocks into its summary.

public import SeedSyntax

extension PageSummary {
  /// Summarises the blocks of a page.
  public convenience init(_ page: Page, _ vocabulary: Vocabulary = .standard) {
    var reader = SummaryReader(functions: vocabulary.functions, fieldNames: vocabulary.fieldNames)
    reader.makeRoom(for: page)
    reader.summary.beginsInConflict = page.blocks.first?.contextBefore.isInConflict ?? false
    page.blocks.withUnsafeBufferPointer { blocks in
      for index in blocks.indices { reader.readBlock(at: index, of: blocks) }
    }
    self.init(reader.finish())
  }
}

/// Builds a summary block by block.
struct SummaryReader {
  let functions: FunctionTable
  let fieldNames: SourceFieldNames?
  var summary = PageSummary.Contents()
  private var names = NameListBuilder()
  private var passedOver = PassedOverWords()
  /// The line of the page on which the next block starts.
  private var line = 0

  init(functions: FunctionTable, fieldNames: SourceFieldNames?) {
    self.functions = functions
    self.fieldNames = fieldNames
  }

  /// Reads one of a page's blocks in place: to pass the block itself would copy it.
  mutating func readBlock(at index: Int, of blocks: UnsafeBufferPointer<Block>) {
    defer { line += blocks[index].lineBreakCount }
    // Most blocks are quotations.
    if case .none = blocks[index].content, !blocks[index].hidesText, !blocks[index].hasUnclosedComment { return }
    blocks[index].text.withBytes { bytes in
      var lines = LineCursor(bytes: bytes, firstLine: line)
      switch blocks[index].content {
      case .none:
        break
      case .field(let field):
        read(field, &lines)
      case .trace(let heading):
        if heading.isMisspelt { add(misspelt: heading, &lines) }
      case .misspeltCoding(let text):
        add(misspelt: text, "coding", &lines)
      case .label(let label):
        let source = label.source.map { add($0, .label, &lines) }
        if let source { addID(ofLabel: source) }
        summary.labels.append(LabelSummary(source: source, range: lines.range(label.range)))
      case .fence where blocks[index].kind == .strayFence:
        add(strayFenceIn: blocks[index].contextBefore.region, &lines)
      case .fence(let fence):
        read(fence, &lines)
      case .unfenced(let tree) where blocks[index].kind == .model:
        readModel(tree, &lines)
      case .unfenced(let tree):
        add(unfenced: tree, isBehindUnfenced: index > 0 && blocks[index - 1].kind == .unfencedCoding, &lines)
        read(tree, in: ByteRange(0, bytes.count), &lines)
      case .prose(let mentions):
        for mention in mentions { _ = add(mention.range, mention.isListed ? .listedMention : .mention, &lines) }
        readRemnants(&lines)
      }
      if blocks[index].hasUnclosedComment { add(unclosedCommentIn: blocks[index], &lines) }
      if blocks[index].hidesText { addConflictMarkers(blocks[index], &lines) }
      if blocks[index].hidesText, blocks[index].canHaveComments {
        var comments = SuppressionReader(lines: lines)
        comments.readMarkdown(into: &self)
      }
    }
  }

  /// Makes room for what pages have much of, so that arrays aren't moved while they grow.
  mutating func makeRoom(for page: Page) {
    var sizes = SummarySizes()
    page.blocks.withUnsafeBufferPointer { blocks in
      for index in blocks.indices { sizes.add(blocks[index]) }
    }
    summary.occurrences.reserveCapacity(sizes.names)
    summary.definitions.reserveCapacity(sizes.assignments)
    summary.calls.reserveCapacity(sizes.calls)
    summary.relations.reserveCapacity(sizes.calls / 2)
    summary.headerFields.reserveCapacity(sizes.fields)
    summary.texts.reserveCapacity(sizes.textBytes)
    names.makeRoom(forOccurrences: sizes.names)
  }

  /// The summary, which is moved out of the reader. To copy its arrays and release them would take longer.
  mutating func finish() -> PageSummary.Contents {
    var summary = PageSummary.Contents()
    swap(&summary, &self.summary)
    summary.names = names.names
    summary.passedOverWords = passedOver.finish()
    summary.lineBreakCount = line
    summary.collectSourceFacts()
    return summary
  }

  private mutating func read(_ field: HeaderField, _ lines: inout LineCursor) {
    let heading = lines.bytes.clamped(to: field.name)
    let name = SourceFieldName(heading: heading) ?? fieldNames?.field(heading: heading)
    summary.headerFields.append(
      HeaderFieldSummary(
        name: addText(lines.bytes.clamped(to: field.name)), value: addText(lines.bytes.clamped(to: field.value)),
        field: name, misspelt: field.isSourceHeading ? nil : MisspeltField(field.name, name, in: lines.bytes),
        nameRange: lines.range(field.name),
        valueRange: lines.range(field.value),
        isSourceHeading: field.isSourceHeading))
  }

  private mutating func read(_ fence: Fence, _ lines: inout LineCursor) {
    if let closer = fence.closer, fence.tree != nil, lines.bytes.trimmed(fence.code).isEmpty {
      let range = lines.range(ByteRange(fence.opener.start, closer.end))
      summary.remnants.append(TemplateRemnant(kind: .emptyBlock, range: range))
    }
    if fence.closer == nil { add(unclosed: fence, &lines) }
    if let tree = fence.tree { read(tree, in: fence.code, &lines) }
  }

  private mutating func read(_ tree: NotationTree, in code: ByteRange, _ lines: inout LineCursor) {
    tree.withText(lines.bytes.clamped(to: code)) { text in
      let locals = tree.bindsLocalNames ? LocalNames(of: tree, in: text.bytes) : nil
      var reader = NotationReader(
        tree: text, start: code.start, lines: lines, functions: functions, locals: locals)
      reader.readStatements(text.statements, isInList: false, into: &self)
      var sourceReader = SourceBlockReader(tree: text, comments: tree.comments, start: code.start, lines: lines)
      sourceReader.read(into: &self)
      lines = reader.lines
      passedOver.add(text, tree.comments, locals, isModel: false)
    }
    addProblems(of: tree, in: code, &lines)
    readSuppressions(tree, at: code.start, &lines)
  }

  /// Reads a statement of a model file. Problems of its form are left to the tools for Python.
  private mutating func readModel(_ tree: NotationTree, _ lines: inout LineCursor) {
    tree.withText(lines.bytes) { text in
      let locals = tree.bindsLocalNames ? LocalNames(of: tree, in: text.bytes) : nil
      var reader = NotationReader(
        tree: text, start: 0, lines: lines, functions: functions, isModel: true, locals: locals)
      reader.readStatements(text.statements, isInList: false, into: &self)
      lines = reader.lines
      passedOver.add(text, tree.comments, locals, isModel: true)
    }
    readSuppressions(tree, at: 0, &lines)
  }

  /// Keeps the id that a label means where it writes it otherwise, `S4` or `s_04`: a note may record the id itself.
  private mutating func addID(ofLabel occurrence: Int) {
    let name = Int(summary.occurrences[occurrence].name)
    let id = names.names.withName(at: name) { text -> SourceID? in
      // Nearly all labels write the id as it is.
      let (letter, digit) = (text.byte(at: 0), text.byte(at: 1))
      let isPlain = letter == letter.lowercased && digit.isDigit && digit != UInt8(ascii: "0")
      return isPlain ? nil : SourceID(text)
    }
    if let id { _ = addName(Array(id.description.utf8)) }
  }

  // MARK: - Adding

  /// Adds an occurrence of the name at a range of the block; returns its index.
  mutating func add(_ range: ByteRange, _ role: Role, _ lines: inout LineCursor) -> Int {
    add(lines.bytes.clamped(to: range), at: range.start, role, &lines)
  }

  /// Adds an occurrence of a name that starts at an offset of the block; returns its index.
  mutating func add(
    _ name: UnsafeBufferPointer<UInt8>, hash: UInt32? = nil, at offset: Int, _ role: Role, _ lines: inout LineCursor
  ) -> Int {
    let name = names.index(of: name.span, hash: hash ?? NameHash.of(name.span))
    summary.occurrences.append(Occurrence(name: name, role: role, start: lines.position(offset)))
    return summary.occurrences.count - 1
  }

  /// The index of a name that isn't on the page, but on which the page depends.
  mutating func addName(_ bytes: [UInt8]) -> Int {
    names.index(of: bytes.span, hash: NameHash.of(bytes.span))
  }

  /// Keeps a text; returns where it stands in the summary's texts.
  mutating func addText(_ bytes: UnsafeBufferPointer<UInt8>) -> ByteRange {
    let start = summary.texts.count
    summary.texts.append(contentsOf: bytes)
    return ByteRange(start, summary.texts.count)
  }

  /// Keeps what a string says; returns where it stands in the summary's texts.
  mutating func addText(_ string: StringSyntax) -> ByteRange {
    let start = summary.texts.count
    string.appendValue(to: &summary.texts)
    return ByteRange(start, summary.texts.count)
  }
}
