// A change to several notes of a study in lines and columns, as an editor wants it: it can be planned without their texts.

package import SeedModel
package import SeedSyntax

/// A ``StudyEdit`` by lines and columns.
package struct PlacedEdit: Sendable {
  /// By note; those of one note in order and without overlap. All in one array, since thousands of notes may have one each.
  package let replacements: [PlacedReplacement]
  /// Notes whose files should be renamed, after their texts have been changed.
  package let fileRenames: [NoteFileRename]

  package init(_ edit: StudyEdit) {
    self.init(replacements: edit.notes.flatMap { Self.replacements(of: $0) }, fileRenames: edit.fileRenames)
  }

  /// Puts the replacements in order. Of two that overlap the first is kept; so is one of two equal ones.
  ///
  /// - Parameter others: replacements in notes that `edit` doesn't change.
  init(_ edit: StudyEdit, besides others: [PlacedReplacement], in study: Study) {
    let known = edit.notes.flatMap { Self.replacements(of: $0) }
    let all = others.isEmpty ? known : Self.inOrder(known.isEmpty ? others : known + others, study)
    self.init(replacements: all, fileRenames: edit.fileRenames)
  }

  private init(replacements: [PlacedReplacement], fileRenames: [NoteFileRename] = []) {
    self.replacements = replacements
    self.fileRenames = fileRenames
  }

  /// The notes that change, in order, and where in ``replacements`` those of each stand.
  package var notes: [(document: DocumentID, places: Range<Int>)] {
    var notes: [(document: DocumentID, places: Range<Int>)] = []
    var start = 0
    while start < replacements.count {
      let document = replacements[start].document
      var end = start + 1
      while end < replacements.count, replacements[end].document == document { end += 1 }
      notes.append((document, start..<end))
      start = end
    }
    return notes
  }

  /// Every remark that some replacement carries, without repetition, in order of first use.
  package var remarks: [EditRemark] {
    var remarks: [EditRemark] = []
    for replacement in replacements {
      if let remark = replacement.remark, !remarks.contains(remark) { remarks.append(remark) }
    }
    return remarks
  }

  /// The same change without what has to be confirmed, for where nobody can be asked.
  package var withoutDoubts: PlacedEdit {
    PlacedEdit(replacements: replacements.filter { $0.remark?.needsConfirmation != true })
  }

  /// The replacements of one note.
  package static func replacements(of note: NoteEdit) -> [PlacedReplacement] {
    var lines = LineWalker(note.original)
    return note.replacements.map {
      PlacedReplacement(
        document: note.document, range: lines.lineRange(of: $0.range), newText: $0.newText, remark: $0.remark)
    }
  }

  private static func inOrder(_ replacements: [PlacedReplacement], _ study: Study) -> [PlacedReplacement] {
    // What the index knows mostly comes in this form.
    let isInOrder = replacements.indices.dropFirst().allSatisfy {
      replacements[$0].stands(behind: replacements[$0 - 1], in: study)
    }
    if isInOrder { return replacements }
    var kept: [PlacedReplacement] = []
    kept.reserveCapacity(replacements.count)
    let sorted = replacements.sorted { left, right in
      left.document == right.document
        ? left.range.start < right.range.start : study.isBefore(left.document, right.document)
    }
    for replacement in sorted where kept.last.map({ replacement.stands(behind: $0, in: study) }) ?? true {
      kept.append(replacement)
    }
    return kept
  }
}

/// One replacement in a note.
package struct PlacedReplacement: Hashable, Sendable {
  package let document: DocumentID
  /// What is replaced; empty for an insertion.
  package let range: LineRange
  package let newText: String
  /// What a person is told about the replacement before it is made; nil for one that goes without saying.
  package let remark: EditRemark?

  /// Whether another replacement stands before this one, and doesn't reach into it.
  fileprivate func stands(behind other: PlacedReplacement, in study: Study) -> Bool {
    document == other.document
      ? other.range.end <= range.start && other.range != range : study.isBefore(other.document, document)
  }
}
