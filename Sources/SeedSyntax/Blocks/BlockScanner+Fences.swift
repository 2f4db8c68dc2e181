// Where a fence ends, closed or not, and whether it holds the notation.

extension BlockScanner {
  /// Takes the lines up to the closing fence; without one, up to what can't be inside a fence.
  ///
  /// A line with `>` begins source text again if no closing fence follows, and is something that got into the block otherwise.
  mutating func scanFence(
    _ ticks: ByteRange, _ info: ByteRange, _ context: BlockContext, _ block: inout ScannedBlock
  ) {
    let isInCoding = context.region != .quoted && context.region != .preamble
    let codeStart = block.count
    var codeEnd = codeStart
    var closer: ByteRange?
    let opener = block
    // Whether the lines so far are blank or labels, as behind a fence that got there by mistake.
    var isEmpty = true
    var hasLabels = false
    var interruption: Line?
    // The block up to the first line with `>`.
    var unquoted: ScannedBlock?
    block.reachedEnd = true
    search: while codeEnd < bytes.count {
      let next = lineOfFence(at: codeEnd)
      let ending = ending(of: next, opener: ticks, isInCoding: isInCoding)
      if isEmpty, unquoted == nil, case .none = ending {
        let isLabel = info.isEmpty && lines.label(next.start, next.contentEnd) != nil
        hasLabels = hasLabels || isLabel
        isEmpty = isLabel || lines.firstNonBlank(from: next.start) >= next.contentEnd
      }
      switch ending {
      case .none, .quotation:
        if case .quotation = ending, unquoted == nil { unquoted = block }
        block.add(next)
        codeEnd = next.end
      case .closer(let ticks):
        closer = ticks
        block.add(next)
        block.reachedEnd = false
        break search
      case .interruption:
        interruption = next
        block.reachedEnd = false
        // What changes up to the end of this line may close the fence.
        if let unquoted { block.lookahead = Lookahead(next.end - unquoted.count) }
        break search
      }
    }
    if closer == nil, let unquoted {
      codeEnd = unquoted.count
      block.count = unquoted.count
      block.lineBreakCount = unquoted.lineBreakCount
      if block.reachedEnd { block.lookahead = .wholeText }
    }
    let isSuperfluous = info.isEmpty && isInCoding && !hasLabels
    if closer == nil, isEmpty, isStray(info, isSuperfluous, before: unquoted == nil ? interruption : nil) {
      let reachedEnd = block.reachedEnd
      block = opener
      block.reachedEnd = reachedEnd
      block.lookahead = interruption.map { Lookahead($0.end - opener.count) } ?? .wholeText
      block.kind = .strayFence
      block.opening = .fence(
        FenceLayout(opener: ticks, info: info, code: ByteRange(codeStart, codeStart), closer: nil))
      return
    }
    let code = ByteRange(codeStart, codeEnd)
    block.opening = .fence(FenceLayout(opener: ticks, info: info, code: code, closer: closer))
    block.kind = isCoding(code, info, context) ? .coding : .listing
    if block.kind == .coding, context.region == .open || context.region == .labelled {
      block.contextAfter.region = .axial
    }
  }

  /// Whether a fence that holds nothing but labels, and isn't closed, begins nothing: another fence or a label follows, or it
  /// closes what is closed already.
  ///
  /// - Parameters:
  ///   - isSuperfluous: what it is if nothing that a fence may hold follows.
  ///   - interruption: the line that can't stand in it; nil for source text and for the end.
  private func isStray(_ info: ByteRange, _ isSuperfluous: Bool, before interruption: Line?) -> Bool {
    guard let interruption else { return isSuperfluous }
    switch lines.form(of: interruption.start, interruption.contentEnd) {
    case .fence: return true
    case .plain: return info.isEmpty
    case .trace, .heading: return isSuperfluous
    case .blank, .quotation, .image: return false
    }
  }

  private enum FenceEnding {
    case none
    case closer(ByteRange)
    /// Source text, unless a closing fence follows.
    case quotation
    /// Something that can't be inside the fence: its author forgot to close it.
    case interruption
  }

  /// Whether a line ends the open fence.
  @inline(__always)
  private func ending(of line: Line, opener: ByteRange, isInCoding: Bool) -> FenceEnding {
    // Most lines are code, and begin with a quotation mark or a letter. Here stands every byte with which a line can begin
    // that `ending(ofSuspect:)` takes for an end.
    let first = lines.firstNonBlank(from: line.start)
    guard first < line.contentEnd else { return .none }
    switch bytes[first] {
    case ASCII.backtick, ASCII.tilde, ASCII.star, ASCII.hash, ASCII.greater, ASCII.underscore, UInt8(ascii: "a"),
      UInt8(ascii: "A"), UInt8(ascii: "O"):
      return ending(ofSuspect: line, opener: opener, isInCoding: isInCoding)
    default:
      return .none
    }
  }

  private func ending(ofSuspect line: Line, opener: ByteRange, isInCoding: Bool) -> FenceEnding {
    switch lines.form(of: line.start, line.contentEnd) {
    case .fence(let ticks, let info):
      guard bytes[ticks.start] == bytes[opener.start], ticks.count >= opener.count else { return .none }
      return info.isEmpty ? .closer(ticks) : .interruption
    case .trace:
      return .interruption
    case .quotation:
      guard isInCoding, bytes[line.start] == ASCII.greater else { return .none }
      return bytes.conflictMarker(at: line.start, isInConflict: true) == nil ? .quotation : .none
    case .heading(let text):
      return isInCoding && lines.isCodingHeading(text) ? .interruption : .none
    case .plain:
      guard isInCoding, bytes[line.start] | 0x20 == UInt8(ascii: "a") else { return .none }
      let label = lines.label(line.start, line.contentEnd)
      return label?.kind == .addCodes ? .interruption : .none
    case .blank, .image:
      return .none
    }
  }

  /// Whether a fence holds the notation: it follows a trace or a label and not quoted text, or it plainly contains some.
  private func isCoding(_ code: ByteRange, _ info: ByteRange, _ context: BlockContext) -> Bool {
    switch context.region {
    case .source, .axial, .labelled, .header: return true
    case .open where lines.isWord("python", info): return true
    case .open, .quoted, .preamble: return lines.containsNotation(code)
    }
  }
}

extension LineClassifier {
  /// Whether text contains something that only the notation has: `CClass(`, `'''` or the start of one of its functions. An
  /// article's own `parser.add_argument(` is none.
  func containsNotation(_ range: ByteRange) -> Bool {
    var offset = range.start
    let end = Swift.min(range.end, bytes.count)
    while offset < end {
      switch bytes[offset] {
      case UInt8(ascii: "C") where bytes.hasText("CClass(", at: offset):
        return true
      case UInt8(ascii: "'") where bytes.hasText("'''", at: offset):
        return true
      case UInt8(ascii: "a") where bytes.hasText("add_", at: offset) && !bytes.byte(at: offset - 1).isIdentifierByte:
        if isFunctionOfNotation(at: offset) { return true }
      default:
        break
      }
      offset += 1
    }
    return false
  }
}
