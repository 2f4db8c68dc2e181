// Reads what is wrong with the blocks of a page: fences, comments, headings, and the conflicts of a merge.

internal import SeedSyntax

extension SummaryReader {
  /// A fence that begins nothing goes with its line.
  mutating func add(stray fence: Fence, _ lines: inout LineCursor) {
    let bytes = lines.bytes
    let line = ByteRange(0, bytes.lineEnd(afterContentEnd: bytes.lineContentEnd(from: 0)))
    let range = lines.range(bytes.trimmed(line))
    add(.strayFence, range, TextMend(range: line, newText: [], isSafe: true), &lines)
  }

  /// Notation without a fence: neighbours are one finding. A list of names alone needs none.
  ///
  /// - Parameter isBehindUnfenced: whether the block before is such notation, too.
  mutating func add(unfenced tree: NotationTree, isBehindUnfenced: Bool, _ lines: inout LineCursor) {
    guard tree.topLevel.contains(where: { tree.nodes[$0].kind != .items }) else { return }
    let last = summary.formProblems.lastIndex { $0.kind == .statementsWithoutFence }
    var ahead = lines
    let range = ahead.range(lines.bytes.trimmed(ByteRange(0, lines.bytes.count)))
    guard isBehindUnfenced, let last else { return add(.statementsWithoutFence, range, nil, &lines) }
    let start = summary.formProblems[last].range.start
    summary.formProblems[last] = FormProblem(
      kind: .statementsWithoutFence, range: LineRange(start, range.end), mend: nil)
  }

  /// A comment that never ends is closed at the end of its line.
  mutating func add(unclosedCommentIn block: Block, _ lines: inout LineCursor) {
    guard let start = block.startOfUnclosedComment else { return }
    let bytes = lines.bytes
    let line = bytes.trimmed(ByteRange(start, bytes.lineContentEnd(from: start)))
    let mend = TextMend(range: ByteRange(at: line.end), newText: Array(" -->".utf8), isSafe: false)
    add(.unclosedComment, lines.range(ByteRange(start, start + 4)), mend, &lines)
  }

  /// The lines by which a merge marks a conflict; those of a listing belong to the quoted article.
  mutating func addConflictMarkers(_ block: Block, _ lines: inout LineCursor) {
    guard block.kind != .listing else { return }
    var isInConflict = block.contextBefore.isInConflict
    let bytes = lines.bytes
    bytes.forEachConflictMarker(isInConflict: &isInConflict) { marker, range in
      add(.conflict(marker), lines.range(bytes.trimmed(range)), nil, &lines)
    }
  }

  // MARK: - Headings

  mutating func add(misspelt heading: TraceHeading, _ lines: inout LineCursor) {
    let words = heading.kind == .open ? "OPEN CODING TRACE" : "AXIAL CODING TRACE"
    guard !heading.hasRightMarks else { return add(misspelt: heading.words, words, &lines) }
    let newText = heading.kind == .source ? "**\(words)**: source and references" : "**\(words):**"
    let mend = TextMend(range: heading.range, newText: Array(newText.utf8), isSafe: true)
    add(.misspeltHeading, lines.range(heading.range), mend, &lines)
  }

  /// - Parameter range: the words of a heading; the blank before them may be missing.
  mutating func add(misspelt range: ByteRange, _ words: String, _ lines: inout LineCursor) {
    let blank = lines.bytes.byte(at: range.start - 1) == ASCII.hash ? " " : ""
    let mend = TextMend(range: range, newText: Array((blank + words).utf8), isSafe: true)
    add(.misspeltHeading, lines.range(range), mend, &lines)
  }

  private mutating func add(
    _ kind: FormProblem.Kind, _ range: LineRange, _ mend: TextMend?, _ lines: inout LineCursor
  ) {
    let kept = mend.map { keep($0, shiftedBy: 0, &lines) }
    summary.formProblems.append(FormProblem(kind: kind, range: range, mend: kept))
  }
}
