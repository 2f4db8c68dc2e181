// "Define `x` here": writes the definition of a code that is used but defined nowhere.

internal import SeedModel
internal import SeedSyntax

extension Snapshot {
  /// A definition for each undefined code among the findings, before the statement that uses it.
  func definitions(of findings: [Finding]) -> [NoteAction] {
    findings.filter { ["undefined-code", "misspelled-code"].contains($0.rule) }.compactMap { finding in
      let range = byteRange(of: finding.range)
      let name = syntax.string(in: range)
      guard Self.isIdentifier(name), !study.isDefined(name), let block = codingBlock(at: range.start),
        let statement = block.statement(at: range.start)
      else { return nil }
      let line = syntax.line(at: startOfLines(statement, block))
      let kind = inferredKind(of: name)
      let text =
        syntax.indentation(ofLineAt: line.start) + "\(name) = CClass(\(kind), \"\(Self.displayName(from: name))\")"
        + syntax.lineBreak(at: line.end)
      return NoteAction(
        title: "Define `\(name)` here as a \(kind)", kind: .fix, findings: [finding],
        outcome: .edit(edit([Replacement(range: ByteRange(at: line.start), newText: text)])))
    }
  }

  /// Where a statement starts; if another one ends on the same line, where that one starts.
  private func startOfLines(_ statement: Int, _ block: CodingBlock) -> Int {
    var start = block.range(ofNode: statement).start
    for index in Array(block.tree.topLevel).reversed() where block.range(ofNode: index).start < start {
      guard syntax.line(at: block.range(ofNode: index).end).end == syntax.line(at: start).end else { break }
      start = block.range(ofNode: index).start
    }
    return start
  }

  /// The kind of code that a name's uses in the study speak for.
  func inferredKind(of name: String) -> String {
    let roles = Set((study.nameID(name).map { study.sites(of: $0) } ?? []).map(\.role))
    if roles.contains(.decision) || name.hasSuffix("_decision") { return "decision" }
    if roles.contains(.force) { return "force" }
    // Options and what forces act on are solutions; so is most of what is only listed.
    return "practice"
  }

  /// `near_real_time_etl` as people read it: `Near real time etl`.
  static func displayName(from name: String) -> String {
    let words = name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}
