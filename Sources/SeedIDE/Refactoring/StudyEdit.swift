// A change to several notes of a study, planned and not yet made: what renaming, merging and fixing give.

package import SeedStudy
package import SeedSyntax

/// A change to notes of a study, as plain edits of text.
package struct StudyEdit: Sendable {
  /// The notes that change, in order; each is there once.
  package let notes: [NoteEdit]
  /// Notes whose files should be renamed, after their texts have been changed.
  package let fileRenames: [NoteFileRename]
  /// Places that have the name and keep it, for Python gives it a meaning of its own there (``LocalNames``); in order.
  package let shadowed: [Place]

  package init(notes: [NoteEdit] = [], fileRenames: [NoteFileRename] = [], shadowed: [Place] = []) {
    self.notes = notes.filter { !$0.edits.isEmpty }
    self.fileRenames = fileRenames
    self.shadowed = shadowed
  }

  package var isEmpty: Bool { notes.isEmpty && fileRenames.isEmpty }

  /// Every remark that some edit carries, without repetition, in order of first use.
  package var remarks: [EditRemark] {
    var remarks: [EditRemark] = []
    for edit in notes.lazy.flatMap(\.edits) {
      if let remark = edit.remark, !remarks.contains(remark) { remarks.append(remark) }
    }
    return remarks
  }

  /// The same change without what has to be confirmed, for where nobody can be asked.
  package var withoutDoubts: StudyEdit {
    StudyEdit(notes: notes.map { $0.withoutDoubts }, shadowed: shadowed)
  }
}

/// The edits of one note.
package struct NoteEdit: Sendable {
  package let document: DocumentID
  /// The text that the edits refer to.
  package let original: Document
  /// In order and without overlap.
  package let edits: [ByteEdit]

  /// Sorts the edits. Of two that overlap the first is kept; so is one of two equal ones.
  package init(document: DocumentID, original: Document, edits: [ByteEdit]) {
    self.document = document
    self.original = original
    var kept: [ByteEdit] = []
    let sorted = edits.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for edit in sorted {
      if let last = kept.last, edit.range.start < last.range.end || edit.range == last.range { continue }
      kept.append(edit)
    }
    self.edits = kept
  }

  /// The text after all edits; everything outside them is as it was, byte by byte.
  package var result: [UInt8] { ByteEdit.apply(edits, to: original.bytes) }

  var withoutDoubts: NoteEdit {
    NoteEdit(document: document, original: original, edits: edits.filter { $0.remark?.needsConfirmation != true })
  }
}

/// A note whose file should get another name.
package struct NoteFileRename: Hashable, Sendable {
  package let document: DocumentID
  /// The new name, without folder.
  package let newName: String
  package let remark: EditRemark
}

/// Why a change is not made: nothing at all is changed then.
package struct RefactoringRefusal: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No code or source stands at the place, or none has the name.
    case nothingToChange
    /// What stands there is no code: a word of the vocabulary, or a word of prose.
    case notACode
    /// The new name can't be a name.
    case invalidName
    /// The new name means something already.
    case clash
    /// These notes can't be read.
    case unreadable([DocumentID])
    /// The texts of these notes are not those that the study knows.
    case stale([DocumentID])
    /// The change can't be made by machine.
    case ambiguous
  }

  package let reason: Reason
  /// What is in the way and what to do about it, for the person who asked.
  package let message: String
  /// The places that the message speaks of.
  package let places: [Place]

  init(_ reason: Reason, _ message: String, places: [Place] = []) {
    self.reason = reason
    self.message = message
    self.places = places
  }
}

extension Snapshot {
  /// A place as a person reads it: `s_4.md, line 12`.
  func description(of place: Place) -> String {
    "\(noteName(place.document)), line \(place.range.start.line + 1)"
  }

  func noteName(_ id: DocumentID) -> String { study[id]?.name ?? "a note" }
}
