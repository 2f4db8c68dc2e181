// A change to several notes of a study in lines and columns, as an editor wants it: it can be planned without their texts.

package import SeedStudy
package import SeedSyntax

/// A ``StudyEdit`` by lines and columns.
package struct PlacedEdit: Sendable {
  /// By note; those of one note in order and without overlap. All in one array, since thousands of notes may have one each.
  package private(set) var edits: [LineEdit] = []
  /// The notes that change, in order, and where in ``edits`` those of each stand.
  package private(set) var notes: [(document: DocumentID, places: Range<Int>)] = []
  /// Notes whose files should be renamed, after their texts have been changed.
  package let fileRenames: [NoteFileRename]
  /// Places that have the name and keep it; see ``StudyEdit/shadowed``.
  package let shadowed: [Place]

  package init(_ edit: StudyEdit) {
    fileRenames = edit.fileRenames
    shadowed = edit.shadowed
    for note in edit.notes {
      for edit in Self.lineEdits(of: note) { append(edit, in: note.document) }
    }
  }

  /// Puts the edits in order. Of two that overlap the first is kept; so is one of two equal ones.
  ///
  /// - Parameter others: edits in notes that `edit` doesn't change.
  init(_ edit: StudyEdit, besides others: [(document: DocumentID, edit: LineEdit)], in study: Study) {
    guard !others.isEmpty else {
      self.init(edit)
      return
    }
    self.init(fileRenames: edit.fileRenames, shadowed: edit.shadowed)
    edits.reserveCapacity(others.count)
    let known = edit.notes.flatMap { note in Self.lineEdits(of: note).map { (note.document, $0) } }
    for (document, edit) in Self.inOrder(known.isEmpty ? others : known + others, study) { append(edit, in: document) }
  }

  private init(fileRenames: [NoteFileRename], shadowed: [Place]) {
    self.fileRenames = fileRenames
    self.shadowed = shadowed
  }

  private mutating func append(_ edit: LineEdit, in document: DocumentID) {
    edits.append(edit)
    if let last = notes.last, last.document == document {
      notes[notes.count - 1].places = last.places.lowerBound..<edits.count
    } else {
      notes.append((document, edits.count - 1..<edits.count))
    }
  }

  /// Every remark that some edit carries, without repetition, in order of first use.
  package var remarks: [EditRemark] {
    var remarks: [EditRemark] = []
    for edit in edits {
      if let remark = edit.remark, !remarks.contains(remark) { remarks.append(remark) }
    }
    return remarks
  }

  /// The same change without what has to be confirmed, for where nobody can be asked.
  package var withoutDoubts: PlacedEdit {
    var sure = PlacedEdit(fileRenames: [], shadowed: shadowed)
    for (document, places) in notes {
      for edit in edits[places] where edit.remark?.needsConfirmation != true { sure.append(edit, in: document) }
    }
    return sure
  }

  /// The edits of one note.
  package static func lineEdits(of note: NoteEdit) -> [LineEdit] {
    var lines = LineWalker(note.original)
    return note.edits.map { LineEdit(lines.lineRange(of: $0.range), $0.newText, remark: $0.remark) }
  }

  private typealias Placed = (document: DocumentID, edit: LineEdit)

  private static func inOrder(_ edits: [Placed], _ study: Study) -> [Placed] {
    // What the index knows mostly comes in this form.
    let isInOrder = edits.indices.dropFirst().allSatisfy { stands(edits[$0], behind: edits[$0 - 1], in: study) }
    if isInOrder { return edits }
    var kept: [Placed] = []
    kept.reserveCapacity(edits.count)
    let sorted = edits.sorted { left, right in
      left.document == right.document
        ? left.edit.range.start < right.edit.range.start : study.isBefore(left.document, right.document)
    }
    for edit in sorted where kept.last.map({ stands(edit, behind: $0, in: study) }) ?? true { kept.append(edit) }
    return kept
  }

  /// Whether `other` stands before `placed`, and doesn't reach into it.
  private static func stands(_ placed: Placed, behind other: Placed, in study: Study) -> Bool {
    let range = placed.edit.range
    return placed.document == other.document
      ? other.edit.range.end <= range.start && other.edit.range != range
      : study.isBefore(other.document, placed.document)
  }
}
