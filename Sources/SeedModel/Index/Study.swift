// A study: seed files that share one namespace, indexed by name.
//
// SeedModel knows studies, names, links, the metamodel and the rules. It must not know LSP, JSON, files or clocks.

internal import SeedSyntax

/// A note of a study, as a number that stays the same while the study lives.
package struct DocumentID: Hashable, Sendable, Comparable {
  package let rawValue: UInt32

  package init(rawValue: UInt32) {
    self.rawValue = rawValue
  }

  package static func < (left: DocumentID, right: DocumentID) -> Bool { left.rawValue < right.rawValue }
}

/// A note as the study knows it.
package struct StudyDocument: Sendable {
  package let id: DocumentID
  /// What to call the note where a person reads it: its path, relative to the study where possible.
  package let name: String
  package internal(set) var summary: DocumentSummary
  /// The id of the source that the note records (`s4`); nil when it says none.
  package internal(set) var sourceID: String?
  /// The numbers of its pages in the index, in order.
  var pages: [PageID] = []
}

/// The number of a page in the index.
struct PageID: Hashable, Sendable {
  let rawValue: UInt32
  var index: Int { Int(rawValue) }
}

/// A page in the index.
struct PageRecord: Sendable {
  let document: DocumentID
  var summary: PageSummary
  /// The study's number for each of the page's names, by their index.
  var names: [NameID]
}

/// Where a name is used: the pages, without order.
struct Postings: Sendable {
  /// Pages on which the name occurs in any role.
  var pages: [PageID] = []
  /// Pages that define the name.
  var definingPages: [PageID] = []
}

/// Seed files that share one namespace: their summaries, and an index from each name to the pages it occurs on.
///
/// A value that is changed in place by its one owner. An update costs what changed: names that a page gained or lost, and
/// the pages that use a name which became defined or undefined.
package struct Study: Sendable {
  package let vocabulary: Vocabulary
  var names = NameTable()
  var documents: [StudyDocument?] = []
  var pages: [PageRecord?] = []
  var freePages: [PageID] = []
  /// By the number of the name.
  var postings: [Postings] = []
  /// Every name, to find those that misspell one which became known.
  var similarNames = SimilarNames()
  /// The names that were defined at some time, to find what a misspelt one means.
  var similarDefinedNames = SimilarNames()
  /// Whether a name is in `similarDefinedNames`, by its number.
  private var wasDefined: [Bool] = []
  /// Source ids and the notes that claim them.
  var sources: [String: [DocumentID]] = [:]
  /// Hashes of titles and addresses of sources, and the notes that have them.
  var sharedTexts: [UInt64: [DocumentID]] = [:]
  var findingsCache = FindingsCache()

  package init(vocabulary: Vocabulary = .standard) {
    self.vocabulary = vocabulary
  }

  // MARK: - Documents

  /// Adds a note.
  package mutating func add(name: String, _ summary: DocumentSummary) -> DocumentID {
    let id = DocumentID(rawValue: UInt32(clamping: documents.count))
    documents.append(StudyDocument(id: id, name: name, summary: DocumentSummary(pages: [])))
    update(id, summary)
    return id
  }

  /// Replaces a note's summary; nothing happens for a note that isn't there.
  package mutating func update(_ id: DocumentID, _ summary: DocumentSummary) {
    guard var document = self[id] else { return }
    let old = document.summary.pages
    let new = summary.pages
    var prefix = 0
    while prefix < old.count, prefix < new.count, old[prefix] == new[prefix] { prefix += 1 }
    var suffix = 0
    while suffix < old.count - prefix, suffix < new.count - prefix,
      old[old.count - 1 - suffix] == new[new.count - 1 - suffix]
    { suffix += 1 }
    guard prefix + suffix < old.count || prefix + suffix < new.count else { return }

    var inserted: [PageID] = []
    let replaced = document.pages[prefix..<old.count - suffix]
    // A page takes over the number of the one in whose place it stands, so that names which both have keep their postings.
    for (offset, page) in new[prefix..<new.count - suffix].enumerated() {
      let reused = offset < replaced.count ? replaced[replaced.startIndex + offset] : nil
      inserted.append(set(page, of: id, replacing: reused))
    }
    for page in replaced.dropFirst(inserted.count) { remove(page) }
    document.pages.replaceSubrange(prefix..<old.count - suffix, with: inserted)
    document.summary = summary
    let sourceID = summary.sourceID
    if sourceID != document.sourceID {
      moveSource(of: id, from: document.sourceID, to: sourceID)
      document.sourceID = sourceID
    }
    documents[Int(id.rawValue)] = document
    updateSourceFacts(of: id, from: old[prefix..<old.count - suffix], to: new[prefix..<new.count - suffix])
    findingsCache.changedDocuments.insert(id)
  }

  package mutating func remove(_ id: DocumentID) {
    guard let document = self[id] else { return }
    updateSourceFacts(of: id, from: document.summary.pages[...], to: [])
    for page in document.pages { remove(page) }
    moveSource(of: id, from: document.sourceID, to: nil)
    documents[Int(id.rawValue)] = nil
    findingsCache.changedDocuments.remove(id)
  }

  package subscript(id: DocumentID) -> StudyDocument? {
    documents.indices.contains(Int(id.rawValue)) ? documents[Int(id.rawValue)] : nil
  }

  package var documentIDs: [DocumentID] {
    documents.compactMap { $0?.id }
  }

  // MARK: - Pages

  private mutating func set(_ summary: PageSummary, of document: DocumentID, replacing reused: PageID?) -> PageID {
    let newNames = summary.names.indices.map { index in summary.names.withName(at: index) { intern($0) } }
    let record = PageRecord(document: document, summary: summary, names: newNames)
    let id = reused ?? freePages.popLast() ?? PageID(rawValue: UInt32(clamping: pages.count))
    if id.index == pages.count { pages.append(nil) }
    let old = pages[id.index]
    pages[id.index] = record
    findingsCache.changedPages.insert(id)

    let oldNames = (old?.names ?? []).sorted()
    let oldDefined = definedNames(of: old)
    let newDefined = definedNames(of: record)
    forEachDifference(oldNames, newNames.sorted()) { name, isNew in
      if isNew { postings[name.index].pages.append(id) } else { postings[name.index].pages.removePage(id) }
    }
    forEachDifference(oldDefined, newDefined) { name, isNew in setDefining(name, id, isNew) }
    return id
  }

  private mutating func remove(_ id: PageID) {
    guard let record = pages[id.index] else { return }
    for name in record.names { postings[name.index].pages.removePage(id) }
    for name in definedNames(of: record) { setDefining(name, id, false) }
    pages[id.index] = nil
    freePages.append(id)
    findingsCache.forget(id)
  }

  private func definedNames(of record: PageRecord?) -> [NameID] {
    guard let record else { return [] }
    var names: [NameID] = []
    for definition in record.summary.definitions {
      names.append(record.names[Int(record.summary.occurrences[definition.occurrence].name)])
    }
    names.sort()
    var unique: [NameID] = []
    for name in names where unique.last != name { unique.append(name) }
    return unique
  }

  private mutating func setDefining(_ name: NameID, _ page: PageID, _ defines: Bool) {
    if defines {
      postings[name.index].definingPages.append(page)
      guard postings[name.index].definingPages.count == 1 else { return }
      if !wasDefined[name.index] {
        wasDefined[name.index] = true
        names.withName(name) { similarDefinedNames.insert(name, $0) }
      }
    } else {
      postings[name.index].definingPages.removePage(page)
      guard postings[name.index].definingPages.isEmpty else { return }
    }
    findingsCache.changedNames.append(name)
  }

  private mutating func moveSource(of document: DocumentID, from old: String?, to new: String?) {
    if let old {
      markSources(sources[old] ?? [])
      sources[old]?.removeAll { $0 == document }
      if sources[old]?.isEmpty == true { sources[old] = nil }
      sourceChanged(old)
    }
    if let new {
      sources[new, default: []].append(document)
      markSources(sources[new] ?? [])
      sourceChanged(new)
    }
  }

  private mutating func sourceChanged(_ source: String) {
    guard let name = nameID(source) else { return }
    findingsCache.changedPages.formUnion(postings[name.index].pages)
  }

  private mutating func intern(_ name: UnsafeBufferPointer<UInt8>) -> NameID {
    let id = names.intern(name)
    if id.index == postings.count {
      postings.append(Postings())
      wasDefined.append(false)
      similarNames.insert(id, name)
    }
    return id
  }
}

/// Calls `body` with what is in only one of two sorted lists, and whether that is the new one.
private func forEachDifference(_ old: [NameID], _ new: [NameID], _ body: (NameID, Bool) -> Void) {
  var oldIndex = 0
  var newIndex = 0
  while oldIndex < old.count || newIndex < new.count {
    if newIndex == new.count || (oldIndex < old.count && old[oldIndex] < new[newIndex]) {
      body(old[oldIndex], false)
      oldIndex += 1
    } else if oldIndex == old.count || new[newIndex] < old[oldIndex] {
      body(new[newIndex], true)
      newIndex += 1
    } else {
      oldIndex += 1
      newIndex += 1
    }
  }
}

extension Array where Element == PageID {
  /// Removes a page; the order of the others doesn't matter.
  fileprivate mutating func removePage(_ page: PageID) {
    guard let index = lastIndex(of: page) else { return }
    swapAt(index, count - 1)
    removeLast()
  }
}
