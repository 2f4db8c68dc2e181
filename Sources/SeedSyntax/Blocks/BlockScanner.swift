// Divides a note into blocks, one at a time, from a known context: what parsing and reparsing share.

/// Finds the block that the bytes begin with, knowing only the context before it.
struct BlockScanner {
  let lines: LineClassifier
  private let hasCarriageReturns: Bool
  /// What hides parts of the text, where there may be something to hide.
  var hiding: HidingText?
  var bytes: UnsafeBufferPointer<UInt8> { lines.bytes }

  /// - Parameters:
  ///   - bytes: what follows from the start of a line on, not empty.
  ///   - hasCarriageReturns: false if it is known that the bytes have none.
  init(_ bytes: UnsafeBufferPointer<UInt8>, hasCarriageReturns: Bool, hiding: HidingText? = nil) {
    lines = LineClassifier(bytes: bytes)
    self.hasCarriageReturns = hasCarriageReturns
    self.hiding = hiding
  }

  /// A line's extent: from `start` to `contentEnd`, the next one from `end`.
  struct Line {
    let start: Int
    let contentEnd: Int
    let end: Int

    var lineBreakCount: Int { end > contentEnd ? 1 : 0 }
  }

  /// The line at an offset outside every fence.
  @inline(__always)
  private mutating func line(at start: Int) -> Line {
    if let isInConflict = hiding?.isInConflict { hiding?.hide(inLineAt: start, isInConflict: isInConflict) }
    return lineOfFence(at: start)
  }

  /// The line at an offset where comments are none.
  @inline(__always)
  func lineOfFence(at start: Int) -> Line {
    line(start, contentEnd: bytes.lineContentEnd(from: start, hasCarriageReturns: hasCarriageReturns))
  }

  @inline(__always)
  private func line(_ start: Int, contentEnd: Int) -> Line {
    let end = hasCarriageReturns ? bytes.lineEnd(afterContentEnd: contentEnd) : min(contentEnd + 1, bytes.count)
    return Line(start: start, contentEnd: contentEnd, end: end)
  }

  mutating func block(context: BlockContext) -> ScannedBlock {
    hiding?.isInConflict = context.isInConflict
    let first = line(at: 0)
    hiding?.passLine(at: 0)
    var block = ScannedBlock(
      kind: .prose, count: first.end, lineBreakCount: first.lineBreakCount, contextAfter: context)
    switch lines.form(of: first.start, first.contentEnd) {
    case .blank:
      block.kind = hidesLine(at: 0) ? kindOfHidden(context) : .blank
    case .heading(let text):
      scanHeading(first, text, context, &block)
    case .trace(let heading):
      block.kind = .trace
      block.opening = .trace(heading)
      block.contextAfter.region =
        switch heading.kind {
        case .open: .open
        case .axial: .axial
        case .source: .source
        }
    case .fence(let ticks, let info):
      scanFence(ticks, info, context, &block)
    case .quotation:
      block.kind = .quotation
      block.contextAfter.region = .quoted
      extendParagraph(&block)
    case .image:
      block.kind = .image
      if context.region.isTrace { block.contextAfter.region = .quoted }
    case .plain:
      scanPlain(first, context, &block)
    }
    takeBlankLines(&block)
    if hiding != nil { finishHiding(&block) }
    return block
  }

  // MARK: - Kinds of blocks

  private mutating func scanHeading(
    _ first: Line, _ text: ByteRange, _ context: BlockContext, _ block: inout ScannedBlock
  ) {
    block.kind = .heading
    let isBehindHeader = context.region == .header || context.region == .source
    let isCoding = lines.isCodingHeading(text)
    let isMisspelt = !isCoding && isBehindHeader && lines.isMisspeltCodingHeading(text)
    if isCoding || isMisspelt {
      block.contextAfter.region = .quoted
      // The blank behind `#` may be all that is missing.
      if isMisspelt || bytes.byte(at: text.start - 1) == ASCII.hash { block.opening = .misspeltCoding(text) }
      return
    }
    let isSourceHeading = lines.isSourceHeading(text)
    switch context.region {
    case .preamble where isSourceHeading, .header where isSourceHeading || lines.isSubheading(text),
      .source where isSourceHeading || lines.isFieldOfSource(text):
      block.kind = .field
      block.opening = .field(name: text, lineEnd: first.contentEnd, isSourceHeading: isSourceHeading)
      if context.region == .preamble { block.contextAfter.region = .header }
      extendParagraph(&block)
    case .preamble:
      break
    case .header, .source, .quoted, .open, .axial, .labelled:
      // `## post1`: what follows is source text again.
      block.contextAfter.region = .quoted
    }
  }

  private mutating func scanPlain(_ first: Line, _ context: BlockContext, _ block: inout ScannedBlock) {
    if let label = label(first, context, &block) {
      block.kind = .label
      block.opening = .label(label)
      block.contextAfter.region = .labelled
      return
    }
    block.contextAfter = context
    if context.region.hasLabels, let end = lines.endOfLabelBeforeList(first.start, first.contentEnd) {
      block.kind = .prose
      extendParagraph(&block)
      guard lines.isListOfCodes(ByteRange(end, block.count)) else { return }
      block.kind = .unfencedCoding
      block.opening = .listBehindLabel(end)
      block.contextAfter.region = .axial
      return
    }
    switch context.region {
    case .preamble: block.kind = .prose
    case .quoted: block.kind = .quotation
    case .open: block.kind = lines.startsStatement(first.start, first.contentEnd) ? .unfencedCoding : .openCoding
    case .header, .source, .axial, .labelled:
      let isNotation =
        lines.startsStatement(first.start, first.contentEnd) || lines.startsList(first.start, first.contentEnd)
      block.kind = isNotation ? .unfencedCoding : .prose
    }
    extendParagraph(&block)
    guard context.region == .labelled else { return }
    block.contextAfter.region = .axial
    if block.kind == .prose, lines.isListOfCodes(ByteRange(0, block.count)) { block.kind = .unfencedCoding }
  }

  // MARK: - Extents

  /// Adds the plain lines that run on from the block's first line.
  private mutating func extendParagraph(_ block: inout ScannedBlock) {
    let isQuotation = block.kind == .quotation
    while block.count < bytes.count {
      let next = line(at: block.count)
      switch lines.form(of: next.start, next.contentEnd) {
      case .plain:
        if block.kind != .field, endsParagraph(next, &block) { return }
      case .quotation where isQuotation:
        break
      case .blank where block.kind == .field && hidesLine(at: next.start):
        break
      default:
        return
      }
      hiding?.passLine(at: next.start)
      block.add(next)
    }
    block.reachedEnd = true
  }

  /// Whether a plain line is no part of the paragraph before it: a label, or a statement behind prose.
  private mutating func endsParagraph(_ line: Line, _ block: inout ScannedBlock) -> Bool {
    if label(line, block.contextAfter, &block) != nil { return true }
    let region = block.contextAfter.region
    guard region.isTrace, block.kind != .quotation, block.kind != .unfencedCoding else { return false }
    if lines.startsStatement(line.start, line.contentEnd) { return true }
    return region.hasLabels && lines.endOfLabelBeforeList(line.start, line.contentEnd) != nil
  }

  private func takeBlankLines(_ block: inout ScannedBlock) {
    // What is hidden is no blank line, whether it has been made blank yet or not.
    var lines = lines
    if let original = hiding?.original { lines = LineClassifier(bytes: original) }
    while block.count < bytes.count {
      // Nearly always the first byte tells; the end of the line is looked for only if it is blank.
      let contentEnd = lines.firstNonBlank(from: block.count)
      guard contentEnd == bytes.count || bytes[contentEnd].isLineBreak else { return }
      block.add(line(block.count, contentEnd: contentEnd))
    }
    block.reachedEnd = true
  }

  /// The label that a line is. Words like `added:` are one in source text only directly before a fence or another label.
  private mutating func label(_ line: Line, _ context: BlockContext, _ block: inout ScannedBlock) -> Label? {
    guard let label = lines.label(line.start, line.contentEnd) else { return nil }
    if label.kind == .addCodes { return label }
    if context.region == .axial || context.region == .labelled { return label }
    let isInConflict = hiding?.isInConflict ?? false
    defer { hiding?.isInConflict = isInConflict }
    var next = line.end
    var isBehindHidden = false
    while next < bytes.count {
      let following = self.line(at: next)
      hiding?.passLine(at: next)
      if isBehindHidden { hiding?.look(to: following.end) }
      switch lines.form(of: following.start, following.contentEnd) {
      case .blank:
        isBehindHidden = isBehindHidden || hidesLine(at: next)
        next = following.end
      case .fence: return label
      case .plain: return lines.label(following.start, following.contentEnd) != nil ? label : nil
      default: return nil
      }
    }
    block.reachedEnd = true
    return nil
  }
}

// MARK: - What is hidden

extension BlockScanner {
  /// Whether a line that is blank is so only because what stands there doesn't count.
  private func hidesLine(at start: Int) -> Bool {
    guard let original = hiding?.original else { return false }
    let first = LineClassifier(bytes: original).firstNonBlank(from: start)
    return first < original.count && !original[first].isLineBreak
  }

  /// What a block is whose first line is hidden.
  private func kindOfHidden(_ context: BlockContext) -> BlockKind {
    let marker = hiding?.original.conflictMarker(at: 0, isInConflict: context.isInConflict)
    return marker == nil ? .comment : .conflict
  }

  /// Completes a block of a text in which something may be hidden.
  private mutating func finishHiding(_ block: inout ScannedBlock) {
    if case .fence(let layout) = block.opening { hiding?.hideConflicts(layout.code.start, layout.code.end) }
    guard let hiding else { return }
    let original = hiding.original.clamped(to: ByteRange(0, block.count))
    // What a listing shows is the article's own.
    if block.kind != .listing { block.contextAfter.isInConflict = hiding.isInConflict }
    // Comments hide line breaks, too.
    block.lineBreakCount = original.lineBreakCount
    block.hidesText = !original.elementsEqual(bytes.clamped(to: ByteRange(0, block.count)))
    block.hasUnclosedComment = hiding.unclosedComment.map { $0 < block.count } ?? false
    if hiding.farthest == .max {
      block.lookahead = .wholeText
      block.reachedEnd = true
    } else if hiding.farthest > block.count + block.lookahead.count {
      block.lookahead = Lookahead(hiding.farthest - block.count)
    }
  }
}

extension ScannedBlock {
  /// Adds the line that follows.
  @inline(__always)
  mutating func add(_ line: BlockScanner.Line) {
    count = line.end
    lineBreakCount += line.lineBreakCount
  }
}

extension LineClassifier {
  /// `# s`, `# p` or `# s21`: the heading that opens the header.
  func isSourceHeading(_ text: ByteRange) -> Bool {
    !isSubheading(text) && Self.isSourceID(bytes.clamped(to: text))
  }

  /// Whether a heading, given by its text, has more than one `#`.
  func isSubheading(_ text: ByteRange) -> Bool {
    var mark = text.start - 1
    while bytes.byte(at: mark).isBlank { mark -= 1 }
    return bytes.byte(at: mark - 1) == ASCII.hash
  }

  /// Whether a heading behind the heading of the source block still belongs to the header: `## references` often stands
  /// there, and `## post1` begins the quoted text of notes without `# coding`.
  func isFieldOfSource(_ text: ByteRange) -> Bool {
    guard isSubheading(text) else { return false }
    let fields: [StaticString] = ["references", "url", "title", "example"]
    if fields.contains(where: { isWord($0, text) }) { return true }
    let pairs: [(StaticString, StaticString)] = [
      ("tiny", "url"), ("archive", "url"), ("source", "code"), ("source", "type"), ("author", "type"),
    ]
    return pairs.contains { first, second in
      var offset = text.start
      return skipWord(first, &offset, text.end) && skipWord(second, &offset, text.end)
    }
  }

  /// Whether a paragraph is a list of codes that its author forgot to fence: identifiers separated by commas or line ends,
  /// at least one of them with an underscore, which plain words don't have.
  func isListOfCodes(_ range: ByteRange) -> Bool {
    var isPlain = true
    var afterWord = false
    var offset = range.start
    let end = Swift.min(range.end, bytes.count)
    while offset < end {
      let byte = bytes[offset]
      if byte.isIdentifierStart && byte < 0x80 {
        guard !afterWord else { return false }
        while offset < end, bytes[offset].isIdentifierByte {
          if bytes[offset] >= 0x80 { return false }
          if bytes[offset] == ASCII.underscore { isPlain = false }
          offset += 1
        }
        afterWord = true
        continue
      }
      if byte == ASCII.comma || byte.isLineBreak {
        afterWord = false
      } else if !byte.isBlank {
        return false
      }
      offset += 1
    }
    return !isPlain
  }

  func isWord(_ word: StaticString, _ range: ByteRange) -> Bool {
    var offset = range.start
    return skipWord(word, &offset, range.end)
  }

  /// Whether a line begins a list of codes in quotes.
  func startsList(_ start: Int, _ contentEnd: Int) -> Bool {
    let first = firstNonBlank(from: start)
    return first < contentEnd && (bytes.hasText("'''", at: first) || bytes.hasText("\"\"\"", at: first))
  }

  /// Whether a line outside every fence is plainly a statement of the notation: `name = CClass(…`, `add_links(…`.
  func startsStatement(_ start: Int, _ contentEnd: Int) -> Bool {
    var offset = start
    while offset < contentEnd, bytes[offset].isBlank { offset += 1 }
    let wordStart = offset
    while offset < contentEnd, bytes[offset].isIdentifierByte { offset += 1 }
    guard offset > wordStart else { return false }
    if offset < contentEnd, bytes[offset] == UInt8(ascii: "(") {
      return isFunctionOfNotation(at: wordStart)
    }
    while offset < contentEnd, bytes[offset].isBlank { offset += 1 }
    guard offset < contentEnd, bytes[offset] == UInt8(ascii: "=") else { return false }
    offset += 1
    return skipWord("cclass", &offset, contentEnd)
  }

  func isFunctionOfNotation(at offset: Int) -> Bool {
    let functions: [StaticString] = ["add_links", "add_decision_", "add_force_", "add_stereotyped_"]
    return functions.contains { bytes.hasText($0, at: offset) }
  }
}
