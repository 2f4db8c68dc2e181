// Rename: changes a code's or a source's name at all its places in the study, or says why not before anything is changed.

internal import SeedModel
internal import SeedStudy
package import SeedSyntax

/// What a rename at some place of a note would rename.
package struct RenameTarget: Hashable, Sendable {
  /// The code, or the id of the source.
  package let name: String
  /// Where the name stands in the asked note. In a heading that numbers the note it holds the number alone, and in
  /// `add codes to s:` the letter alone.
  package let range: ByteRange
  package let isSource: Bool
}

extension Snapshot {
  /// What would be renamed from `offset`.
  ///
  /// - Throws: why there is nothing to rename.
  package func prepareRename(at offset: Int) throws(RefactoringRefusal) -> RenameTarget {
    guard let found = name(at: offset) ?? sourceText(at: offset) ?? unreadName(at: offset) else {
      throw RefactoringRefusal(.nothingToChange, "There is no code or source here that could be renamed.")
    }
    let isWord = found.role?.isVocabulary == true && study.nameID(found.name).map { study.hasDefinition($0) } != true
    if isWord || isWordOfNotation(found.name) {
      throw RefactoringRefusal(
        .notACode, "`\(found.name)` is a word of the notation; only codes and sources can be renamed.")
    }
    let target = RenameTarget(name: found.name, range: found.range, isSource: isSource(found.name))
    try checkHasPlaces(target)
    return target
  }

  /// Renames what stands at `offset`.
  ///
  /// - Returns: no change at all if the name is the one that it has.
  package func rename(at offset: Int, to newName: String) throws(RefactoringRefusal) -> StudyEdit {
    try rename(try prepareRename(at: offset), to: newName)
  }

  /// Renames what stands at `offset`, with as few notes read as possible.
  ///
  /// What the index knows is taken for true if somebody has made sure of it (``isCurrent``).
  ///
  /// - Returns: no change at all if the name is the one that it has.
  package func placedRename(at offset: Int, to newName: String) throws(RefactoringRefusal) -> PlacedEdit {
    guard isCurrent else { return PlacedEdit(try rename(at: offset, to: newName)) }
    let target = try prepareRename(at: offset)
    let name = try checkedName(newName, for: target)
    guard name != target.name else { return PlacedEdit(StudyEdit()) }
    let owners = try owners(of: target)
    let defining =
      target.isSource ? study.names(ofSource: target.name).flatMap { study.definitions(of: $0) } : []
    let texts = try FreshTexts(
      self, besidesIndexOf: forms(of: target, owners), and: owners + defining.map(\.site.document))
    return builder(texts, target, owners, name).placedEdit(fileRenames: fileRenames(of: owners, target, to: name))
  }

  /// Renames a code or a source by its name.
  package func rename(_ name: String, to newName: String) throws(RefactoringRefusal) -> StudyEdit {
    let target = RenameTarget(name: name, range: .empty, isSource: isSource(name))
    if isWordOfNotation(name) {
      throw RefactoringRefusal(
        .notACode, "`\(name)` is a word of the notation; only codes and sources can be renamed.")
    }
    try checkHasPlaces(target)
    return try rename(target, to: newName)
  }

  private func rename(_ target: RenameTarget, to newName: String) throws(RefactoringRefusal) -> StudyEdit {
    let name = try checkedName(newName, for: target)
    guard name != target.name else { return StudyEdit() }
    let owners = try owners(of: target)
    let texts = try FreshTexts(self, holding: forms(of: target, owners))
    return builder(texts, target, owners, name).edit(fileRenames: fileRenames(of: owners, target, to: name))
  }

  /// The note that records the source that is renamed; none for a code.
  private func owners(of target: RenameTarget) throws(RefactoringRefusal) -> [DocumentID] {
    let owners = study.documents(ofSource: target.name)
    guard owners.count < 2 else {
      throw RefactoringRefusal(
        .ambiguous,
        "\(owners.map { noteName($0) }.joined(separator: " and ")) both record `\(target.name)`: which of them is meant "
          + "can't be told. Change the number of one of them by hand.",
        places: owners.compactMap { sourceHeading(of: $0) })
    }
    return owners
  }

  private func builder(
    _ texts: FreshTexts, _ target: RenameTarget, _ owners: [DocumentID], _ newName: String
  ) -> RenameBuilder {
    var builder = RenameBuilder(snapshot: self, texts: texts, oldName: target.name, newName: newName)
    for form in forms(of: target, owners) {
      builder.oldName = form
      builder.replaceOccurrences()
      if target.isSource { builder.replaceSourceID(of: owners) }
    }
    builder.oldName = target.name
    return builder
  }

  /// The name, and what else is written for the same source: `s04` and `s_4` for `s4`.
  func forms(of target: RenameTarget, _ owners: [DocumentID]) -> [String] {
    guard target.isSource else { return [target.name] }
    var forms = [target.name]
    let others = study.names(ofSource: target.name).map { study.string($0) } + owners.compactMap { study[$0]?.sourceID }
    for other in others where !forms.contains(other) { forms.append(other) }
    return forms
  }

  // MARK: - What a name means

  /// The text `"s33"` of a source block, where it says the source's own id.
  private func sourceText(at offset: Int) -> NameAtCursor? {
    guard let source = study[document]?.sourceID else { return nil }
    let ranges = DisplayNames(syntax).ranges(ofCode: source)
    guard let range = ranges.first(where: { $0.touches(offset) }), syntax.string(in: range) == source else {
      return nil
    }
    return NameAtCursor(name: source, role: nil, range: range)
  }

  /// The name of a code in a broken statement.
  private func unreadName(at offset: Int) -> NameAtCursor? {
    guard let place = syntax.block(at: offset), place.block.notation != nil else { return nil }
    let word = place.block.text.withBytes { bytes in
      var start = min(max(offset - place.start, 0), bytes.count)
      var end = start
      while start > 0, bytes[start - 1].isIdentifierByte { start -= 1 }
      while end < bytes.count, bytes[end].isIdentifierByte { end += 1 }
      return ByteRange(start, end)
    }
    let range = word.shifted(by: place.start)
    let name = syntax.string(in: range)
    guard study.isDefined(name),
      UnreadPlaces(syntax).places(of: name).contains(where: { $0.range == range && $0.surroundings == .broken })
    else { return nil }
    return NameAtCursor(name: name, role: nil, range: range)
  }

  /// Whether an occurrence stands for the code or source of its name, rather than for a word of the vocabulary or plain
  /// English.
  func isBinding(_ role: Role, _ name: String) -> Bool {
    !role.isMention && (!role.isVocabulary || !study.vocabulary.contains(name))
  }

  /// Whether a name is a word of the vocabulary, and of no code: to define it in a metamodel makes it none.
  private func isWordOfNotation(_ name: String) -> Bool {
    guard study.vocabulary.contains(name) else { return false }
    return study.nameID(name).map { study.definitions(of: $0).allSatisfy { $0.form != .code } } ?? true
  }

  func isSource(_ name: String) -> Bool {
    if !study.documents(ofSource: name).isEmpty { return true }
    guard let id = study.nameID(name) else { return false }
    return study.definitions(of: id).contains { $0.form == .code && $0.metaclass == "source" }
  }

  /// A word that only prose holds is nobody's name.
  private func checkHasPlaces(_ target: RenameTarget) throws(RefactoringRefusal) {
    if target.isSource || study.isDefined(target.name) && !study.vocabulary.contains(target.name) { return }
    let sites = study.nameID(target.name).map { study.sites(of: $0) } ?? []
    if sites.contains(where: { isBinding($0.role, target.name) }) { return }
    guard let mention = sites.first(where: { $0.role.isMention }) else {
      throw RefactoringRefusal(.nothingToChange, "No note of this study has a code or a source `\(target.name)`.")
    }
    throw RefactoringRefusal(
      .notACode, "`\(target.name)` stands only in prose: nothing defines it, lists it or uses it as a code.",
      places: [Place(mention)])
  }

  // MARK: - Files

  /// `s_33.md` becomes `s_34.md` with its source; a file that is called otherwise keeps its name.
  private func fileRenames(of owners: [DocumentID], _ target: RenameTarget, to new: String) -> [NoteFileRename] {
    guard target.isSource else { return [] }
    let old = target.name
    return owners.compactMap { id in
      let path = noteName(id)
      let file = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
      let stem = file.prefix { $0 != "." }
      let letter = old.prefix(1)
      guard stem.first == letter.first, let written = SourceID(String(stem)), written == SourceID(old) else {
        return nil
      }
      let newStem = stem.dropFirst().first == "_" ? "\(new.prefix(1))_\(new.dropFirst())" : new
      return NoteFileRename(
        document: id, newName: newStem + file.dropFirst(stem.count),
        remark: EditRemark(
          id: "file-name", label: "Rename the file too", detail: "\(file) is named after the source that it records.",
          needsConfirmation: true))
    }
  }
}
