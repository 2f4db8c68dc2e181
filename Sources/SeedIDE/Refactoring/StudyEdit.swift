// A change to several notes of a study, planned and not yet made: what renaming, merging and fixing give.

package import SeedModel
package import SeedSyntax

/// A change to notes of a study, as plain replacements of text.
package struct StudyEdit: Sendable {
  /// The notes that change, in order; each is there once.
  package let notes: [NoteEdit]
  /// Notes whose files should be renamed, after their texts have been changed.
  package let fileRenames: [NoteFileRename]

  package init(notes: [NoteEdit] = [], fileRenames: [NoteFileRename] = []) {
    self.notes = notes.filter { !$0.replacements.isEmpty }
    self.fileRenames = fileRenames
  }

  package var isEmpty: Bool { notes.isEmpty && fileRenames.isEmpty }

  /// Every remark that some replacement carries, without repetition, in order of first use.
  package var remarks: [EditRemark] {
    var remarks: [EditRemark] = []
    for replacement in notes.lazy.flatMap(\.replacements) {
      if let remark = replacement.remark, !remarks.contains(remark) { remarks.append(remark) }
    }
    return remarks
  }

  /// The same change without what has to be confirmed, for where nobody can be asked.
  package var withoutDoubts: StudyEdit {
    StudyEdit(notes: notes.map { $0.withoutDoubts })
  }
}

/// The replacements of one note.
package struct NoteEdit: Sendable {
  package let document: DocumentID
  /// The text that the replacements refer to.
  package let original: Document
  /// In order and without overlap.
  package let replacements: [Replacement]

  /// Sorts the replacements. Of two that overlap the first is kept; so is one of two equal ones.
  package init(document: DocumentID, original: Document, replacements: [Replacement]) {
    self.document = document
    self.original = original
    var kept: [Replacement] = []
    let sorted = replacements.sorted { ($0.range.start, $0.range.end) < ($1.range.start, $1.range.end) }
    for replacement in sorted {
      if let last = kept.last, replacement.range.start < last.range.end || replacement.range == last.range { continue }
      kept.append(replacement)
    }
    self.replacements = kept
  }

  /// The text after all replacements; everything outside them is as it was, byte by byte.
  package var result: [UInt8] {
    let text = original.bytes
    var result: [UInt8] = []
    result.reserveCapacity(text.count)
    var offset = 0
    for replacement in replacements {
      let start = min(replacement.range.start, text.count)
      result.append(contentsOf: text[offset..<max(start, offset)])
      result.append(contentsOf: replacement.newText.utf8)
      offset = min(max(replacement.range.end, offset), text.count)
    }
    result.append(contentsOf: text[offset...])
    return result
  }

  var withoutDoubts: NoteEdit {
    NoteEdit(
      document: document, original: original, replacements: replacements.filter { $0.remark?.needsConfirmation != true }
    )
  }
}

/// One replacement in a note.
package struct Replacement: Hashable, Sendable {
  /// The bytes that are replaced; empty for an insertion.
  package let range: ByteRange
  package let newText: String
  /// What a person is told about the replacement before it is made; nil for one that goes without saying.
  package let remark: EditRemark?

  package init(range: ByteRange, newText: String, remark: EditRemark? = nil) {
    self.range = range
    self.newText = newText
    self.remark = remark
  }
}

/// What a person should know about some replacements. A class, because all of these share it.
package final class EditRemark: Sendable {
  /// A word that stands for the remark among those of one edit.
  package let id: String
  /// A few words, as the heading of the replacements.
  package let label: String
  /// One sentence.
  package let detail: String
  /// Whether the replacements are doubtful: to be made only by someone who has looked at them.
  package let needsConfirmation: Bool

  init(id: String, label: String, detail: String, needsConfirmation: Bool) {
    self.id = id
    self.label = label
    self.detail = detail
    self.needsConfirmation = needsConfirmation
  }
}

extension EditRemark: Hashable {
  package static func == (left: EditRemark, right: EditRemark) -> Bool {
    left === right
      || (left.id, left.label, left.detail, left.needsConfirmation)
        == (right.id, right.label, right.detail, right.needsConfirmation)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
    hasher.combine(label)
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
