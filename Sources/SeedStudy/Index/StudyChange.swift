// What changed in a study: from this the findings that may be others now are found.

/// What notes say otherwise than before.
package struct StudyChange: Sendable {
  /// Pages that are new, that say something else or that are gone, with their notes.
  package internal(set) var pages: [(page: PageID, document: DocumentID)] = []
  /// Those of them that are gone. Their numbers are given to other pages only when the change has been taken.
  package internal(set) var removedPages: [PageID] = []
  /// Notes that were added or changed, and are still there.
  package internal(set) var documents: Set<DocumentID> = []
  /// Notes whose lines moved.
  package internal(set) var movedDocuments: Set<DocumentID> = []
  /// Whether words of the vocabulary got or lost a meaning.
  package internal(set) var isOfVocabulary = false

  // MARK: Names

  /// Names whose definitions changed; each once, when the change has been taken.
  package internal(set) var names: [NameID] = []
  /// Names that pages of a note began or ceased to use.
  package internal(set) var uses: [(name: NameID, document: DocumentID)] = []
  /// Links that pages gained or lost.
  package internal(set) var options: [PairFact] = []
  package internal(set) var impacts: [PairFact] = []

  // MARK: Sources

  /// Sources that a note began or ceased to record.
  package internal(set) var sources: [NameID] = []
  /// Notes that record the same source as one that began or ceased to.
  package internal(set) var rivals: Set<DocumentID> = []
  /// Notes that claim other ids than before.
  package internal(set) var claimants: Set<DocumentID> = []
  /// Notes that have a label with a number now and had none, or the other way round.
  package internal(set) var labelled: Set<DocumentID> = []
  /// Notes that share a title or an address which another one got or lost.
  package internal(set) var sharers: Set<DocumentID> = []

  // MARK: Model files

  /// Sources that got or lost a named list of codes in a model file.
  package internal(set) var lists: [PairFact] = []
  /// Sources, and names of lists in model files, whose codes changed.
  package internal(set) var listed: [NameID] = []

  package init() {}

  package var isEmpty: Bool { pages.isEmpty && documents.isEmpty && !isOfVocabulary }
}
