// Offers to join a code with one that is written nearly the same.

internal import SeedModel
internal import SeedRules
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// "Merge `a` into `b`", for the closest codes to the one in a range.
  func mergeActions(in range: ByteRange) -> [NoteAction] {
    guard let found = name(at: range.start), range.end <= found.range.end, let role = found.role,
      isBinding(role, found.name), !isSource(found.name), !study.vocabulary.contains(found.name)
    else { return [] }
    return study.similarDefinedNames(to: found.name).filter { !isSource($0) }.prefix(3).map { other in
      NoteAction(
        title: "Merge `\(found.name)` into `\(other)`", kind: .rewrite,
        outcome: .merge(code: found.name, into: other))
    }
  }

  /// For names that most notes write otherwise than they are defined: to rename the definition, or to write the others as it.
  func spellingActions(of findings: [Finding]) -> [NoteAction] {
    findings.flatMap { finding -> [NoteAction] in
      let isDefinition = finding.rule == Rules.misspelledDefinition.name
      guard isDefinition || finding.rule == Rules.misspelledCode.name,
        let name = study.nameID(syntax.string(in: byteRange(of: finding.range))),
        let disputed = isDefinition
          ? study.disputedSpelling(ofDefined: name) : study.disputedSpelling(ofUndefined: name),
        isDefinition || disputed.used == study.string(name)
      else { return [] }
      return [
        NoteAction(
          title: "Rename `\(disputed.defined)` to `\(disputed.used)` in all notes", kind: .fix, findings: [finding],
          outcome: .merge(code: disputed.defined, into: disputed.used)),
        NoteAction(
          title: "Write `\(disputed.defined)` instead of `\(disputed.used)` in all notes", kind: .fix,
          findings: [finding], outcome: .merge(code: disputed.used, into: disputed.defined)),
      ]
    }
  }
}
