// Reads what is wrong with the blocks of a page: fences, comments, headings, and the conflicts of a merge.

internal import SeedSyntax

extension SummaryReader {
  /// A fence that begins nothing goes with its line; in quoted text, only if somebody says so.
  mutating func add(strayFenceIn region: BlockContext.Region, _ lines: inout LineCursor) {
    let bytes = lines.bytes
    let line = ByteRange(0, bytes.lineEnd(afterContentEnd: bytes.lineContentEnd(from: 0)))
    let range = lines.range(bytes.trimmed(line))
    add(.strayFence, range, mend: (line, ""), isSafe: region != .quoted && region != .preamble, &lines)
  }

  /// Notation without a fence: neighbours are one finding. A list of names alone needs none.
  ///
  /// - Parameter isBehindUnfenced: whether the block before is such notation, too.
  mutating func add(unfenced tree: NotationTree, isBehindUnfenced: Bool, _ lines: inout LineCursor) {
    guard tree.topLevel.contains(where: { tree.nodes[$0].kind != .items }) else { return }
    let last = summary.formProblems.lastIndex { $0.kind == .statementsWithoutFence }
    let bytes = lines.bytes
    var ahead = lines
    let text = bytes.trimmed(ByteRange(0, bytes.count))
    var range = ahead.range(text)
    let firstBreak = bytes.lineContentEnd(from: 0)
    let lineBreak = bytes.clamped(to: ByteRange(firstBreak, bytes.lineEnd(afterContentEnd: firstBreak)))
    let closer = String(decoding: lineBreak.isEmpty ? [ASCII.newline] : Array(lineBreak), as: UTF8.self) + "```"
    let mend = LineEdit(ahead.range(ByteRange(at: text.end)), closer)
    if isBehindUnfenced, let last {
      range = LineRange(summary.formProblems[last].range.start, range.end)
      summary.formProblems.remove(at: last)
    }
    summary.formProblems.append(
      FormProblem(kind: .statementsWithoutFence, range: range, mend: mend, isMendSafe: false))
  }

  /// A comment that never ends is closed at the end of its line.
  mutating func add(unclosedCommentIn block: Block, _ lines: inout LineCursor) {
    guard let start = block.startOfUnclosedComment else { return }
    let bytes = lines.bytes
    let line = bytes.trimmed(ByteRange(start, bytes.lineContentEnd(from: start)))
    add(.unclosedComment, lines.range(ByteRange(start, start + 4)), mend: (ByteRange(at: line.end), " -->"), &lines)
  }

  /// The lines by which a merge marks a conflict; those of a listing belong to the quoted article.
  mutating func addConflictMarkers(_ block: Block, _ lines: inout LineCursor) {
    guard block.kind != .listing else { return }
    var isInConflict = block.contextBefore.isInConflict
    let bytes = lines.bytes
    bytes.forEachConflictMarker(isInConflict: &isInConflict) { marker, range in
      add(.conflict(marker), lines.range(bytes.trimmed(range)), &lines)
    }
  }

  // MARK: - Headings

  mutating func add(misspelt heading: TraceHeading, _ lines: inout LineCursor) {
    let words = heading.kind == .open ? "OPEN CODING TRACE" : "AXIAL CODING TRACE"
    guard !heading.hasRightMarks else { return add(misspelt: heading.words, words, &lines) }
    let newText = heading.kind == .source ? "**\(words)**: source and references" : "**\(words):**"
    add(.misspeltHeading, lines.range(heading.range), mend: (heading.range, newText), isSafe: true, &lines)
  }

  /// - Parameter range: the words of a heading; the blank before them may be missing.
  mutating func add(misspelt range: ByteRange, _ words: String, _ lines: inout LineCursor) {
    let blank = lines.bytes.byte(at: range.start - 1) == ASCII.hash ? " " : ""
    add(.misspeltHeading, lines.range(range), mend: (range, blank + words), isSafe: true, &lines)
  }

  private mutating func add(
    _ kind: FormProblem.Kind, _ range: LineRange, mend: (range: ByteRange, newText: String)? = nil,
    isSafe: Bool = false, _ lines: inout LineCursor
  ) {
    let edit = mend.map { LineEdit(lines.range($0.range), $0.newText) }
    summary.formProblems.append(FormProblem(kind: kind, range: range, mend: edit, isMendSafe: isSafe))
  }
}
