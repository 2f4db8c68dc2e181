// Finds names that differ only in how they are written, which a person would take for the same.

internal import SeedSyntax

extension Study {
  /// The names somewhere in the study that equal `name` but for case and underscores; `name` itself comes first if it is
  /// one of them, then the others in order.
  ///
  /// Looks at every name of the study once.
  package func namesWrittenAlike(_ name: String) -> [NameID] {
    let folded = Self.folded(name.utf8)
    var found: [NameID] = []
    for index in 0..<names.count where !postings[index].pages.isEmpty {
      let id = NameID(rawValue: UInt32(clamping: index))
      if names.withName(id, { $0.count >= folded.count && Self.folded($0) == folded }) { found.append(id) }
    }
    return found.sorted { left, right in
      let (left, right) = (string(left), string(right))
      return left == name ? right != name : right != name && left < right
    }
  }

  private static func folded(_ name: some Sequence<UInt8>) -> [UInt8] {
    name.compactMap { $0 == ASCII.underscore ? nil : $0.lowercased }
  }
}
