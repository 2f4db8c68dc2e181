// What the features look at: a study and one of its notes at one moment.
//
// SeedIDE holds one file for each editor feature: a pure function from a snapshot and a place to a plain value in byte
// offsets and line positions. It must not know LSP types, JSON, files or threads.

package import SeedStudy
package import SeedSyntax

/// A study and one of its notes, as they are while a question about the note is answered. A class, since to hand a study around
/// would count a reference for each of its many tables.
package final class Snapshot: Sendable {
  package let study: Study
  /// The note that the question is about.
  package let document: DocumentID
  /// Its text and syntax.
  package let syntax: Document
  /// Gives the text and syntax of any note of the study; nil if it can't be read.
  package let load: @Sendable (DocumentID) -> Document?
  /// Gives the text alone of a note, for who looks for a word before parsing; nil if it is better to load the note.
  package let text: @Sendable (DocumentID) -> [UInt8]?
  /// Whether somebody has made sure that the notes are as the study knows them.
  package let isCurrent: Bool

  package init(
    study: Study, document: DocumentID, syntax: Document, isCurrent: Bool = false,
    text: @escaping @Sendable (DocumentID) -> [UInt8]? = { _ in nil },
    load: @escaping @Sendable (DocumentID) -> Document?
  ) {
    self.study = study
    self.document = document
    self.syntax = syntax
    self.isCurrent = isCurrent
    self.text = text
    self.load = load
  }
}
