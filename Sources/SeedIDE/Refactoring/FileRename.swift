// A file that is given another name: a source that is called after its file follows, where that is right.

package import SeedStudy

extension Study {
  /// The source that should be renamed with its note's file, and what to; nil if the names have nothing to do with each other.
  ///
  /// That is so for a note that records `s33` in `s_33.md` or `s33.md` and gets the number of another source that no note
  /// records yet.
  ///
  /// - Parameters:
  ///   - oldName: the name of the note's file, without folders.
  ///   - newName: the name that it is about to get.
  package func sourceRename(
    of document: DocumentID, from oldName: String, to newName: String
  ) -> (old: String, new: String)? {
    guard let old = self[document]?.sourceID, Self.sourceID(inFileName: oldName) == old,
      let new = Self.sourceID(inFileName: newName), new != old, !isSourceKnown(new)
    else { return nil }
    return (old, new)
  }

  /// `s33` for `s_33.md` and `s33.md`; nil for any other name.
  private static func sourceID(inFileName name: String) -> String? {
    let stem = name.prefix { $0 != "." }
    guard let letter = stem.first, letter.isASCII, letter.isLetter else { return nil }
    var number = stem.dropFirst()
    if number.first == "_" { number = number.dropFirst() }
    guard !number.isEmpty, number.allSatisfy({ $0.isASCII && $0.isNumber }) else { return nil }
    return "\(letter)\(number)"
  }
}
