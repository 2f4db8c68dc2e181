// "Define the undefined codes of this list": writes the definitions of all codes that are used and defined nowhere.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// Definitions for all undefined codes of the list at an offset, and for those of its trace, if these are more.
  ///
  /// - Parameter findings: those of the whole note.
  func definitionsOfAll(at offset: Int, _ findings: [Finding]) -> [NoteAction] {
    let blocks = codingBlocksOfTrace(around: offset)
    guard let block = blocks.first(where: { $0.range.touches(offset) }) else { return [] }
    let missing = findings.filter { $0.rule == Rules.undefinedCode.name }
    guard missing.count > 1 else { return [] }
    let list =
      (block.nodes(.codeList, touching: ByteRange(at: offset)) + block.nodes(.items, touching: ByteRange(at: offset)))
      .first.map { block.range(ofNode: $0) }
    let inList = list.map { names(of: missing, in: [$0]) } ?? []
    let inTrace = names(of: missing, in: blocks.map(\.range))
    return [
      inList.count > 1 ? defining(inList, of: "list") : nil,
      inTrace.count > max(inList.count, 1) ? defining(inTrace, of: "trace") : nil,
    ].compactMap { $0 }
  }

  private struct UndefinedName {
    let name: String
    let place: ByteRange
    /// All findings about the name.
    var findings: [Finding]
  }

  /// The names of findings in some ranges, each once, in order.
  private func names(of findings: [Finding], in ranges: [ByteRange]) -> [UndefinedName] {
    var names: [UndefinedName] = []
    var indices: [String: Int] = [:]
    for finding in findings {
      let place = byteRange(of: finding.range)
      guard ranges.contains(where: { $0.start <= place.start && place.end <= $0.end }) else { continue }
      let name = syntax.string(in: place)
      if let index = indices[name] {
        names[index].findings.append(finding)
        continue
      }
      guard self.name(at: place.start)?.role?.isVocabulary != true, Self.isIdentifier(name), !study.isDefined(name)
      else { continue }
      indices[name] = names.count
      names.append(UndefinedName(name: name, place: place, findings: [finding]))
    }
    return names
  }

  /// The definitions before the statement that uses the first of the names.
  private func defining(_ names: [UndefinedName], of what: String) -> NoteAction? {
    guard let first = names.first, let block = codingBlock(at: first.place.start),
      let statement = block.statement(at: first.place.start)
    else { return nil }
    let line = syntax.line(at: startOfLines(statement, block))
    let definitions = names.map { definition(of: $0.name, inferredKind(of: $0.name), before: line) }
    return NoteAction(
      title: "Define the \(names.count) undefined codes of this \(what)", kind: .fix,
      findings: names.flatMap(\.findings),
      outcome: .edit(edit([ByteEdit(ByteRange(at: line.start), definitions.joined())])))
  }
}
