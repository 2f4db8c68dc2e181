// A study: seed files that share one namespace, indexed by name.
//
// SeedStudy indexes what notes say: names, links and sources. It must not know rules or their settings.

public import SeedModel
internal import SeedSyntax

/// A note of a study, as a number that stays the same while the study lives.
public struct DocumentID: Hashable, Sendable, Comparable {
  public let rawValue: UInt32

  public init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  public static func < (left: DocumentID, right: DocumentID) -> Bool { left.rawValue < right.rawValue }
}

/// A note as the study knows it.
public struct StudyDocument: Sendable {
  public let id: DocumentID
  /// What to call the note where a person reads it.
  public let name: String
  /// Its path in the study. It orders the notes, and findings refer to the note by it, whatever a person sees as its name.
  public let path: String
  public internal(set) var summary: DocumentSummary
  /// Whether this is no note but a Python file of the model.
  public var isModel: Bool { summary.format == .model }
  /// Whether the note is the template from which others are begun: it gives the letter of its source and no number anywhere. It
  /// neither codes nor defines.
  public internal(set) var isTemplate = false
  /// The id of the source that the note records (`s4`), which is what most places say; nil when it says none.
  public internal(set) var sourceID: String?
  /// The ids that the note claims in its header, its source block and the name of its file; labels don't count.
  public internal(set) var claimedIDs: [SourceID]
  /// The letters of the source's id and title, and perhaps some that these had once.
  var sourceLetters = LetterSet([])
  /// The numbers of its pages in the index, in order.
  public internal(set) var pages: [PageID] = []
  /// The pages that tell of the source, in order, if there are several: what they say is looked at together, on the first.
  public internal(set) var sourcePages: [PageID] = []
  /// The lines on which its pages start.
  public private(set) var startLines: [Int] = []

  init(id: DocumentID, name: String, path: String, format: DocumentFormat) {
    self.id = id
    self.name = name
    self.path = path
    summary = DocumentSummary(pages: [], format: format)
    claimedIDs = []
    setClaimedIDs([])
  }

  /// Brings the start lines up to date after pages from `first` on were replaced.
  mutating func readStartLines(from first: Int) {
    startLines.removeSubrange(min(first, startLines.count)...)
    for index in startLines.count..<max(summary.pages.count, startLines.count) {
      startLines.append(index == 0 ? 0 : startLines[index - 1] + summary.pages[index - 1].lineBreakCount)
    }
  }

  /// The line on which a page starts, zero-based; 0 for one that isn't there.
  public func startLine(ofPage index: Int) -> Int {
    startLines.indices.contains(index) ? startLines[index] : 0
  }

  /// - Parameter ids: those that the note's pages claim.
  mutating func setClaimedIDs(_ ids: [SourceID]) {
    claimedIDs = ids
    if let id = SourceID(fileName: path) { claimedIDs.append(id) }
  }

  /// The id of the source that the note records with some pages, and whether it is a template.
  func source(_ summary: DocumentSummary) -> (id: String?, isTemplate: Bool) {
    let said = summary.sourceID
    guard let first = claimedIDs.first else {
      let isTemplate = said.map { SourceID($0) == nil } != false && summary.isUnnumbered
      return (isTemplate ? nil : said, isTemplate)
    }
    // Of a note that can't be read the name of its file is known.
    if said == nil, summary.isUnreadable { return (first.description, false) }
    // What labels alone say is believed before the name of the file. Nearly always all places agree.
    guard claimedIDs.contains(where: { $0 != first }), let right = SourceID.mostFrequent(claimedIDs),
      said.flatMap({ SourceID($0) }) != right
    else { return (said, false) }
    return (right.description, false)
  }
}

/// Where a name is used: the pages, without order.
struct Postings: Sendable {
  /// Pages on which the name occurs in any role.
  var pages = PageList()
  /// Pages that define the name, once for each definition.
  var definingPages = PageList()
  /// What the definitions make of the name, as of the last `takeChange`; those of model files count only where no note
  /// has one. None for a name that nothing defines.
  var kinds: CodeKinds = []
  /// The number of the word of the vocabulary that the name is, counted from one; 0 for none.
  var word: UInt32 = 0
  /// The first page of these that defines the name, and the first that defines it as a code, likewise.
  var firstPage: PageID?
  var firstCodePage: PageID?
}

/// Seed files that share one namespace: their summaries, and an index from each name to the pages it occurs on.
///
/// A value that is changed in place by its one owner. An update costs what changed: names that a page gained or lost, and
/// the pages that use a name which is now defined otherwise.
public struct Study: Sendable {
  /// What is built in or configured, with what the metamodel files of the study add.
  public var vocabulary: Vocabulary { vocabularies.extended }
  var vocabularies: StudyVocabularies
  var names = NameTable()
  var documents: [StudyDocument?] = []
  var noteOrder = NoteOrder()
  var pages: [PageRecord?] = []
  /// Which page of its note each page is, and on which line it starts.
  var pagePositions: [Int] = []
  var pageStartLines: [Int] = []
  var freePages: [PageID] = []
  /// By the number of the name.
  var postings: [Postings] = []
  /// The names that were defined at some time, to find what a misspelt one means.
  var similarDefinedNames = SimilarNames()
  /// The other names, to find those that misspell a newly defined one. The first `similarOtherNamesCount` names have been looked
  /// at. The rest waits until it is needed: while a study is read, most names are about to be defined.
  var similarOtherNames = SimilarNames()
  var similarOtherNamesCount = 0
  /// The same two for names that are related by their words.
  var relatedDefinedNames = RelatedNames()
  var relatedOtherNames = RelatedNames()
  /// The names that were defined at some time, to find codes that were coined twice.
  var nearNames = NearNames()
  /// The undefined names that several notes use, to find definitions that most of the notes write otherwise.
  var otherSpellings = OtherSpellings()
  /// What is known of the display names that a name's definitions have or had, by its number.
  var displayNames: [DisplayNameOutline] = []
  /// Source ids and the notes that claim them, in order.
  var sources: [String: [DocumentID]] = [:]
  /// Which fields headers and source blocks have.
  var fieldUse = FieldUse()
  /// Names that are ids of sources, written otherwise than by a letter and the plain number: `s04`, `s_4`; by that form.
  var sourceSpellings: [String: [NameID]] = [:]
  /// Hashes of titles and addresses of sources, and the pages that have them.
  var sharedTexts: [UInt64: PageList] = [:]
  /// Pages that link an option to a decision, or a subject to a force, once for each link.
  var optionPages = PairTable()
  var impactPages = PairTable()
  /// The words of the vocabulary; names refer to them by index.
  var words: [VocabularyWord] = []
  /// What changed since somebody took it.
  public internal(set) var change = StudyChange()

  public init(vocabulary: Vocabulary = .standard) {
    vocabularies = StudyVocabularies(given: vocabulary, Metamodel())
    readVocabulary()
  }

  // MARK: - Documents

  /// Adds a note.
  ///
  /// - Parameter path: its path in the study, if it is called otherwise.
  public mutating func add(name: String, path: String? = nil, _ summary: DocumentSummary) -> DocumentID {
    let id = DocumentID(rawValue: UInt32(clamping: documents.count))
    documents.append(StudyDocument(id: id, name: name, path: path ?? name, format: summary.format))
    noteOrder.append(path ?? name)
    update(id, summary)
    return id
  }

  /// Replaces a note's summary; nothing happens for a note that isn't there.
  public mutating func update(_ id: DocumentID, _ summary: DocumentSummary) {
    if let format = self[id]?.summary.format, format != summary.format { restart(id, format: summary.format) }
    guard var document = self[id] else { return }
    let difference = PageSummaries.difference(document.summary.pages, summary.pages)
    guard !difference.old.isEmpty || !difference.new.isEmpty else { return }
    let old = outline(document.pages[difference.old])
    var inserted: [PageID] = []
    let replaced = document.pages[difference.old]
    // A page takes over the number of the one in whose place it stands, so that names which both have keep their postings.
    for index in difference.new {
      let offset = index - difference.new.lowerBound
      let reused = offset < replaced.count ? replaced[replaced.startIndex + offset] : nil
      inserted.append(set(summary.pages[index], of: document, replacing: reused))
    }
    for page in replaced.dropFirst(inserted.count) { remove(page) }
    let new = outline(inserted[...])
    document.pages.replaceSubrange(difference.old, with: inserted)
    document.summary = summary
    let movesLines = old.lineBreakCounts != new.lineBreakCounts
    if movesLines {
      document.readStartLines(from: difference.old.lowerBound)
      change.movedDocuments.insert(id)
    }
    if movesLines || difference.old.count != difference.new.count {
      placePages(of: document, from: difference.old.lowerBound)
    }
    let claimsOthers = old.claimedIDs != new.claimedIDs
    if claimsOthers { document.setClaimedIDs(outline(document.pages[...]).claimedIDs) }
    let (sourceID, isTemplate) =
      old.saysSource || new.saysSource ? document.source(summary) : (document.sourceID, document.isTemplate)
    if isTemplate != document.isTemplate {
      document.isTemplate = isTemplate
      for page in document.pages { setTemplate(page, isTemplate) }
    }
    for page in inserted { pages[page.index]?.addSourceLetters(to: &document.sourceLetters) }
    let recordsAnother = sourceID != document.sourceID
    if recordsAnother {
      if let sourceID { document.sourceLetters.formUnion(LetterSet(sourceID.utf8)) }
      moveSource(of: id, from: document.sourceID, to: sourceID)
      document.sourceID = sourceID
    }
    documents[Int(id.rawValue)] = document
    if claimsOthers || recordsAnother { change.claimants.insert(id) }
    if recordsAnother { markSharers(of: document) }
    if old.tellsOfSource || new.tellsOfSource || !document.sourcePages.isEmpty { updateSourcePages(of: document) }
    if old.hasNumberedLabel != new.hasNumberedLabel { change.labelled.insert(id) }
    if old.hasMetamodel || new.hasMetamodel { updateMetamodel() }
    change.documents.insert(id)
  }

  /// Replaces a note by an empty one of another format: none of its pages can be kept.
  private mutating func restart(_ id: DocumentID, format: DocumentFormat) {
    guard let old = self[id] else { return }
    update(id, DocumentSummary(pages: [], format: old.summary.format))
    documents[Int(id.rawValue)] = StudyDocument(id: id, name: old.name, path: old.path, format: format)
  }

  public mutating func remove(_ id: DocumentID) {
    guard let document = self[id] else { return }
    let old = outline(document.pages[...])
    for page in document.pages { remove(page) }
    moveSource(of: id, from: document.sourceID, to: nil)
    documents[Int(id.rawValue)] = nil
    if old.hasMetamodel { updateMetamodel() }
    change.documents.remove(id)
  }

  public subscript(id: DocumentID) -> StudyDocument? {
    documents.indices.contains(Int(id.rawValue)) ? documents[Int(id.rawValue)] : nil
  }

  public var documentIDs: [DocumentID] {
    documents.compactMap { $0?.id }
  }

  // MARK: - Sources and names

  private mutating func moveSource(of document: DocumentID, from oldID: String?, to newID: String?) {
    let (old, new) = (oldID.map(Self.plainSourceID), newID.map(Self.plainSourceID))
    if let old {
      change.rivals.formUnion(sources[old] ?? [])
      sources[old]?.removeAll { $0 == document }
      if sources[old]?.isEmpty == true { sources[old] = nil }
      sourceChanged(old)
    }
    if let new {
      let position = sources[new]?.lastIndex { isBefore($0, document) }
      sources[new, default: []].insert(document, at: position.map { $0 + 1 } ?? 0)
      change.rivals.formUnion(sources[new] ?? [])
      sourceChanged(new)
    }
  }

  /// Finds the pages that tell of a note's source. Where these are several, a change of any page of the note can move one.
  private mutating func updateSourcePages(of document: StudyDocument) {
    var telling = document.pages.filter { pages[$0.index]?.summary.tellsOfSource == true }
    if telling.count < 2 { telling = [] }
    let isDivided = !telling.isEmpty || !document.sourcePages.isEmpty
    documents[Int(document.id.rawValue)]?.sourcePages = telling
    guard isDivided else { return }
    for page in document.pages where pages[page.index]?.summary.tellsOfSource == true {
      change.pages.append((page, document.id))
    }
  }

  private mutating func sourceChanged(_ source: String) {
    change.sources.append(contentsOf: names(ofSource: source))
  }

  mutating func intern(_ name: Span<UInt8>) -> NameID {
    let id = names.intern(name)
    if id.index == postings.count {
      postings.append(Postings())
      if let plain = Self.otherSpelling(name) { sourceSpellings[plain, default: []].append(id) }
      displayNames.append(DisplayNameOutline())
    }
    return id
  }
}
