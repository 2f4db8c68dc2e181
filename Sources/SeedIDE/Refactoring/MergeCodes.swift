// Merge: makes one code of two, on purpose. A rename never does.

internal import SeedModel
internal import SeedStudy
internal import SeedSyntax

extension Snapshot {
  /// Makes `code` the same as `other`: every place of `code` gets the name of `other`.
  ///
  /// Where both are defined, the definitions of `code` go; a note that would not code `other` otherwise lists it instead.
  /// Items that a list would hold twice go too. What stands in prose is left to be confirmed.
  package func merge(_ code: String, into other: String) throws(RefactoringRefusal) -> StudyEdit {
    guard code != other else {
      throw RefactoringRefusal(.nothingToChange, "`\(code)` can't be merged into itself.")
    }
    for name in [code, other] { try checkCanMerge(name) }
    let texts = try FreshTexts(self, holding: [code])
    var builder = RenameBuilder(snapshot: self, texts: texts, oldName: code, newName: other)
    builder.replaceOccurrences()
    let keepsDefinitions = !study.isDefined(other)
    let notes = try builder.notes.map { note throws(RefactoringRefusal) in
      try MergedNote(snapshot: self, note: note, code: code, other: other, keepsDefinitions: keepsDefinitions).merged()
    }
    return StudyEdit(notes: notes, shadowed: builder.shadowed)
  }

  private func checkCanMerge(_ name: String) throws(RefactoringRefusal) {
    guard !study.vocabulary.contains(name) else {
      throw RefactoringRefusal(.notACode, "`\(name)` is a word of the notation; only codes can be merged.")
    }
    guard !isSource(name) else {
      throw RefactoringRefusal(.notACode, "`\(name)` is a source; only codes can be merged.")
    }
    let sites = study.nameID(name).map { study.sites(of: $0) } ?? []
    guard sites.contains(where: { isBinding($0.role, name) }) else {
      throw RefactoringRefusal(.nothingToChange, "No note of this study has a code `\(name)`.")
    }
  }
}

/// What a merge changes in one note.
private struct MergedNote {
  let snapshot: Snapshot
  let note: NoteEdit
  let code: String
  let other: String
  /// Whether the definitions of `code` become those of `other`.
  let keepsDefinitions: Bool

  func merged() throws(RefactoringRefusal) -> NoteEdit {
    var edits = note.edits
    for place in note.original.blocks {
      guard let block = CodingBlock(place) else { continue }
      for removal in doubledItems(in: block) {
        edits.removeAll { removal.contains($0.range) }
        edits.append(ByteEdit(removal, ""))
      }
      guard !keepsDefinitions else { continue }
      for definition in try definitions(in: block) {
        edits.removeAll { definition.range.contains($0.range) }
        edits.append(definition)
      }
    }
    return NoteEdit(document: note.document, original: note.original, edits: edits)
  }

  private func text(_ range: ByteRange) -> String { note.original.string(in: range) }

  // MARK: - Lists

  /// The items `code` of lists that hold `other` already, with their commas, and all but the first of several `code`.
  private func doubledItems(in block: CodingBlock) -> [ByteRange] {
    var removals: [ByteRange] = []
    for index in block.tree.nodes.indices {
      let kind = block.tree.nodes[index].kind
      guard kind == .items || kind == .list else { continue }
      let items = Array(block.tree.children(of: index)).map { block.range(ofNode: $0) }
      var isThere = items.contains { text($0) == other }
      var kept: ByteRange?
      for (position, item) in items.enumerated() {
        guard text(item) == code, isThere else {
          if text(item) == code { isThere = true }
          kept = item
          continue
        }
        let next = position + 1 < items.count ? items[position + 1] : nil
        removals.append(removal(of: item, between: kept, and: next, in: block))
      }
    }
    return removals
  }

  /// An item with its comma and the blanks behind it, or those before it where it is the last one.
  private func removal(
    of item: ByteRange, between kept: ByteRange?, and next: ByteRange?, in block: CodingBlock
  ) -> ByteRange {
    let whole = next.map { ByteRange(item.start, $0.start) } ?? ByteRange(kept?.end ?? item.start, item.end)
    guard !block.comments(in: whole).isEmpty else { return whole }
    // Comments stay.
    let gap = note.original.bytes(in: ByteRange(item.end, next?.start ?? item.end)).prefix { byte in
      byte.isBlank || byte == ASCII.comma
    }
    return ByteRange(item.start, item.end + gap.count)
  }

  // MARK: - Definitions

  /// The definitions of `code`, each replaced by nothing, or by the name of `other` where the note would lose it.
  private func definitions(in block: CodingBlock) throws(RefactoringRefusal) -> [ByteEdit] {
    var edits: [ByteEdit] = []
    for index in block.tree.nodes.indices where block.tree.nodes[index].kind == .assignment {
      let parts = Array(block.tree.children(of: index))
      guard let target = parts.first, text(block.range(ofNode: target)) == code else { continue }
      let statement = block.range(ofNode: index)
      let lines = ByteRange(
        note.original.line(at: statement.start).start, note.original.line(at: statement.end).end)
      let around =
        note.original.bytes(in: ByteRange(lines.start, statement.start))
        + note.original.bytes(in: ByteRange(statement.end, lines.end))
      guard around.allSatisfy({ $0.isBlank || $0 == ASCII.comma }) else {
        let line = note.original.position(of: statement.start).line + 1
        throw RefactoringRefusal(
          .ambiguous,
          "The definition of `\(code)` in \(snapshot.noteName(note.document)), line \(line), shares its line with other "
            + "text. Put it on a line of its own, then merge again.")
      }
      if isCodedOtherwise || note.original.format == .model {
        let end = note.original.offset(ofLine: Int(note.original.position(of: statement.end).line) + 1)
        edits.append(ByteEdit(ByteRange(lines.start, end), "", remark: removed))
      } else {
        edits.append(ByteEdit(statement, other, remark: removed))
      }
    }
    return edits
  }

  /// Whether the note codes one of the two besides defining `code`.
  private var isCodedOtherwise: Bool {
    let study = snapshot.study
    return [code, other].contains { name in
      guard let id = study.nameID(name) else { return false }
      return study.sites(of: id).contains { site in
        site.document == note.document
          && (site.role.isReference || (name == other && site.role.isDefinition))
      }
    }
  }

  private var removed: EditRemark {
    EditRemark(
      id: "merged-definition", label: "Remove the definition of `\(code)`",
      detail: "`\(other)` is defined already; what the other definition says is given up.", needsConfirmation: false)
  }
}
