// A change to several notes of a study in lines and columns, as an editor wants it: it can be planned without their texts.

package import SeedModel
package import SeedSyntax

/// A ``StudyEdit`` by lines and columns.
package struct PlacedEdit: Sendable {
  /// The notes that change, in order; each is there once.
  package let notes: [PlacedNoteEdit]
  /// Notes whose files should be renamed, after their texts have been changed.
  package let fileRenames: [NoteFileRename]

  package init(notes: [PlacedNoteEdit] = [], fileRenames: [NoteFileRename] = []) {
    self.notes = notes.filter { !$0.replacements.isEmpty }
    self.fileRenames = fileRenames
  }

  package init(_ edit: StudyEdit) {
    self.init(notes: edit.notes.map { PlacedNoteEdit($0) }, fileRenames: edit.fileRenames)
  }

  /// Every remark that some replacement carries, without repetition, in order of first use.
  package var remarks: [EditRemark] {
    var remarks: [EditRemark] = []
    for note in notes {
      for replacement in note.replacements {
        if let remark = replacement.remark, !remarks.contains(remark) { remarks.append(remark) }
      }
    }
    return remarks
  }

  /// The same change without what has to be confirmed, for where nobody can be asked.
  package var withoutDoubts: PlacedEdit {
    PlacedEdit(notes: notes.map { $0.withoutDoubts })
  }
}

/// The replacements of one note.
package struct PlacedNoteEdit: Sendable {
  package let document: DocumentID
  /// In order and without overlap.
  package let replacements: [PlacedReplacement]

  /// Sorts the replacements. Of two that overlap the first is kept; so is one of two equal ones.
  init(document: DocumentID, replacements: [PlacedReplacement]) {
    self.document = document
    // What the index knows comes in this form.
    if zip(replacements, replacements.dropFirst()).allSatisfy({ $0.range.end <= $1.range.start && $0.range != $1.range }
    ) {
      self.replacements = replacements
      return
    }
    var kept: [PlacedReplacement] = []
    kept.reserveCapacity(replacements.count)
    for replacement in replacements.sorted(by: { $0.range.start < $1.range.start }) {
      if let last = kept.last, replacement.range.start < last.range.end || replacement.range == last.range { continue }
      kept.append(replacement)
    }
    self.replacements = kept
  }

  package init(_ note: NoteEdit) {
    var lines = LineWalker(note.original)
    document = note.document
    replacements = note.replacements.map { PlacedReplacement($0, &lines) }
  }

  fileprivate var withoutDoubts: PlacedNoteEdit {
    PlacedNoteEdit(
      document: document, replacements: replacements.filter { $0.remark?.needsConfirmation != true })
  }
}

/// One replacement in a note.
package struct PlacedReplacement: Hashable, Sendable {
  /// What is replaced; empty for an insertion.
  package let range: LineRange
  package let newText: String
  /// What a person is told about the replacement before it is made; nil for one that goes without saying.
  package let remark: EditRemark?

  init(range: LineRange, newText: String, remark: EditRemark?) {
    self.range = range
    self.newText = newText
    self.remark = remark
  }

  init(_ replacement: Replacement, _ lines: inout LineWalker) {
    self.init(
      range: lines.lineRange(of: replacement.range), newText: replacement.newText, remark: replacement.remark)
  }
}
