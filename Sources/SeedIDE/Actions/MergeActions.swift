// Offers to join a code with one that is written nearly the same.

internal import SeedModel
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
}
