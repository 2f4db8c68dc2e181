// Reads what a page says about itself: broken forms with their mends, source blocks, leftovers of the template, comments
// for seed-lsp.

internal import SeedSyntax

extension SummaryReader {
  // MARK: - Form

  mutating func addProblems(of tree: NotationTree, in code: ByteRange, _ lines: inout LineCursor) {
    guard !tree.problems.isEmpty else { return }
    let mender = FormMender(text: lines.bytes.clamped(to: code), tree: tree)
    for problem in tree.problems {
      let mend = mender.mend(problem)
      summary.formProblems.append(
        FormProblem(
          kind: .syntax(problem.kind), range: lines.range(problem.range.shifted(by: code.start)),
          statement: problem.kind.isOfText ? nil : lines.range(problem.statement.shifted(by: code.start)),
          mend: mend.map { LineEdit(lines.range($0.edit.range.shifted(by: code.start)), $0.edit.newText) },
          isMendSafe: mend?.isSafe ?? false))
    }
  }

  /// A fence without its end, which belongs behind the last line that isn't blank.
  mutating func add(unclosed fence: Fence, _ lines: inout LineCursor) {
    let bytes = lines.bytes
    let code = bytes.trimmed(fence.code)
    let lastLine = code.isEmpty ? bytes.lineContentEnd(from: fence.info.end) : code.end
    let firstBreak = bytes.lineContentEnd(from: fence.info.end)
    var newText = Array(bytes.clamped(to: ByteRange(firstBreak, bytes.lineEnd(afterContentEnd: firstBreak))))
    if newText.isEmpty { newText = [ASCII.newline] }
    newText.append(contentsOf: bytes.clamped(to: fence.opener))
    // Where something else than statements and names was read as code, the block probably ended before it.
    let isSafe = fence.tree?.nodes.allSatisfy { $0.kind != .words && $0.kind != .unexpected } ?? false
    let range = lines.range(fence.opener)
    let mend = LineEdit(lines.range(ByteRange(at: lastLine)), String(decoding: newText, as: UTF8.self))
    summary.formProblems.append(FormProblem(kind: .unclosedFence, range: range, mend: mend, isMendSafe: isSafe))
  }

  // MARK: - Templates

  /// The bullets of the template, `- <ins>Option: </ins>`, that have no text; neighbours are taken together. Bullets below one,
  /// indented further, are its text.
  mutating func readRemnants(_ lines: inout LineCursor) {
    let bytes = lines.bytes
    guard bytes.offset(of: "<ins>") != nil else { return }
    var run: ByteRange?
    // The last bullet of the run, which the next line may fill, and what the run is without it.
    var last: (indentation: Int, runBefore: ByteRange?) = (0, nil)
    var start = 0
    while start < bytes.count {
      let end = bytes.lineContentEnd(from: start)
      let line = bytes.trimmed(ByteRange(start, end))
      let indentation = line.start - start
      if !line.isEmpty, run != nil, indentation > last.indentation { run = last.runBefore }
      if isEmptyBullet(bytes.clamped(to: line)) {
        last = (indentation, run)
        run = ByteRange(run?.start ?? line.start, line.end)
      } else if !line.isEmpty, let current = run {
        summary.remnants.append(TemplateRemnant(kind: .bullets, range: lines.range(current)))
        run = nil
      }
      start = bytes.lineEnd(afterContentEnd: end)
    }
    if let run { summary.remnants.append(TemplateRemnant(kind: .bullets, range: lines.range(run))) }
  }

  private func isEmptyBullet(_ line: UnsafeBufferPointer<UInt8>) -> Bool {
    guard line.first == ASCII.dash || line.first == ASCII.star else { return false }
    let text = line.clamped(to: line.trimmed(ByteRange(1, line.count)))
    guard text.starts(with: "<ins>".utf8), let end = text.offset(of: "</ins>") else { return false }
    return end + 6 == text.count && text.clamped(to: text.trimmed(ByteRange(5, end))).last == ASCII.colon
  }

  // MARK: - Comments

  mutating func readSuppressions(_ tree: NotationTree, at start: Int, _ lines: inout LineCursor) {
    guard !tree.comments.isEmpty else { return }
    var suppressions = SuppressionReader(lines: lines)
    for comment in tree.comments {
      suppressions.read(comment: comment.shifted(by: start), into: &self)
    }
  }
}

extension Block {
  /// Whether comments of Markdown can stand in the block.
  var canHaveComments: Bool {
    switch kind {
    case .coding, .listing, .strayFence, .model, .conflict: false
    case .blank, .field, .heading, .trace, .label, .unfencedCoding, .quotation, .image, .openCoding, .prose, .comment:
      true
    }
  }
}
