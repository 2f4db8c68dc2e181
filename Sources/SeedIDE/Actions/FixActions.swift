// The fixes that the rules propose, one by one and all together, and the comments that silence a finding.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// The fixes of one finding. Where there is only one, and it is safe, it is what is most likely wanted.
  func fixes(of finding: Finding) -> [NoteAction] {
    var lines = LineWalker(syntax)
    return finding.fixes.map { fix in
      NoteAction(
        title: fix.title, kind: .fix, findings: [finding], isPreferred: fix.isSafe && finding.fixes.count == 1,
        outcome: .edit(edit(fix.edits.map { ByteEdit(lines.bytes(of: $0.range), $0.newText) })))
    }
  }

  /// Every safe fix of the note, made as `check --fix` makes them; nil if there is none to make.
  func fixAll(_ findings: [Finding], _ checked: CheckedStudy) -> NoteAction? {
    guard findings.contains(where: { $0.safeFix != nil }) else { return nil }
    var fixer = StudyFixer(checked) {
      $0.findings(in: $1)
    } load: {
      $0 == self.document ? self.syntax : nil
    }
    fixer.run([document])
    guard let note = fixer.fixedNotes.first else { return nil }
    let mended = findings.filter { finding in finding.safeFix.map { !note.refused.contains($0) } ?? false }
    return NoteAction(
      title: mended.count == 1
        ? "Fix the one finding that is safe to fix" : "Fix all \(mended.count) findings that are safe to fix",
      kind: .fixAll, findings: mended,
      outcome: .edit(StudyEdit(notes: [NoteEdit(document: document, original: syntax, edits: note.edits)])))
  }

  // MARK: - Suppression

  /// Comments that silence findings; one for each rule and line.
  func suppressions(of findings: [Finding]) -> [NoteAction] {
    var seen: Set<String> = []
    return findings.compactMap { finding in
      guard seen.insert("\(finding.rule) \(finding.range.start.line)").inserted,
        let comment = suppression(of: finding)
      else { return nil }
      return NoteAction(
        title: "Ignore `\(finding.rule)` on this line", kind: .fix, findings: [finding],
        outcome: .edit(edit([comment])))
    }
  }

  private func suppression(of finding: Finding) -> ByteEdit? {
    let offset = byteRange(of: finding.range).start
    guard finding.rule != Rules.unusedSuppression.name, let place = syntax.block(at: offset) else { return nil }
    if let comment = suppression(onLine: Int(finding.range.start.line)), let last = comment.rules.last {
      let end = byteRange(of: last.range.movedDown(by: syntax.startLine(ofPage: place.page))).end
      return ByteEdit(ByteRange(at: end), ", " + finding.rule)
    }
    let line = syntax.line(at: offset)
    if case .label = place.block.content {
      // Behind the label the comment would be part of it.
      let text = "<!-- seed-lsp: ignore[\(finding.rule)] -->" + syntax.lineBreak(at: line.end)
      return ByteEdit(ByteRange(at: line.start), text)
    }
    guard let code = CodingBlock(place), code.range.contains(line), canEndInComment(line, code) else { return nil }
    let blank = syntax.bytes(in: ByteRange(line.end - 1, line.end)).first?.isBlank == true ? "" : "  "
    return ByteEdit(ByteRange(at: line.end), blank + "# seed-lsp: ignore[\(finding.rule)]")
  }

  /// The comment that silences something on a line already.
  private func suppression(onLine line: Int) -> Suppression? {
    guard let note = study[document] else { return nil }
    for (index, page) in note.summary.pages.enumerated() {
      let relative = line - note.startLine(ofPage: index)
      if let found = page.suppressions.first(where: { $0.scope == .line(relative) }) { return found }
    }
    return nil
  }

  /// Whether a comment at the end of a line would be one: not inside a string, nor behind a comment or a `\`.
  private func canEndInComment(_ line: ByteRange, _ code: CodingBlock) -> Bool {
    if syntax.bytes(in: ByteRange(line.end - 1, line.end)).first == UInt8(ascii: "\\") { return false }
    let end = line.end - code.range.start
    let isBehindComment = code.tree.comments.contains { $0.touches(end) }
    let isInString = code.tree.nodes.contains { node in
      node.kind == .string && node.range.start < end && end < node.range.end
    }
    return !isBehindComment && !isInString
  }
}

extension ByteRange {
  /// Whether two ranges overlap, or are insertions at the same place.
  func meets(_ other: ByteRange) -> Bool {
    self == other || (start < other.end && other.start < end)
  }
}
