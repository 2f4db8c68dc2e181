// Finds names that differ only in how they are written, which a person would take for the same.

internal import SeedModel
internal import SeedSyntax

extension Study {
  /// The names somewhere in the study that equal `name` but for case and underscores; `name` itself comes first if it is
  /// one of them, then the others in order.
  ///
  /// Looks at the letters of every name of the study once, and at the names that have the same.
  public func namesWrittenAlike(_ name: String) -> [NameID] {
    let folded = Self.folded(name.utf8.span)
    var found: [NameID] = []
    let letters = LetterSet(folded)
    names.forEachName(where: { $1.isSuperset(of: letters) && !postings[$0].pages.isEmpty }) { index, candidate in
      guard candidate.count >= folded.count, Self.folded(candidate) == folded else { return }
      found.append(NameID(rawValue: UInt32(clamping: index)))
    }
    return found.sorted { left, right in
      let (left, right) = (string(left), string(right))
      return left == name ? right != name : right != name && left < right
    }
  }

  private static func folded(_ name: Span<UInt8>) -> [UInt8] {
    name.indices.compactMap { name[$0] == ASCII.underscore ? nil : name[$0].lowercased }
  }
}
