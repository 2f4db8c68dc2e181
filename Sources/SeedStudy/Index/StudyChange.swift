// What changed in a study. It tells which pages have to be checked again.

/// What differs in the notes from before.
public struct StudyChange: Sendable {
  /// Pages that are new, that say something else or that are gone, with their notes.
  public internal(set) var pages: [(page: PageID, document: DocumentID)] = []
  /// Those of them that are gone. Their numbers are given to other pages only when the change has been taken.
  public internal(set) var removedPages: [PageID] = []
  /// Notes that were added or changed, and are still there.
  public internal(set) var documents: Set<DocumentID> = []
  /// Notes whose lines moved.
  public internal(set) var movedDocuments: Set<DocumentID> = []
  /// Whether words of the vocabulary got or lost a meaning.
  public internal(set) var isOfVocabulary = false

  // MARK: Names

  /// Names whose definitions changed; each once, when the change has been taken.
  public internal(set) var names: [NameID] = []
  /// Names that pages of a note began or ceased to use.
  public internal(set) var uses: [(name: NameID, document: DocumentID)] = []
  /// Names that most notes write otherwise than they are defined, or cease to, with what they write; perhaps several times.
  public internal(set) var spellings: [NameID] = []
  /// Links that pages gained or lost.
  public internal(set) var options: [PairFact] = []
  public internal(set) var impacts: [PairFact] = []

  // MARK: Sources

  /// Sources that a note began or ceased to record.
  public internal(set) var sources: [NameID] = []
  /// Notes that record the same source as one that began or ceased to.
  public internal(set) var rivals: Set<DocumentID> = []
  /// Notes that claim other ids than before, or record another source.
  public internal(set) var claimants: Set<DocumentID> = []
  /// Notes that have a label with a number now and had none, or the other way round.
  public internal(set) var labelled: Set<DocumentID> = []
  /// Whether a field came into use in headers or in source blocks, or went out of use.
  public internal(set) var isOfFields = false
  /// Notes that share a title or an address with one that got or lost it, or records another source.
  public internal(set) var sharers: Set<DocumentID> = []

  // MARK: Model files

  /// Sources that got or lost a named list of codes in a model file.
  public internal(set) var lists: [PairFact] = []
  /// Sources, and names of lists in model files, whose codes changed.
  public internal(set) var listed: [NameID] = []

  public init() {}

  public var isEmpty: Bool { pages.isEmpty && documents.isEmpty && !isOfVocabulary }
}
