// "Define `x` here": writes the definition of a code that is used but defined nowhere.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// A definition for each undefined code among the findings, before the statement that uses it.
  func definitions(of findings: [Finding]) -> [NoteAction] {
    findings.filter { [Rules.undefinedCode.name, Rules.misspelledCode.name].contains($0.rule) }.compactMap { finding in
      let range = byteRange(of: finding.range)
      let name = syntax.string(in: range)
      // An impact or a link's meaning is no code.
      guard self.name(at: range.start)?.role?.isVocabulary != true else { return nil }
      guard Self.isIdentifier(name), !study.isDefined(name), let block = codingBlock(at: range.start),
        let statement = block.statement(at: range.start)
      else { return nil }
      let line = syntax.line(at: startOfLines(statement, block))
      let kind = inferredKind(of: name)
      let text = definition(of: name, kind, before: line)
      return NoteAction(
        title: "Define `\(name)` here as a \(kind)", kind: .fix, findings: [finding],
        outcome: .edit(edit([ByteEdit(ByteRange(at: line.start), text)])))
    }
  }

  /// The definition of a code as a line of its own before another line.
  func definition(of name: String, _ kind: String, before line: ByteRange) -> String {
    syntax.indentation(ofLineAt: line.start) + "\(name) = CClass(\(kind), \"\(Self.displayName(from: name))\")"
      + syntax.lineBreak(at: line.end)
  }

  /// "Define the codes that this open coding lists", in the coding block that follows it.
  func definitionsOfOpenCoding(at offset: Int) -> [NoteAction] {
    guard let place = syntax.block(at: offset), place.block.kind == .openCoding,
      case .prose(let mentions) = place.block.content
    else { return [] }
    var seen: Set<String> = []
    let listed = mentions.filter(\.isListed).map { $0.range.shifted(by: place.start) }
    let undefined = listed.filter { range in
      let name = syntax.string(in: range)
      return Self.isIdentifier(name) && !study.isDefined(name) && !study.vocabulary.contains(name) && !isSource(name)
        && seen.insert(name).inserted
    }
    guard !undefined.isEmpty else { return [] }
    let title =
      undefined.count == 1
      ? "Define the code that is listed here" : "Define the \(undefined.count) codes that are listed here"
    guard let block = codingBlock(behind: place), let first = block.tree.topLevel.first(where: { _ in true }) else {
      return [
        NoteAction(title: title, kind: .rewrite, outcome: .unavailable("No coding block follows to define codes in."))
      ]
    }
    let line = syntax.line(at: block.range(ofNode: first).start)
    let indentation = syntax.indentation(ofLineAt: line.start)
    let lines = undefined.map { range in
      let name = syntax.string(in: range)
      return indentation + "\(name) = CClass(\(kind(of: name, listedAt: range)), \"\(Self.displayName(from: name))\")\n"
    }
    return [
      NoteAction(
        title: title, kind: .rewrite,
        outcome: .edit(edit([ByteEdit(ByteRange(at: line.start), lines.joined())])))
    ]
  }

  /// The first coding block behind a block of open coding, in the same pair of traces.
  private func codingBlock(behind place: PlacedBlock) -> CodingBlock? {
    var next = syntax.block(after: place)
    var headings = 0
    while let current = next {
      switch current.block.kind {
      case .trace: headings += 1
      case .label, .prose: break
      default: return headings == 1 ? CodingBlock(current) : nil
      }
      next = syntax.block(after: current)
    }
    return nil
  }

  /// The kind that the words before a list name: `New forces: speed`; else the one that its uses speak for.
  private func kind(of name: String, listedAt range: ByteRange) -> String {
    let line = syntax.line(at: range.start)
    let lead = syntax.string(in: ByteRange(line.start, range.start)).lowercased()
    return ["force", "decision", "pattern"].first { lead.firstIndex(ofText: $0) != nil } ?? inferredKind(of: name)
  }

  /// Where a statement starts; if another one ends on the same line, where that one starts.
  func startOfLines(_ statement: Int, _ block: CodingBlock) -> Int {
    var start = block.range(ofNode: statement).start
    var lineStart = syntax.line(at: start).start
    let before = block.tree.topLevel.prefix { $0 != statement }
    for index in before.reversed() {
      let other = block.range(ofNode: index)
      guard other.end >= lineStart else { break }
      start = other.start
      if start < lineStart { lineStart = syntax.line(at: start).start }
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
