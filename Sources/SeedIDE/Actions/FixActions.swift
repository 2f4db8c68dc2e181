// The fixes that the rules propose, one by one and all together, and the comments that silence a finding.

internal import SeedModel
internal import SeedSyntax

extension Snapshot {
  /// The fixes of one finding. Where there is only one, and it is safe, it is what is most likely wanted.
  func fixes(of finding: Finding) -> [NoteAction] {
    var lines = LineWalker(syntax)
    return finding.fixes.map { fix in
      NoteAction(
        title: fix.title, kind: .fix, findings: [finding], isPreferred: fix.isSafe && finding.fixes.count == 1,
        outcome: .edit(edit(replacements(fix, &lines))))
    }
  }

  /// Every fix of the note that is safe and the only one of its kind; nil if there is none.
  ///
  /// Of fixes that touch each other the first is made; the others have to wait until the note was checked again.
  func fixAll(_ findings: [Finding]) -> NoteAction? {
    var mended: [Finding] = []
    var accepted: [Replacement] = []
    var known: Set<Replacement> = []
    var occupied = OccupiedRanges()
    var lines = LineWalker(syntax)
    for finding in findings {
      let safe = finding.fixes.filter(\.isSafe)
      guard safe.count == 1, let fix = safe.first else { continue }
      let wanted = replacements(fix, &lines)
      // Two findings may be mended by the same fix.
      let isKnown = known.isSuperset(of: wanted)
      guard isKnown || occupied.insert(wanted.map(\.range)) else { continue }
      mended.append(finding)
      if !isKnown { accepted += wanted }
      known.formUnion(wanted)
    }
    guard !accepted.isEmpty else { return nil }
    return NoteAction(
      title: mended.count == 1
        ? "Fix the one finding that is safe to fix" : "Fix all \(mended.count) findings that are safe to fix",
      kind: .fixAll, findings: mended, outcome: .edit(edit(accepted)))
  }

  private func replacements(_ fix: Fix, _ lines: inout LineWalker) -> [Replacement] {
    fix.edits.map { Replacement(range: lines.bytes(of: $0.range), newText: $0.newText) }
  }

  // MARK: - Suppression

  /// Comments that silence findings; one for each rule and line.
  func suppressions(of findings: [Finding]) -> [NoteAction] {
    var seen: Set<String> = []
    return findings.compactMap { finding in
      guard seen.insert("\(finding.rule) \(finding.range.start.line)").inserted,
        let replacement = suppression(of: finding)
      else { return nil }
      return NoteAction(
        title: "Ignore `\(finding.rule)` on this line", kind: .fix, findings: [finding],
        outcome: .edit(edit([replacement])))
    }
  }

  private func suppression(of finding: Finding) -> Replacement? {
    let offset = byteRange(of: finding.range).start
    guard finding.rule != "unused-suppression", let place = syntax.block(at: offset) else { return nil }
    if let comment = suppression(onLine: Int(finding.range.start.line)), let last = comment.rules.last {
      let end = byteRange(of: last.range.movedDown(by: syntax.startLine(ofPage: place.page))).end
      return Replacement(range: ByteRange(at: end), newText: ", " + finding.rule)
    }
    let line = syntax.line(at: offset)
    if case .label = place.block.content {
      // Behind the label the comment would be part of it.
      let text = "<!-- seed-lsp: ignore[\(finding.rule)] -->" + syntax.lineBreak(at: line.end)
      return Replacement(range: ByteRange(at: line.start), newText: text)
    }
    guard let code = CodingBlock(place), code.range.contains(line), canEndInComment(line, code) else { return nil }
    let blank = syntax.bytes(in: ByteRange(line.end - 1, line.end)).first?.isBlank == true ? "" : "  "
    return Replacement(range: ByteRange(at: line.end), newText: blank + "# seed-lsp: ignore[\(finding.rule)]")
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
