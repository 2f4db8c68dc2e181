// After a rename: the display name that was the old name in words becomes the new one in words.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// "Change the display name to “White Sugar”, too", where the code at an offset was renamed.
  ///
  /// - Parameter oldNames: what codes that were renamed were called before.
  func displayNameActions(at offset: Int, _ oldNames: [String: String]) -> [NoteAction] {
    guard !oldNames.isEmpty, let found = name(at: offset), let old = oldNames[found.name],
      let change = displayNameChange(of: found.name, calledBefore: old)
    else { return [] }
    let notes = Set(definitionPlaces(of: found.name).map(\.document)).sorted { study.isBefore($0, $1) }
    let edits = notes.compactMap { id -> NoteEdit? in
      guard let text = id == document ? syntax : syntax(of: id) else { return nil }
      let ranges = DisplayNames(text).ranges(ofCode: found.name).filter { text.string(in: $0) == change.old }
      return NoteEdit(document: id, original: text, edits: ranges.map { ByteEdit($0, change.new) })
    }
    let edit = StudyEdit(notes: edits)
    guard !edit.isEmpty else { return [] }
    return [
      NoteAction(
        title: "Change the display name to “\(change.new)”, too", kind: .rewrite, outcome: .edit(edit))
    ]
  }

  /// The display name of a code that is its old name in words, and the new one in words, written as the old one is.
  ///
  /// - Parameter name: what the code is called in the study; before a rename, the old name itself.
  package func displayNameChange(
    of name: String, calledBefore old: String, after new: String? = nil
  ) -> (old: String, new: String)? {
    guard let id = study.nameID(name) else { return nil }
    let displayName = study.definitions(of: id).lazy.compactMap(\.displayName).first { text in
      Self.letters(text) == Self.letters(old)
    }
    guard let displayName else { return nil }
    let written = displayName.split(separator: " ")
    let areAllCapital = written.count > 1 && written.allSatisfy { $0.first?.isUppercase == true }
    let isCapital = displayName.first?.isUppercase == true
    let words = (new ?? name).split(separator: "_").enumerated().map { index, word in
      areAllCapital || (isCapital && index == 0) ? word.prefix(1).uppercased() + word.dropFirst() : String(word)
    }
    return (displayName, words.joined(separator: " "))
  }

  private static func letters(_ text: String) -> String {
    String(text.lowercased().filter { $0.isLetter || $0.isNumber })
  }
}
